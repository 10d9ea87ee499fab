package negatoscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import negatoscope.tensor.FilmTensor;
import negatoscope.training.data.DataSet;
import negatoscope.training.films.Augmentation;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.run.TrainingWatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films that are judged are never varied, however much those are that are learned from. */
class AugmentationIsForTrainingTest {
  private static final Recipe RECIPE =
      DrawnTraining.recipe(1)
          .with(
              Map.of(
                  "augmentation",
                  new Augmentation(0.2, 30, 0.3, 60, 0.5, 0.5, 10),
                  "variants",
                  2,
                  "mixup",
                  0.4,
                  "preparation",
                  Map.of("border", 0.05, "greys", "EQUALISED")));

  @TempDir Path folder;

  @Test
  void validationAndTestFilmsAreSeenAsTheyAre() {
    WatchedEngine engine = new WatchedEngine(new FakeEngine());
    new Training(engine, DrawnTraining::draw)
        .run(
            DrawnTraining.order(folder, "model", RECIPE, true),
            TrainingWatcher.NONE,
            new TrainingControl());
    Set<String> validation = exact(DrawnTraining.split().validation());
    Set<String> train = exact(DrawnTraining.split().train());
    Set<String> test = exact(DrawnTraining.split().test());

    // The head's stage: features of validation films once each, of training films in four forms.
    List<String> features = texts(engine.seen.getOrDefault("features", List.of()));
    assertThat(features).hasSize(4 * train.size() + validation.size());
    assertThat(features).containsAll(validation).containsAll(train);
    assertThat(features.stream().filter(validation::contains)).hasSize(validation.size());
    assertThat(new HashSet<>(features)).hasSize(features.size());

    // The whole stage judges films, and judges nothing but validation films as they are.
    assertThat(texts(engine.seen.getOrDefault("logits", List.of())))
        .isNotEmpty()
        .allMatch(validation::contains);

    // It learns from varied films, none of them one that is judged.
    List<String> steps = texts(engine.seen.getOrDefault("step", List.of()));
    assertThat(steps).isNotEmpty().noneMatch(validation::contains).noneMatch(test::contains);
    assertThat(steps.stream().filter(train::contains)).isEmpty();

    // The finished model is asked about films as they are; the rest are the probes' blacked out.
    List<String> served = texts(engine.seen.getOrDefault("run", List.of()));
    assertThat(served).containsAll(validation).containsAll(train).containsAll(test);
    Set<String> exact = new HashSet<>(validation);
    exact.addAll(train);
    exact.addAll(test);
    assertThat(served.stream().filter(film -> !exact.contains(film))).hasSize(2 * test.size());
  }

  private static Set<String> exact(int[] rows) {
    DataSet films = DrawnTraining.films();
    Set<String> exact = new HashSet<>();
    for (int row : rows) {
      exact.add(
          text(
              FilmTensor.of(DrawnTraining.draw(films.films().get(row).file()), RECIPE.input())
                  .values()));
    }
    return exact;
  }

  private static List<String> texts(List<float[]> films) {
    return films.stream().map(AugmentationIsForTrainingTest::text).toList();
  }

  private static String text(float[] film) {
    return Arrays.toString(film);
  }
}
