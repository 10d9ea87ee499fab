package negatoscope.workstation.trainer.desk;

import java.util.List;
import negatoscope.library.Model;
import negatoscope.training.report.CrossValidation;
import org.jspecify.annotations.Nullable;

/**
 * A model that was trained, and what it said about films that it did not learn from.
 *
 * @param model with its card
 * @param films the test films, or where there are none those that the epoch was chosen by
 * @param tested whether they are test films
 * @param folds what cross-validation came to; null where there was none
 * @param trouble why it learned less than was ordered; empty where all went well
 */
public record Trained(
    Model model,
    List<Judged> films,
    boolean tested,
    @Nullable CrossValidation folds,
    String trouble) {
  /** Copies the list. */
  public Trained {
    films = List.copyOf(films);
  }

  /** The same that learned less than was ordered. */
  Trained withTrouble(String why) {
    return new Trained(model, films, tested, folds, why);
  }
}
