package negatoscope.training.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import negatoscope.evaluation.Bootstrap;
import negatoscope.evaluation.Figures;
import negatoscope.evaluation.Interval;
import negatoscope.evaluation.Predictions;
import negatoscope.training.data.LabelledFilm;

/**
 * What is still answered when part of every film is blacked out.
 *
 * @param probe which part
 * @param retrained whether the model was trained anew on films so blacked out
 * @param accuracy with its interval
 * @param macroAuc with its interval
 * @param chance accuracy of always naming the most frequent class
 * @param gap accuracy on whole films minus that on these, paired
 */
public record ProbeFigures(
    Probe probe,
    boolean retrained,
    Interval accuracy,
    Interval macroAuc,
    double chance,
    Interval gap) {
  /**
   * Compares the answers.
   *
   * @param whole what was said of whole films
   * @param changed what was said of the same films with the part blacked out
   */
  public static ProbeFigures of(
      Probe probe,
      boolean retrained,
      List<LabelledFilm> films,
      Predictions whole,
      Predictions changed) {
    Bootstrap bootstrap = Judgement.bootstrap(films);
    int most = 0;
    for (int support : Figures.of(whole).support()) {
      most = Math.max(most, support);
    }
    return new ProbeFigures(
        probe,
        retrained,
        bootstrap.interval(rows -> Figures.accuracy(changed.rows(rows))),
        bootstrap.interval(rows -> Figures.macroAuc(changed.rows(rows))),
        (double) most / whole.count(),
        bootstrap.difference(whole, changed, Figures::accuracy));
  }

  /**
   * Of films that were answered both whole and changed.
   *
   * @param whole answers about whole films, also failed ones
   * @param changed answers about those of them that could be judged, in the same order
   * @param model which of several models
   * @return empty if no changed film was answered
   */
  public static Optional<ProbeFigures> of(
      Probe probe, boolean retrained, List<JudgedFilm> whole, List<JudgedFilm> changed, int model) {
    List<JudgedFilm> judged = whole.stream().filter(JudgedFilm::judged).toList();
    List<JudgedFilm> before = new ArrayList<>();
    List<JudgedFilm> after = new ArrayList<>();
    for (int i = 0; i < changed.size(); i++) {
      if (changed.get(i).judged()) {
        before.add(judged.get(i));
        after.add(changed.get(i));
      }
    }
    return after.isEmpty()
        ? Optional.empty()
        : Optional.of(
            of(
                probe,
                retrained,
                before.stream().map(JudgedFilm::film).toList(),
                Judgement.predictions(before, model),
                Judgement.predictions(after, model)));
  }

  /** Whether more is answered than chance would. */
  public boolean aboveChance() {
    return macroAuc.low() > 0.5 || accuracy.low() > chance;
  }

  /** What it means, for people. */
  public String sentence() {
    String seen =
        switch (probe) {
          case LUNGS_AWAY -> "With the lungs blacked out";
          case BORDER_ONLY -> "From the border of the film alone";
        };
    String said =
        String.format(
            Locale.ROOT,
            "%s%s it still names the class in %.0f %% of the films (always naming the most frequent"
                + " class: %.0f %%). ",
            retrained ? "Trained anew and asked " : "",
            retrained ? seen.substring(0, 1).toLowerCase(Locale.ROOT) + seen.substring(1) : seen,
            100 * accuracy.value(),
            100 * chance);
    return said
        + (aboveChance()
            ? "Without lungs there is nothing of the disease to see, so this much is read from"
                + " something else: the source, the layout, marks or the patient's age."
            : "That is no better than chance: nothing beside the lungs gives the class away here.");
  }
}
