package negatoscope.training;

import static negatoscope.training.DrawnTraining.order;
import static negatoscope.training.DrawnTraining.recipe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.checkpoint.CheckpointFile;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.data.Split;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.run.Epoch;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.run.TrainingMoment;
import negatoscope.training.run.TrainingWatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that are interrupted, with a fake network on drawn films. */
class TrainingResumeTest {
  private static final int EPOCHS = 12;

  @TempDir Path folder;
  private final FakeEngine engine = new FakeEngine();
  private final Training training = new Training(engine, DrawnTraining::draw);

  /** Cancels when so many pieces of work were done. */
  private record CancelAfter(int moments, TrainingControl control, List<Integer> seen)
      implements TrainingWatcher {
    @Override
    public void now(TrainingMoment moment) {
      seen.add(1);
      if (seen.size() == moments) {
        control.cancel();
      }
    }
  }

  @Test
  void interruptedAnywhereItEndsAsIfItHadNotBeen() {
    TrainedModel unbroken = training.run(two("unbroken"), TrainingWatcher.NONE, control());
    assertThat(unbroken.epochs()).hasSize(EPOCHS);
    for (int every : new int[] {7, 40, 133, 301}) {
      assertSame(unbroken, broken(folder, "broken-" + every, recipe(2), every));
    }
  }

  @Test
  void whatARecipeLearnsFromItsPastGoesOnToo() {
    Map<String, ?> plateau =
        Map.of("schedule", Map.of("course", "PLATEAU", "factor", 0.5, "patience", 1), "rate", 9);
    Recipe recipe =
        recipe(1)
            .with(Map.of("robust", Map.of("rate", 0.3), "headStage", plateau))
            .with(Map.of("sampling", Map.of("how", "DRAWN", "by", "CLASS_IN_COLLECTION")))
            .with(Map.of("wholeStage", plateau));
    TrainedModel unbroken =
        training.run(order(folder, "unbroken", recipe, false), TrainingWatcher.NONE, control());
    assertThat(unbroken.epochs().stream().map(Epoch::rate).distinct()).hasSizeGreaterThan(1);
    assertSame(unbroken, broken(folder, "broken", recipe, 110));
  }

  private static void assertSame(TrainedModel unbroken, TrainedModel resumed) {
    assertThat(trace(resumed)).isEqualTo(trace(unbroken));
    assertThat(resumed.model().card().id()).isEqualTo(unbroken.model().card().id());
    Path left = new TrainingPlace(resumed.model().folder()).checkpoint();
    assertThat(left).doesNotExist();
  }

  /** Interrupts a training after so much work, goes on, and interrupts it again a little later. */
  private TrainedModel broken(Path below, String name, Recipe recipe, int every) {
    TrainingOrder order = order(below, name, recipe, false);
    for (int interruptions = 0; ; interruptions++) {
      TrainingControl control = control();
      TrainingWatcher watcher =
          new CancelAfter(every + 90 * interruptions, control, new ArrayList<>());
      try {
        TrainedModel model =
            new TrainingPlace(order.out()).unfinished()
                ? training.resume(order, watcher, control)
                : training.run(order, watcher, control);
        assertThat(interruptions).isPositive();
        return model;
      } catch (CancellationException e) {
        assertThat(interruptions).isLessThan(50);
      }
    }
  }

  @Test
  void itSaysWhatWasLearnedBefore() {
    interrupt(two("model"), 5);
    List<Epoch> before = new ArrayList<>();
    List<Epoch> last = new ArrayList<>();
    training.resume(
        two("model"),
        new TrainingWatcher() {
          @Override
          public void now(TrainingMoment moment) {}

          @Override
          public void resumed(List<Epoch> epochs) {
            before.addAll(epochs);
          }

          @Override
          public void epochEnded(List<Epoch> soFar) {
            last.clear();
            last.addAll(soFar);
          }
        },
        control());
    assertThat(before).hasSize(5);
    assertThat(last).hasSize(EPOCHS).startsWith(before.toArray(new Epoch[0]));
  }

