package negatoscope.workstation.trainer.results;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import negatoscope.evaluation.OperatingPoint;
import negatoscope.evaluation.Predictions;
import negatoscope.library.Model;
import negatoscope.library.SampleCards;
import negatoscope.library.card.CardOperatingPoint;
import negatoscope.network.Backbone;
import negatoscope.training.judging.ChosenPoints;
import negatoscope.training.judging.EvaluationFile;
import negatoscope.training.recipe.Recipe;
import negatoscope.workstation.trainer.desk.Judged;
import negatoscope.workstation.trainer.desk.Trained;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operating points move along the validation curve, whatever the test films say. */
class ThresholdsViewModelTest {
  @TempDir private Path folder;

  private final ThresholdsViewModel thresholds = new ThresholdsViewModel();
  private Predictions validation = predictions(60, 3);
  private Model model;

  @BeforeEach
  void train() {
    model =
        SampleCards.write(folder.resolve("m"), SampleCards.full("m"), SampleCards.graph("model"));
    Recipe recipe = Recipe.recommended(Backbone.MOBILENET_V2);
    EvaluationFile.write(model.folder(), model.card(), recipe, List.of(), validation);
    model =
        ChosenPoints.choose(
            model, java.util.Set.copyOf(model.card().classes()), ChosenPoints.USUAL);
  }

  private static Predictions predictions(int films, int salt) {
    int[] labels = new int[films];
    double[][] said = new double[films][];
    for (int i = 0; i < films; i++) {
      labels[i] = i % 3;
      double sure = 0.35 + 0.6 * ((i * 37 + salt) % films) / films;
      said[i] = new double[] {(1 - sure) / 2, (1 - sure) / 2, (1 - sure) / 2};
      said[i][(i + salt) % 7 == 0 ? (i + 1) % 3 : i % 3] = sure;
    }
    return new Predictions(labels, said);
  }

  private static List<Judged> judged(Predictions of) {
    List<Judged> films = new ArrayList<>();
    for (int i = 0; i < of.count(); i++) {
      List<Double> said = new ArrayList<>();
      for (int k = 0; k < of.classes(); k++) {
        said.add(of.scores(k)[i]);
      }
      films.add(new Judged(Path.of(i + ".png"), i + ".png", "", of.labels()[i], said));
    }
    return films;
  }

  private void show(boolean tested) {
    thresholds.show(Results.of(new Trained(model, judged(predictions(30, 5)), tested, null, "")));
  }

  @Test
  void theTrainingsOwnPointStandsUntilItIsMoved() {
    show(true);
    CardOperatingPoint own =
        requireNonNull(requireNonNull(model.card().operatingPoints()).get("covid-19"));
    assertThat(thresholds.shown().points().get(thresholds.pointProperty().get()).threshold())
        .isEqualTo(own.threshold());
    assertThat(thresholds.changed()).isEmpty();
    assertThat(thresholds.movedProperty().get()).isFalse();
    assertThat(thresholds.chosenByProperty().get())
        .contains("as the training chose", "60 validation films");
    assertThat(thresholds.summaryProperty().get()).doesNotContain("moved by you");
  }

  @Test
  void eachClassKeepsItsPointWhileOthersAreLookedAt() {
    show(true);
    thresholds.pointProperty().set(3);
    thresholds.curveProperty().set(2);
    thresholds.pointProperty().set(7);
    thresholds.curveProperty().set(0);
    assertThat(thresholds.pointProperty().get()).isEqualTo(3);
    assertThat(thresholds.changed()).containsOnlyKeys("covid-19", "normal");
    thresholds.putBack();
    assertThat(thresholds.changed()).containsOnlyKeys("normal");
  }

  @Test
  void whatIsSavedIsTrueOfTheValidationFilmsAndTestFilmsAreOnlyToldOf() {
    show(true);
    thresholds.pointProperty().set(5);
    CardOperatingPoint saved = requireNonNull(thresholds.changed().get("covid-19"));
    assertThat(new OperatingPoint(saved.threshold(), saved.sensitivity(), saved.specificity()))
        .isEqualTo(OperatingPoint.at(saved.threshold(), validation.scores(0), validation.truly(0)));
    Predictions test = predictions(30, 5);
    OperatingPoint there = OperatingPoint.at(saved.threshold(), test.scores(0), test.truly(0));
    assertThat(thresholds.onTestProperty().get())
        .contains("30 test films", "sensitivity of %.1f %%".formatted(100 * there.sensitivity()));
  }

  @Test
  void everyPointThatCanBeChosenIsAProbability() {
    show(true);
    assertThat(thresholds.shown().points())
        .hasSizeGreaterThan(20)
        .allMatch(point -> point.threshold() <= 1);
  }

  @Test
  void withoutTestFilmsThatIsSaid() {
    show(false);
    assertThat(thresholds.onTestProperty().get()).contains("no test films", "not known");
  }

  @Test
  void withoutValidationCurvesNothingIsChosen() throws Exception {
    Files.writeString(model.folder().resolve(Model.EVALUATION), "{");
    show(true);
    thresholds.pointProperty().set(4);
    thresholds.putBack();
    assertThat(thresholds.changed()).isEmpty();
    assertThat(thresholds.chosenByProperty().get()).contains("No threshold can be chosen");
  }
}
