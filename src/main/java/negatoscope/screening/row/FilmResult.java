package negatoscope.screening.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import negatoscope.task.ErrorCode;

/** What came of a film; a film without an answer has no probability by its type. */
public sealed interface FilmResult {
  /** The word in the exports: {@code ok}, {@code refused} or {@code error}. */
  String status();

  /**
   * The network answered.
   *
   * @param className the most probable class
   * @param probabilities calibrated, by class in the model's order, summing to 1
   * @param called the classes that the film counts as by the model's operating points; empty where
   *     the model has none
   * @param milliseconds on the engine
   * @param second what a second model says, where one was asked
   */
  record Answered(
      String className,
      Map<String, Double> probabilities,
      Optional<List<String>> called,
      double milliseconds,
      Optional<Second> second)
      implements FilmResult {
    /** The probability of the most probable class. */
    public double probability() {
      return probabilities.getOrDefault(className, 0.0);
    }

    /** Whether a second model says another class. */
    public boolean disputed() {
      return second.filter(other -> !other.className().equals(className)).isPresent();
    }

    @Override
    public String status() {
      return "ok";
    }
  }

  /**
   * What a second model says.
   *
   * @param className its most probable class
   * @param probability of that class
   */
  record Second(String className, double probability) {}

  /**
   * There is no answer.
   *
   * @param message one sentence that names the file, and what to do
   */
  record Failed(ErrorCode code, String message) implements FilmResult {
    /** Whether the network saw it and would not say anything. */
    public boolean refused() {
      return code == ErrorCode.NOT_A_CHEST_FILM;
    }

    @Override
    public String status() {
      return refused() ? "refused" : "error";
    }
  }
}
