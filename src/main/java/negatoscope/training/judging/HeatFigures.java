package negatoscope.training.judging;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import negatoscope.evaluation.Bootstrap;
import negatoscope.evaluation.Interval;

/**
 * Where the heat maps of the most probable class lie.
 *
 * @param films that have a heat map which is not empty
 * @param outside mean share of the heat outside the lungs' box
 * @param even that share if heat were spread evenly over the film
 */
public record HeatFigures(int films, Interval outside, double even) {
  /** Of the answers of one of several models. */
  public static HeatFigures of(List<JudgedFilm> all, int model) {
    List<JudgedFilm> films =
        all.stream()
            .filter(JudgedFilm::judged)
            .filter(film -> !Double.isNaN(film.answers().get(model).heatOutside()))
            .toList();
    double even = 1 - Probe.LUNGS_AWAY.share();
    if (films.isEmpty()) {
      return new HeatFigures(0, new Interval(Double.NaN, Double.NaN, Double.NaN), even);
    }
    Bootstrap bootstrap = Judgement.bootstrap(films.stream().map(JudgedFilm::film).toList());
    return new HeatFigures(
        films.size(),
        bootstrap.interval(
            rows ->
                IntStream.of(rows)
                    .mapToDouble(row -> films.get(row).answers().get(model).heatOutside())
                    .average()
                    .orElse(Double.NaN)),
        even);
  }

  /** What it means, for people. */
  public String sentence() {
    if (films == 0) {
      return "No heat maps were made.";
    }
    return String.format(
        Locale.ROOT,
        "%.0f %% of the heat lies outside the box of the lungs (spread evenly over the film it"
            + " would be %.0f %%). %s",
        100 * outside.value(),
        100 * even,
        outside.value() < even
            ? "The network looks at the middle of the film more than elsewhere, but heat is coarse"
                + " and no proof of what it sees there."
            : "The network looks beside the lungs as much as at them: a sign of a shortcut.");
  }
}
