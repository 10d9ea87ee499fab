package negatoscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import negatoscope.classification.Classification;
import negatoscope.classification.EngineClassifier;
import negatoscope.intake.Intake;
import negatoscope.library.Model;
import negatoscope.library.card.CardTest;
import negatoscope.library.card.ModelCard;
import negatoscope.network.Backbone;
import negatoscope.network.Device;
import negatoscope.network.Engine;
import negatoscope.network.Engines;
import negatoscope.network.HeadSpec;
import negatoscope.network.weights.WeightsFile;
import negatoscope.task.Cancellation;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.data.Split;
import negatoscope.training.recipe.Balance;
import negatoscope.training.recipe.Grouping;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.recipe.Schedule;
import negatoscope.training.recipe.Stage;
import negatoscope.training.run.Epoch;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.run.TrainingWatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole training of the real network, small: 42 real films, side 96, seconds. */
@NeedsShared
class TrainingOnFilmsTest {
  @TempDir Path folder;

  @Test
  void aFewFilmsBecomeAModelThatClassifiesAndWhoseCardIsReadBack() throws Exception {
    DataSet few = FewFilms.of(7, 3, 4);
    Split split = Split.of(few, 1);
    Engine engine = Engines.start();
    Intake intake = Intake.withBuiltInToolkit();
    List<Epoch> told = new ArrayList<>();
    StartWeights start =
        StartWeights.read(
            Shared.path("keras/mobilenet_v2_transfer_notop.h5"),
            Optional.of(Backbone.MOBILENET_V2),
            "MIT");
    TrainingOrder order =
        new TrainingOrder(
            "few",
            folder.resolve("few"),
            few,
            split,
            Backbone.MOBILENET_V2,
            start.weights(),
            start.origin(),
            small(),
            true,
            2,
            "terms\n",
            List.of("It saw few films."));
    TrainedModel trained =
        new Training(engine, intake::openFirst)
            .run(order, TrainingWatcher.ofEpochs(told::add), new TrainingControl());

    assertThat(told).hasSize(6).isEqualTo(trained.epochs());
    assertThat(told.get(3).loss()).isLessThan(told.get(0).loss());
    ModelCard card = Model.of(folder.resolve("few")).verified().card();
    assertThat(card.classes()).containsExactly("covid-19", "pneumonia", "normal");
    assertThat(Objects.requireNonNull(card.calibration()).temperature())
        .isCloseTo(trained.validation().temperature(), within(1e-6));
    CardTest test = Objects.requireNonNull(card.test());
    assertThat(test.films()).isEqualTo(split.test().length);
    assertThat(test.looks()).isEqualTo(3);
    assertThat(test.perCollection()).containsKeys("cohen", "kermany");
    assertThat(test.intervals()).containsKeys("accuracy", "macroAuc", "recall:normal");
    assertThat(Objects.requireNonNull(card.probes()).lungsAway()).isNotNull();
    assertThat(card.limits()).contains("It saw few films.");
    assertThat(Files.exists(new TrainingPlace(order.out()).checkpoint())).isFalse();
    assertThat(WeightsFile.read(order.out().resolve(WeightsFile.NAME)).names())
        .containsAll(start.weights().names());
    JsonNode evaluation = evaluation();
    assertThat(evaluation.at("/sets/test/macro/roc_auc").asDouble())
        .isEqualTo(Objects.requireNonNull(test.macroAuc()));
    assertThat(evaluation.at("/sets/validation/films").asInt())
        .isEqualTo(split.validation().length);
    classifierAgrees(trained.model(), few, split, engine, intake, test);
  }

  /** The program's own way from a file to an answer gives the card's accuracy. */
  private static void classifierAgrees(
      Model model, DataSet few, Split split, Engine engine, Intake intake, CardTest test)
      throws Exception {
    int right = 0;
    try (EngineClassifier classifier = EngineClassifier.open(model, engine, Device.CPU)) {
      for (int row : split.test()) {
        LabelledFilm film = few.films().get(row);
        Classification answer =
            classifier.classify(intake.openFirst(film.file()), Set.of(), new Cancellation()).get();
        right += answer.top() == film.label() ? 1 : 0;
      }
    }
    assertThat((double) right / split.test().length).isCloseTo(test.accuracy(), within(1e-9));
  }

  private JsonNode evaluation() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("few").resolve(Model.EVALUATION).toFile());
  }

  private static Recipe small() {
    return Recipe.recommended(Backbone.MOBILENET_V2)
        .with(
            Map.of(
                "preset",
                "small",
                "seed",
                3,
                "side",
                96,
                "head",
                new HeadSpec.Compact(16, 1, 0.2, false, HeadSpec.Pooling.MEAN),
                "headStage",
                new Stage(4, 3e-3, 2, Schedule.cosine(0.1), 8, 0, 1, 0),
                "wholeStage",
                new Stage(2, 1e-5, 1, Schedule.cosine(0.1), 8, 0.9, 1, 0),
                "fineness",
                1.25,
                "mixup",
                0.2))
        .with(
            Map.of(
                "weights",
                new Balance(Grouping.CLASS, 0.5),
                "averageLast",
                2,
                "choice",
                Recipe.Choice.LOG_LOSS));
  }
}
