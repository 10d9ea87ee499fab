package negatoscope.training;

import java.util.List;
import negatoscope.library.Model;

/**
 * A model that was trained, on disk.
 *
 * @param model its folder and card
 * @param validation how it does on the validation films
 * @param epochs the course of the training
 */
public record TrainedModel(Model model, Validation validation, List<Epoch> epochs) {
  /** Copies the list. */
  public TrainedModel {
    epochs = List.copyOf(epochs);
  }
}
