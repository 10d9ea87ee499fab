package negatoscope.workstation.trainer.desk;

import java.util.List;
import negatoscope.library.Model;

/**
 * A model that was trained, and what it said about films that it did not learn from.
 *
 * @param model with its card
 * @param films the test films, or where there are none those that the epoch was chosen by
 * @param tested whether they are test films
 * @param trouble why it learned less than was ordered; empty where all went well
 */
public record Trained(Model model, List<Judged> films, boolean tested, String trouble) {
  /** Copies the list. */
  public Trained {
    films = List.copyOf(films);
  }
}
