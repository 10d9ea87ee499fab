package negatoscope.training;

import java.util.List;
import java.util.Optional;
import negatoscope.library.Model;
import negatoscope.task.Failure;
import negatoscope.training.run.Epoch;
import negatoscope.training.run.Validation;

/**
 * A model that was trained, on disk.
 *
 * @param model its folder and card
 * @param validation how it does on the validation films
 * @param epochs the course of the training
 * @param trouble why it learned less than was ordered: {@code NOT_FINITE}; empty where all went
 *     well, also where it was stopped
 */
public record TrainedModel(
    Model model, Validation validation, List<Epoch> epochs, Optional<Failure> trouble) {
  /** Copies the list. */
  public TrainedModel {
    epochs = List.copyOf(epochs);
  }
}
