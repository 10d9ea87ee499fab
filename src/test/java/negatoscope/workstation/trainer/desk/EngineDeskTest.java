package negatoscope.workstation.trainer.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import negatoscope.intake.Intake;
import negatoscope.library.Model;
import negatoscope.library.card.ModelCard;
import negatoscope.network.Backbone;
import negatoscope.network.Engines;
import negatoscope.network.HeadSpec;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.training.cache.CacheSpace;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.Split;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.report.CrossValidation;
import negatoscope.training.report.Evaluation;
import negatoscope.training.report.ReportFolder;
import negatoscope.training.run.Epoch;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.run.TrainingMoment;
import negatoscope.training.scan.DataSetScan;
import negatoscope.training.scan.ScannedSet;
import negatoscope.workstation.trainer.DrawnFilms;
import negatoscope.workstation.trainer.SamplePlans;
import negatoscope.workstation.trainer.films.ChosenFilms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real engine behind the wizard, on a few drawn films and a network with drawn weights. */
@SuppressWarnings("NullAway.Init")
class EngineDeskTest {
  private static final Intake INTAKE = Intake.withBuiltInToolkit();
  private static final int EPOCHS = 6;

  @TempDir private Path folder;

  private final EngineDesk desk =
      new EngineDesk(
          Engines::start,
          name -> Model.of(folder.resolve(name)),
          INTAKE::openFirst,
          CacheSpace.passing());
  private RunFolders folders;
  private Wish wish;

  @BeforeEach
  void films() {
    folders = new RunFolders(folder.resolve("trainings"));
    DataSet dataSet =
        DataSet.scan(DrawnFilms.folder(folder, 10), DataSet.Options.NONE, INTAKE::films);
    ScannedSet set =
        new DataSetScan(INTAKE::openFirst, folder.resolve("cache"))
            .run(dataSet, Progress.NONE, new Cancellation());
    Split split = Split.make(dataSet, set.groups(), Split.Shares.USUAL, 1);
    Recipe recipe =
        Recipe.recommended(Backbone.MOBILENET_V2)
            .with(
                Map.of(
                    "side",
                    32,
                    "head",
                    new HeadSpec.Compact(8, 1, 0.2f, false, HeadSpec.Pooling.LAST),
                    "headStage",
                    Map.of("epochs", EPOCHS, "batch", 8)))
            .withEpochs(EPOCHS, 0);
    wish = new Wish(new ChosenFilms(set, split), new Start(Backbone.MOBILENET_V2, null), recipe, 0);
  }

  private RunFolder begin() {
    Plan plan = SamplePlans.plain(wish.folds(), "2026-11-28T12:00:00Z");
    return folders.make(plan, wish.recipe());
  }

  /** Keeps the epochs, and does something at the end of each. */
  private static final class Watcher implements RunWatcher {
    private final List<Integer> parts = new CopyOnWriteArrayList<>();
    private final List<Epoch> epochs = new CopyOnWriteArrayList<>();
    private Consumer<Integer> then;

    private Watcher(Consumer<Integer> then) {
      this.then = then;
    }

    @Override
    public void part(int number, int of) {
      parts.add(number);
    }

    @Override
    public void now(TrainingMoment moment) {}

    @Override
    public void epochEnded(List<Epoch> soFar) {
      resumed(soFar);
      then.accept(soFar.size());
    }

    @Override
    public void resumed(List<Epoch> before) {
      epochs.clear();
      epochs.addAll(before);
    }
  }

