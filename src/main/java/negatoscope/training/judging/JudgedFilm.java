package negatoscope.training.judging;

import java.util.List;
import negatoscope.film.FilmWarning;
import negatoscope.task.Failure;
import negatoscope.training.data.LabelledFilm;
import org.jspecify.annotations.Nullable;

/**
 * A film with its truth and what models said about it, or why they could not.
 *
 * @param film with patient and view as the file states them where the table does not
 * @param answers one a model; empty where the film could not be judged
 * @param failure why not, or null
 */
public record JudgedFilm(LabelledFilm film, List<Answer> answers, @Nullable Failure failure) {
  /** Copies the list. */
  public JudgedFilm {
    answers = List.copyOf(answers);
  }

  /**
   * What one model said.
   *
   * @param probabilities calibrated, one a class; owned by this record, not to be changed
   * @param warnings about the film and the answer
   * @param heatOutside share of the most probable class's heat that lies outside the lungs' box, 0
   *     to 1; NaN where no heat map was made or it is empty
   */
  public record Answer(
      double[] probabilities, List<FilmWarning.Code> warnings, double heatOutside) {
    /** Copies the list. */
    public Answer {
      warnings = List.copyOf(warnings);
    }

    /** The most probable class; of equal ones the first. */
    public int top() {
      int top = 0;
      for (int k = 1; k < probabilities.length; k++) {
        top = probabilities[k] > probabilities[top] ? k : top;
      }
      return top;
    }
  }

  /** Whether it was judged. */
  public boolean judged() {
    return failure == null;
  }

  /** Whether a model took it for what it is. */
  public boolean right(int model) {
    return judged() && answers.get(model).top() == film.label();
  }
}
