package negatoscope.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;
import negatoscope.classification.GateFit;
import negatoscope.library.Model;
import negatoscope.library.ModelId;
import negatoscope.library.card.CardCalibration;
import negatoscope.library.card.CardEmbedding;
import negatoscope.library.card.CardFile;
import negatoscope.library.card.CardHead;
import negatoscope.library.card.CardInput;
import negatoscope.library.card.CardTraining;
import negatoscope.library.card.ModelCard;
import negatoscope.network.Device;
import negatoscope.network.Engine;
import negatoscope.network.NetworkSpec;
import negatoscope.network.ServingModel;
import negatoscope.network.TrainingPlan;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.backbone.FineTuning;
import negatoscope.network.weights.WeightsFile;
import negatoscope.task.AtomicFiles;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.Split;
import negatoscope.training.data.SplitJson;
import negatoscope.training.films.FilmStore;
import negatoscope.training.films.Ledger;
import negatoscope.training.judging.Answers;
import negatoscope.training.judging.ChosenPoints;
import negatoscope.training.judging.EvaluationFile;
import negatoscope.training.judging.TestLook;
import negatoscope.training.recipe.Preset;
import negatoscope.training.run.Candidate;
import negatoscope.training.run.Epoch;
import negatoscope.training.run.Validation;
import org.jspecify.annotations.Nullable;

/** Writes the folder of a model: graph, card, evaluation, licences, and the raw weights. */
final class ModelFolder {
  /** How far the served network's logits may be from the trained one's. */
  private static final double TOLERANCE = 1e-2;

  private static final String DRAWN =
      "Its training started from drawn weights, not from a network that had seen pictures before:"
          + " expect it to need far more films for the same answers.";

  private final Engine engine;
  private final TrainingOrder order;
  private final NetworkSpec spec;
  private final FilmStore store;
  private final ExecutorService pool;
  private final Ledger ledger;
  private final Cancellation cancellation;

  ModelFolder(
      Engine engine,
      TrainingOrder order,
      NetworkSpec spec,
      FilmStore store,
      ExecutorService pool,
      Ledger ledger,
      Cancellation cancellation) {
    this.engine = engine;
    this.order = order;
    this.spec = spec;
    this.store = store;
    this.pool = pool;
    this.ledger = ledger;
    this.cancellation = cancellation;
  }

  /** What {@link #write} costs, in {@link Ledger}'s unit. */
  static double work(TrainingOrder order) {
    Split split = order.split();
    int test = order.look() ? TestLook.PASSES * split.test().length : 0;
    return (double) split.train().length + split.validation().length + test;
  }

  /**
   * Writes all of it in one step, and reads the card back.
   *
   * @param secondsBefore spent before an interruption
   */
  Model write(Candidate kept, List<Epoch> history, double secondsBefore) {
    AtomicFiles.writeFolder(
        order.out(),
        folder -> {
          engine.export(spec, kept.weights(), kept.validation().temperature(), folder);
          WeightsFile.write(kept.weights(), folder.resolve(WeightsFile.NAME));
          Files.writeString(
              folder.resolve(Model.LICENCES), order.licences(), StandardCharsets.UTF_8);
          try (ServingModel served = engine.open(folder, Device.AUTO)) {
            describe(folder, served, kept, history, secondsBefore);
          }
        });
    return Model.of(order.out()).verified();
  }

  private void describe(
      Path folder, ServingModel served, Candidate kept, List<Epoch> history, double secondsBefore)
      throws IOException {
    Answers.Desk desk =
        new Answers.Desk(order.dataSet(), store, served, pool, ledger, cancellation);
    Answers validation =
        desk.ask(order.split().validation(), UnaryOperator.identity(), "Checking on validation");
    check(validation, kept.validation());
    Answers train =
        desk.ask(order.split().train(), UnaryOperator.identity(), "Learning what films look like");
    CardEmbedding gate = GateFit.fit(train.embeddings(), validation.embeddings());
    ModelCard card =
        card(folder, kept, history, gate, secondsBefore)
            .withOperatingPoints(
                ChosenPoints.of(
                    order.dataSet().classes(), validation.predictions(), ChosenPoints.USUAL));
    CardFile.write(folder.resolve(Model.CARD), card);
    byte[] split =
        new ObjectMapper().writeValueAsBytes(SplitJson.learned(order.dataSet(), order.split()));
    AtomicFiles.write(folder.resolve(SplitJson.FILE), out -> out.write(split));
    EvaluationFile.write(folder, card, order.recipe(), history, validation.predictions());
    if (order.look()) {
      new TestLook(desk, order.split().test()).look(new Model(folder, card), order.looksBefore());
    }
  }