  @Test
  void aTrainingPausedCancelledAndResumedLearnsWhatAnUnbrokenOneLearns() throws Exception {
    Watcher unbroken = new Watcher(epoch -> {});
    Trained whole = desk.train(wish, begin(), unbroken, new TrainingControl());
    assertThat(unbroken.epochs).hasSize(EPOCHS);

    RunFolder broken = begin();
    TrainingControl control = new TrainingControl();
    CountDownLatch paused = new CountDownLatch(1);
    Watcher first =
        new Watcher(
            epoch -> {
              if (epoch == 2) {
                control.pause();
                paused.countDown();
              } else if (epoch == 4) {
                control.cancel();
              }
            });
    CompletableFuture<Trained> running =
        CompletableFuture.supplyAsync(() -> desk.train(wish, broken, first, control));
    assertThat(paused.await(60, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> running.get(400, TimeUnit.MILLISECONDS))
        .as("it is held up")
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
    assertThat(first.epochs).hasSize(2);
    control.goOn();
    assertThatThrownBy(running::join).hasCauseInstanceOf(CancellationException.class);
    assertThat(first.epochs).hasSize(4);
    assertThat(broken.finished()).isFalse();
    assertThat(folders.list()).contains(broken);

    Watcher second = new Watcher(epoch -> {});
    Trained resumed = desk.train(wish, broken, second, new TrainingControl());
    assertThat(broken.finished()).isTrue();
    assertThat(second.epochs).hasSize(EPOCHS);
    for (int i = 0; i < EPOCHS; i++) {
      assertThat(second.epochs.get(i).loss())
          .isEqualTo(unbroken.epochs.get(i).loss(), within(1e-6));
    }
    assertThat(resumed.films().get(0).probabilities().get(0))
        .isEqualTo(whole.films().get(0).probabilities().get(0), within(1e-6));
    assertThat(resumed.films()).hasSize(wish.films().split().test().length);
  }

  @Test
  void aTrainingThatIsStoppedKeepsItsBestAndIsReportedAsEvaluateReports() {
    RunFolder begun = begin();
    TrainingControl control = new TrainingControl();
    Watcher watcher =
        new Watcher(
            epoch -> {
              if (epoch == 2) {
                control.stop();
              }
            });
    Trained trained = desk.train(wish, begun, watcher, control);
    assertThat(watcher.epochs).hasSize(2);
    ModelCard card = trained.model().card();
    assertThat(card.operatingPoints()).as("chosen on validation films").isNotEmpty();
    Evaluation evaluation = desk.evaluate(wish, begun, Progress.NONE, new Cancellation());
    assertThat(evaluation.films()).hasSameSizeAs(trained.films());
    for (int i = 0; i < trained.films().size(); i++) {
      assertThat(evaluation.films().get(i).answers().get(0).probabilities()[0])
          .isEqualTo(trained.films().get(i).probabilities().get(0), within(1e-5));
    }
    assertThat(evaluation.first().probes()).hasSize(2);
    assertThat(evaluation.examples()).isNotEmpty();
    Path report = begun.model().resolve("report");
    ReportFolder.replace(report, evaluation.withCard(card.withName("drawn")));
    ReportFolder.replace(report, evaluation.withCard(card.withName("drawn-again")));
    assertThat(report.resolve(ReportFolder.REPORT)).content().contains("How good is drawn-again?");
    assertThat(Files.exists(report.resolve(ReportFolder.PREDICTIONS))).isTrue();

    String former = folder.relativize(begun.model()).toString();
    wish =
        new Wish(
            wish.films(),
            new Start(Backbone.MOBILENET_V2, null, former),
            wish.recipe().withEpochs(1, 0),
            0);
    Watcher again = new Watcher(epoch -> {});
    Trained further = desk.train(wish, begin(), again, new TrainingControl());
    assertThat(requireNonNull(further.model().card().weights()).name())
        .isEqualTo("model " + card.name());
    assertThat(again.epochs.get(0).validation().logLoss())
        .as("its head goes on where it was")
        .isLessThan(1.05 * watcher.epochs.get(0).validation().logLoss());
  }

  @Test
  void aFoldThatIsFinishedIsNotTrainedAgain() {
    wish = new Wish(wish.films(), wish.start(), wish.recipe().withEpochs(1, 0), 3);
    RunFolder begun = begin();
    TrainingControl control = new TrainingControl();
    Watcher first = new Watcher(epoch -> {});
    first.then =
        epoch -> {
          if (first.parts.contains(3)) {
            control.cancel();
          }
        };
    assertThatThrownBy(() -> desk.train(wish, begun, first, control))
        .isInstanceOf(CancellationException.class);
    assertThat(first.parts).containsExactly(1, 2, 3);
    assertThat(begun.trained()).isTrue();
    assertThat(begun.finished()).isFalse();
    CopyOnWriteArrayList<Integer> learned = new CopyOnWriteArrayList<>();
    Watcher second = new Watcher(epoch -> {});
    second.then = epoch -> learned.add(second.parts.get(second.parts.size() - 1));
    Trained trained = desk.train(wish, begun, second, new TrainingControl());
    assertThat(learned).as("the model and the first fold are there").doesNotContain(1, 2);
    assertThat(begun.finished()).isTrue();
    CrossValidation folds = requireNonNull(trained.folds());
    assertThat(folds.films()).isEqualTo(wish.films().set().dataSet().films().size());
    assertThat(folds.each()).hasSize(3);
    assertThat(folds.figures().get(0).mean())
        .isEqualTo(
            folds.each().stream().mapToDouble(CrossValidation.Fold::accuracy).average().orElse(-1),
            within(1e-9));
    Path copy = folder.resolve("copy");
    begun.copyFoldReport(copy);
    assertThat(copy.resolve("report.html")).content().contains("3 folds");
    assertThat(copy.resolve("plots")).isNotEmptyDirectory();
    assertThat(copy.resolve("members")).doesNotExist();
  }
}
