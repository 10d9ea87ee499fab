package negatoscope.tensor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
    double[] weights = LogisticFit.fit(other, frontal, FRONTAL_PENALTY, true);
    double[] symmetry = rounded(Arrays.copyOf(weights, weights.length - 1));
    double bias = weights[weights.length - 1];
    int films = bright.size() / 3;
    FilmChecks open = new FilmChecks(numbers(films, polarity, symmetry, bias, 0));
    double[] held =
        pictures("validation").stream()
            .mapToDouble(film -> open.sideways(Thumbnail.of(film)))
            .sorted()
            .toArray();
    double limit = held[(int) Math.ceil(PASS_FRONTAL * held.length)];
    return numbers(films, polarity, symmetry, bias, limit);
  }

  private static FilmChecks.Numbers numbers(
      int films, double[] polarity, double[] symmetry, double bias, double frontalLimit) {
    return new FilmChecks.Numbers(
        1,
        "On %d frontal films and views made from them, by FilmChecksFit.".formatted(films),
        BLANK_CONTRAST,
        polarity,
        symmetry,
        rounded(bias)[0],
        rounded(frontalLimit)[0],
        MIRROR_LIMIT);
  }

  private static List<Picture> pictures(String split) {
    Intake intake = Intake.withBuiltInToolkit();
    return SharedFilms.ofSplit(split).parallelStream()
        .map(file -> FilmTensor.of(intake.openFirst(file), TensorOptions.DEFAULT))
        .map(Thumbnail::film)
        .toList();
  }

  private static double[] rounded(double... values) {
    return Arrays.stream(values).map(x -> Math.round(x * 1e4) / 1e4).toArray();
  }
}