  @Test
  void anInterruptedTrainingCanBeMadeAModelWithoutLearningMore() {
    interrupt(two("model"), 6);
    TrainingControl control = control();
    control.stop();
    int before = engine.updates;
    TrainedModel model = training.resume(two("model"), TrainingWatcher.NONE, control);
    assertThat(engine.updates).isEqualTo(before);
    assertThat(model.epochs()).hasSize(6);
    assertThat(model.validation().accuracy()).isGreaterThan(0.5);
  }

  @Test
  void itDoesNotStartAnewOverWhatIsUnfinished() {
    interrupt(two("model"), 2);
    assertThatThrownBy(() -> training.run(two("model"), TrainingWatcher.NONE, control()))
        .satisfies(is(ErrorCode.EXISTS, "--resume"));
    assertThatThrownBy(() -> training.resume(two("other"), TrainingWatcher.NONE, control()))
        .satisfies(is(ErrorCode.NOT_FOUND, "other.checkpoint"));
  }

  @Test
  void oneThatIsUnderWayIsNotDisturbedByAnother() {
    List<Throwable> refused = new ArrayList<>();
    TrainingWatcher watcher =
        TrainingWatcher.ofEpochs(
            epoch ->
                refused.add(
                    catchThrowable(
                        () -> training.resume(two("model"), TrainingWatcher.NONE, control()))));
    training.run(two("model"), watcher, control());
    assertThat(refused).hasSize(EPOCHS).allSatisfy(is(ErrorCode.BUSY, "under way")::accept);
    assertThat(folder).isDirectoryNotContaining("glob:**.lock");
  }

  @Test
  void anotherOrderIsRefusedByWhatIsOtherInIt() {
    TrainingOrder order = two("model");
    interrupt(order, 2);
    Recipe recipe = order.recipe();
    refused(order(folder, "model", recipe.withSeed(8), false), "the recipe's seed (1 then, 8 now)");
    refused(order(folder, "model", recipe.withEpochs(4, 9), false), "wholeStage.epochs (4 then");
    refused(with(order, films -> films.subList(1, films.size())), "left out");
    Weights other = new Weights(Map.of("x/bias", new WeightTensor(new int[] {1}, new float[] {1})));
    TrainingOrder otherStart =
        new TrainingOrder(
            order.name(),
            order.out(),
            order.dataSet(),
            order.split(),
            order.backbone(),
            other,
            null,
            recipe,
            false,
            0,
            "",
            List.of());
    refused(otherStart, "the weights that it starts from");
    assertThat(training.resume(order, TrainingWatcher.NONE, control()).epochs()).hasSize(EPOCHS);
  }

  private static TrainingOrder with(TrainingOrder order, UnaryOperator<List<LabelledFilm>> change) {
    DataSet all = order.dataSet();
    DataSet some = all.with(change.apply(all.films()));
    return new TrainingOrder(
        order.name(),
        order.out(),
        some,
        Split.make(some, Split.Shares.USUAL, 4),
        order.backbone(),
        order.start(),
        null,
        order.recipe(),
        false,
        0,
        "",
        List.of());
  }

  private void refused(TrainingOrder order, String why) {
    assertThatThrownBy(() -> training.resume(order, TrainingWatcher.NONE, control()))
        .satisfies(is(ErrorCode.CHANGED, why));
  }

