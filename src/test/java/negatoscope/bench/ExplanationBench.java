package negatoscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import negatoscope.classification.Classification;
import negatoscope.classification.Classifier;
import negatoscope.classification.EngineClassifier;
import negatoscope.classification.Faithfulness;
import negatoscope.classification.HeatMap;
import negatoscope.classification.SanityCheck;
import negatoscope.evaluation.Bootstrap;
import negatoscope.evaluation.Interval;
import negatoscope.film.Film;
import negatoscope.intake.Intake;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.network.CamMethod;
import negatoscope.network.Device;
import negatoscope.network.Engines;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.testing.Shared;
import negatoscope.testing.SharedFilms;

/**
 * Which heat maps of the bundled model are to be believed: faithfulness of both methods for the
 * most probable class of test films, and whether the maps change with randomised weights. Prints
 * means with 95 % intervals, the tables of {@code src/site/markdown/explanations.md}.
 *
 * <p>Arguments: how many films, 40 unless told, taken evenly from the test films; of how many of
 * them the weights are randomised, 10 unless told.
 */
public final class ExplanationBench {
  private static final int RESAMPLES = 1000;

  /** What was found of one film's map. */
  private record Found(String patient, Faithfulness figures) {}

  private final Map<CamMethod, List<Found>> found = new EnumMap<>(CamMethod.class);
  private final Map<CamMethod, List<SanityCheck>> checks = new EnumMap<>(CamMethod.class);
  private final Map<CamMethod, Integer> empty = new EnumMap<>(CamMethod.class);

  private ExplanationBench() {
    for (CamMethod method : CamMethod.values()) {
      found.put(method, new ArrayList<>());
      checks.put(method, new ArrayList<>());
      empty.put(method, 0);
    }
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException {
    int films = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
    int randomised = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
    new ExplanationBench().run(films, randomised);
  }

  private void run(int films, int randomised) throws IOException {
    Home home = new Home(Files.createTempDirectory("explanations"));
    List<Path> files = SharedFilms.ofSplit("test");
    Map<String, String> patients = new HashMap<>();
    for (Map<String, String> row : SharedFilms.rows("films/films.csv")) {
      patients.put(row.get("file"), row.get("patient"));
    }
    try (Classifier classifier =
        EngineClassifier.open(new Library(home).bundled(), Engines.start(), Device.CPU)) {
      for (int i = 0; i < films; i++) {
        Path file = files.get((int) ((long) i * files.size() / films));
        measure(
            classifier,
            Intake.withBuiltInToolkit().openFirst(file),
            patients.getOrDefault(Shared.path("films").relativize(file).toString(), "" + file),
            (long) i * randomised / films < (i + 1L) * randomised / films);
        System.err.printf("%d of %d%n", i + 1, films);
      }
    }
    print();
  }

  private void measure(Classifier classifier, Film film, String patient, boolean randomise) {
    Cancellation never = new Cancellation();
    Classification said = classifier.classify(film, EnumSet.allOf(CamMethod.class), never).join();
    for (CamMethod method : CamMethod.values()) {
      HeatMap map = said.heatMap(said.topClass(), method).orElseThrow();
      if (map.empty()) {
        empty.merge(method, 1, Integer::sum);
        continue;
      }
      of(found, method)
          .add(new Found(patient, classifier.faithfulness(film, map, Progress.NONE, never).join()));
      if (randomise) {
        of(checks, method)
            .add(classifier.sanity(film, method, said.topClass(), Progress.NONE, never).join());
      }
    }
  }

  private static <T> List<T> of(Map<CamMethod, List<T>> lists, CamMethod method) {
    return Objects.requireNonNull(lists.get(method));
  }

  private void print() {
    System.out.println(
        "| method | maps | empty | figure | of the maps | of random maps | difference |");
    System.out.println("| --- | ---: | ---: | --- | ---: | ---: | ---: |");
    for (CamMethod method : CamMethod.values()) {
      row(method, "deletion", Faithfulness::deletion, Faithfulness::randomDeletion);
      row(method, "insertion", Faithfulness::insertion, Faithfulness::randomInsertion);
    }
    for (CamMethod method : CamMethod.values()) {
      List<Found> all = of(found, method);
      System.out.printf(
          "%s: %d of %d better than random in both.%n",
          method, all.stream().filter(one -> one.figures().betterThanRandom()).count(), all.size());
    }
    List<Found> films = of(found, CamMethod.GRADCAM);
    System.out.printf(
        "Probability of the whole film %s, of the blurred film %s.%n",
        mean(films, one -> one.deletionCurve().get(0)),
        mean(films, one -> one.insertionCurve().get(0)));
    for (CamMethod method : CamMethod.values()) {
      List<SanityCheck> all = of(checks, method);
      System.out.printf("%s, %d films, similarity by stage:%n", method, all.size());
      for (SanityCheck check : all) {
        StringBuilder line = new StringBuilder(check.changed() ? "changed  " : "UNCHANGED");
        for (SanityCheck.Stage stage : check.stages()) {
          line.append(String.format(Locale.ROOT, " %6.3f", stage.similarity()));
        }
        System.out.println(line);
      }
    }
  }

  private void row(
      CamMethod method,
      String name,
      ToDoubleFunction<Faithfulness> figure,
      ToDoubleFunction<Faithfulness> random) {
    List<Found> all = of(found, method);
    System.out.printf(
        "| %s | %d | %d | %s | %s | %s | %s |%n",
        method,
        all.size(),
        empty.get(method),
        name,
        mean(all, figure),
        mean(all, random),
        mean(all, one -> figure.applyAsDouble(one) - random.applyAsDouble(one)));
  }

  /** The mean over films with its 95 % interval, whole patients resampled. */
  private static String mean(List<Found> all, ToDoubleFunction<Faithfulness> figure) {
    double[] values =
        all.stream().mapToDouble(one -> figure.applyAsDouble(one.figures())).toArray();
    Interval interval =
        Bootstrap.byGroup(all.stream().map(Found::patient).toList(), RESAMPLES, 1)
            .interval(
                rows ->
                    Arrays.stream(rows)
                        .mapToDouble(row -> values[row])
                        .average()
                        .orElse(Double.NaN));
    return String.format(
        Locale.ROOT, "%.3f (%.3f to %.3f)", interval.value(), interval.low(), interval.high());
  }
}
