package negatoscope.tensor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import negatoscope.intake.Intake;
import negatoscope.tensor.Thumbnail.Picture;
import negatoscope.testing.SharedFilms;

/**
 * Fits the numbers of the film checks on the training films of {@code ../shared/films}, their limit
 * on the validation films, and writes {@code film-checks.json}.
 *
 * <pre>
 * ./mvnw -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dmain.class=negatoscope.tensor.FilmChecksFit \
 *     -Dexec.args=src/main/resources/negatoscope/tensor/film-checks.json
 * </pre>
 */
public final class FilmChecksFit {
  private static final double BLANK_CONTRAST = 3;
  private static final double POLARITY_PENALTY = 100;
  private static final double FRONTAL_PENALTY = 10;

  /** Share of the validation films that pass as frontal. */
  private static final double PASS_FRONTAL = 0.985;

  /** Between the validation films, all below 0.39, and drawn chests, all above 0.49. */
  private static final double MIRROR_LIMIT = 0.44;

  /** Shares of whole films that pass as having their apexes, their bases, and both sides. */
  private static final double PASS_APEXES = 0.994;

  private static final double PASS_BASES = 0.997;
  private static final double PASS_SIDES = 0.998;

  /** What two or three stamps such as PORTABLE cover on the films that have one. */
  private static final double WORDS_LIMIT = 0.005;

  private static final int FOLDS = 5;

  private FilmChecksFit() {}

  /** Fits and writes. */
  public static void main(String[] arguments) throws IOException {
    FilmChecks.Numbers numbers = fit(new Random(5));
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(Path.of(arguments[0]).toFile(), numbers);
  }

  static FilmChecks.Numbers fit(Random random) {
    List<double[]> bright = new ArrayList<>();
    List<double[]> dark = new ArrayList<>();
    List<double[]> frontal = new ArrayList<>();
    List<double[]> other = new ArrayList<>();
    for (Picture film : pictures("train")) {
      for (Picture one :
          List.of(film, MadeViews.shaken(film, random), MadeViews.shaken(film, random))) {
        Thumbnail thumbnail = Thumbnail.of(one);
        bright.add(thumbnail.values());
        dark.add(thumbnail.inverted().values());
        frontal.add(thumbnail.symmetry());
      }
      other.add(Thumbnail.of(MadeViews.likeLateral(film, random)).symmetry());
      other.add(Thumbnail.of(MadeViews.likeLateral(film, random)).symmetry());
      other.add(Thumbnail.of(MadeViews.turned(film, random)).symmetry());
    }
    double[] polarity = rounded(LogisticFit.fit(bright, dark, POLARITY_PENALTY, false));
    SymmetryRule sideways = rule(LogisticFit.fit(other, frontal, FRONTAL_PENALTY, true));
    double[] held =
        pictures("validation").stream()
            .mapToDouble(film -> sideways.logOdds(Thumbnail.of(film).symmetry()))
            .sorted()
            .toArray();
    double limit = held[(int) Math.ceil(PASS_FRONTAL * held.length)];
    CutOffFit cut = new CutOffFit(folds());
    return new FilmChecks.Numbers(
        1,
        "On %d frontal films and views made from them, by FilmChecksFit."
            .formatted(bright.size() / 3),
        BLANK_CONTRAST,
        polarity,
        rounded(new SymmetryRule(sideways.weights(), sideways.bias(), limit)),
        new CutOffRules(
            rounded(cut.of(MadeCut.APEXES, PASS_APEXES, random)),
            rounded(cut.of(MadeCut.BASES, PASS_BASES, random)),
            rounded(cut.of(MadeCut.SIDE, PASS_SIDES, random))),
        MIRROR_LIMIT,
        WORDS_LIMIT);
  }

  private static SymmetryRule rule(double[] weights) {
    int values = weights.length - 1;
    return rounded(new SymmetryRule(Arrays.copyOf(weights, values), weights[values], 0));
  }

  private static SymmetryRule rounded(SymmetryRule rule) {
    return new SymmetryRule(
        rounded(rule.weights()), rounded(rule.bias())[0], rounded(rule.limit())[0]);
  }

  /** The training films, those of a patient in one fold. */
  private static List<List<Picture>> folds() {
    Map<Path, String> patients = SharedFilms.patients();
    return SharedFilms.ofSplit("train").stream()
        .collect(
            Collectors.groupingBy(
                file -> Math.floorMod(String.valueOf(patients.get(file)).hashCode(), FOLDS),
                TreeMap::new,
                Collectors.mapping(FilmChecksFit::picture, Collectors.toList())))
        .values()
        .stream()
        .toList();
  }

  private static List<Picture> pictures(String split) {
    return SharedFilms.ofSplit(split).parallelStream().map(FilmChecksFit::picture).toList();
  }

  private static Picture picture(Path file) {
    return Thumbnail.film(
        FilmTensor.of(Intake.withBuiltInToolkit().openFirst(file), TensorOptions.DEFAULT));
  }

  private static double[] rounded(double... values) {
    return Arrays.stream(values).map(x -> Math.round(x * 1e4) / 1e4).toArray();
  }
}