  /** The graph that was written must say what the trained network said. */
  private void check(Answers validation, Validation trained) {
    Validation served = Validation.of(validation.predictions().labels(), validation.logits());
    if (Math.abs(served.logLoss() - trained.logLoss()) > TOLERANCE) {
      throw new Failure(
          ErrorCode.INTERNAL,
          "The exported graph of "
              + order.name()
              + " does not answer as the trained network did (log loss "
              + served.logLoss()
              + " against "
              + trained.logLoss()
              + ").",
          "Please report it; the weights are kept in "
              + new TrainingPlace(order.out()).checkpoint()
              + ".");
    }
  }

  private ModelCard card(
      Path folder, Candidate kept, List<Epoch> history, CardEmbedding gate, double secondsBefore) {
    try {
      return new ModelCard(
          ModelId.of(folder),
          order.name(),
          "1",
          Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
          order.dataSet().classes(),
          order.backbone().id(),
          CardHead.of(spec.head()),
          CardInput.of(order.recipe().input()),
          training(kept, history, secondsBefore),
          null,
          null,
          calibration(kept.validation()),
          gate,
          limits(),
          order.origin());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable CardCalibration calibration(Validation validation) {
    return validation.temperature() == Validation.NO_TEMPERATURE
        ? null
        : new CardCalibration(validation.temperature());
  }

  private CardTraining training(Candidate kept, List<Epoch> history, double secondsBefore) {
    DataSet dataSet = order.dataSet();
    Split split = order.split();
    Map<String, Integer> sizes = new LinkedHashMap<>();
    sizes.put("train", split.train().length);
    sizes.put("validation", split.validation().length);
    sizes.put("test", split.test().length);
    Map<String, String> software = new LinkedHashMap<>();
    software.put("tensorflow", engine.version());
    software.put("java", Runtime.version().toString());
    return new CardTraining(
        new CardTraining.Data(
            split.train().length,
            dataSet.patients(split.train()),
            dataSet.perClass(split.train()),
            dataSet.perCollection(split.train())),
        new CardTraining.Split(split.seed(), sizes, split.by()),
        order.recipe().preset(),
        "RMSprop",
        history.size(),
        kept.epoch(),
        secondsBefore + ledger.seconds(),
        software,
        fineTunedFrom(),
        frozenLayers(),
        order.recipe().learning().lstmFrozen());
  }

  private String fineTunedFrom() {
    return order.recipe().wholeStage().epochs() == 0
        ? CardTraining.BACKBONE_FROZEN
        : order.recipe().learning().fineTuneFrom();
  }

  /** The input layer is counted with none. */
  private int frozenLayers() {
    return switch (fineTunedFrom()) {
      case TrainingPlan.ALL -> 0;
      case CardTraining.BACKBONE_FROZEN ->
          Architecture.layers(order.backbone(), order.backbone().leastSide()).size() - 1;
      default -> FineTuning.frozen(order.backbone(), fineTunedFrom()).size() - 1;
    };
  }

  private List<String> limits() {
    List<String> limits = new ArrayList<>();
    limits.add("For research and teaching only; not for diagnosis.");
    limits.add(
        "It knows only the classes "
            + String.join(", ", order.dataSet().classes())
            + "; anything else it takes for one of them.");
    limits.add(
        "It was trained on frontal chest films; other views and body parts it cannot judge.");
    if (order.origin() == null) {
      limits.add(DRAWN);
    }
    Preset.of(order.recipe().preset()).ifPresent(preset -> limits.addAll(preset.notes()));
    limits.addAll(order.limits());
    return limits;
  }
}