  @Test
  void aDamagedCheckpointIsRefusedAndLeftAsItIs() throws IOException {
    interrupt(two("model"), 3);
    Path file = folder.resolve("model.checkpoint");
    byte[] whole = Files.readAllBytes(file);
    for (int at : new int[] {0, 13, 40, whole.length / 2, whole.length - 3}) {
      try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
        damaged.seek(at);
        damaged.write(whole[at] ^ 0x10);
      }
      assertThatThrownBy(() -> training.resume(two("model"), TrainingWatcher.NONE, control()))
          .satisfies(is(ErrorCode.BAD_CHECKPOINT, "model.checkpoint"));
      Files.write(file, whole);
    }
    for (int length : new int[] {0, 5, 19, whole.length / 3, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> training.resume(two("model"), TrainingWatcher.NONE, control()))
          .satisfies(is(ErrorCode.BAD_CHECKPOINT, "model.checkpoint"));
      assertThat(file).hasSize(length);
    }
  }

  @Test
  void aCheckpointThatCannotBeWrittenEndsTheTrainingAndLeavesTheLastOneWhole() {
    TrainedModel unbroken = training.run(two("unbroken"), TrainingWatcher.NONE, control());
    Training full =
        new Training(
            engine,
            DrawnTraining::draw,
            (file, identity, checkpoint, start) -> {
              if (checkpoint.history().size() == 6) {
                AtomicFiles.write(
                    file,
                    out -> {
                      out.write(new byte[100]);
                      throw new IOException("No space left on device");
                    });
              }
              CheckpointFile.write(file, identity, checkpoint, start);
            });
    assertThatThrownBy(() -> full.run(two("model"), TrainingWatcher.NONE, control()))
        .satisfies(is(ErrorCode.DISK_FULL, "model.checkpoint"));
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
    List<Epoch> before = new ArrayList<>();
    TrainedModel resumed =
        training.resume(
            two("model"),
            new TrainingWatcher() {
              @Override
              public void now(TrainingMoment moment) {}

              @Override
              public void resumed(List<Epoch> epochs) {
                before.addAll(epochs);
              }
            },
            control());
    assertThat(before).hasSize(5);
    assertThat(trace(resumed)).isEqualTo(trace(unbroken));
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsFoundOutBeforeAnyFilmIsRead() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Training noFilms =
        new Training(
            engine,
            film -> {
              throw new AssertionError("a film was read");
            });
    TrainingOrder order = order(file, "model", recipe(1), false);
    assertThatThrownBy(() -> noFilms.run(order, TrainingWatcher.NONE, control()))
        .satisfies(is(ErrorCode.NOT_WRITABLE, "model"));
    assertThat(engine.networks).isZero();
  }

  @Test
  void aTrainingThatFailsBeforeItsFirstEpochLeavesNothing() {
    Training unreadable =
        new Training(
            engine,
            (Path film) -> {
              throw new Failure(ErrorCode.TRUNCATED, film + " is cut off.", "");
            });
    assertThatThrownBy(() -> unreadable.run(two("model"), TrainingWatcher.NONE, control()))
        .satisfies(is(ErrorCode.TRUNCATED, "cut off"));
    interrupt(two("model"), 0);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatKilledAttemptsLeftBesideTheModelIsRemoved() throws IOException {
    interrupt(two("model"), 4);
    Path left =
        Files.createFile(
            folder.resolve(".model.checkpoint.01234567-89ab-cdef-0123-456789abcdef.part"));
    Path others =
        Files.createFile(folder.resolve(".models.01234567-89ab-cdef-0123-456789abcdef.part"));
    training.resume(two("model"), TrainingWatcher.NONE, control());
    assertThat(left).doesNotExist();
    assertThat(others).exists();
  }

  /** Cancels once so many epochs have ended. */
  private void interrupt(TrainingOrder order, int epochs) {
    TrainingControl control = control();
    List<Epoch> told = new ArrayList<>();
    TrainingWatcher watcher =
        TrainingWatcher.ofEpochs(
            epoch -> {
              told.add(epoch);
              if (told.size() == epochs) {
                control.cancel();
              }
            });
    if (epochs == 0) {
      control.cancel();
    }
    assertThatThrownBy(() -> training.run(order, watcher, control))
        .isInstanceOf(CancellationException.class);
  }

  private TrainingOrder two(String name) {
    return order(folder, name, recipe(2), false);
  }

  private static TrainingControl control() {
    return new TrainingControl();
  }

  /** What must not depend on interruptions: everything but speed, time and memory. */
  private static List<String> trace(TrainedModel model) {
    return model.epochs().stream()
        .map(
            epoch ->
                "%s %d %d %s %s %s %s"
                    .formatted(
                        epoch.stage(),
                        epoch.run(),
                        epoch.epoch(),
                        epoch.loss(),
                        epoch.accuracy(),
                        epoch.rate(),
                        epoch.validation()))
        .toList();
  }

  private static Consumer<Throwable> is(ErrorCode code, String named) {
    return problem -> {
      assertThat(problem).isInstanceOf(Failure.class).hasMessageContaining(named);
      assertThat(((Failure) problem).code()).isEqualTo(code);
    };
  }
}
