package negatoscope.workstation.trainer.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import negatoscope.network.Backbone;
import negatoscope.training.recipe.Recipe;
import negatoscope.workstation.fakes.HeldRunner;
import negatoscope.workstation.trainer.FakeDesk;
import negatoscope.workstation.trainer.SamplePlans;
import negatoscope.workstation.trainer.ScannedFilms;
import negatoscope.workstation.trainer.desk.RunFolder;
import negatoscope.workstation.trainer.desk.RunFolders;
import negatoscope.workstation.trainer.desk.Start;
import negatoscope.workstation.trainer.desk.Wish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step in which the network learns, without a window; work is done when the test says so. */
@SuppressWarnings("NullAway.Init")
class RunViewModelTest {
  @TempDir private Path folder;
  private final HeldRunner runner = new HeldRunner();
  private final FakeDesk desk = new FakeDesk();
  private RunFolders folders;
  private Ordered ordered;
  private RunViewModel run;

  @BeforeEach
  void open() {
    folders = new RunFolders(folder.resolve("trainings"));
    ordered = ordered(1);
    run =
        new RunViewModel(
            () -> Optional.of(ordered),
            folders,
            desk,
            new RunViewModel.Surroundings(runner, Runnable::run));
  }

  private Ordered ordered(int seed) {
    Recipe recipe = Recipe.recommended(Backbone.MOBILENET_V2).withSeed(seed);
    Wish wish =
        new Wish(
            requireNonNull(ScannedFilms.of(folder, 8).classes().chosenProperty().get()),
            new Start(Backbone.MOBILENET_V2, null),
            recipe,
            0);
    return new Ordered(wish, SamplePlans.plain(0, "2026-11-28T12:00:0" + seed + "Z"));
  }

  private RunState state() {
    return run.stateProperty().get();
  }

  @Test
  void itStartsOnceAndAgainOnlyForAnotherOrder() {
    assertThat(state()).isEqualTo(RunState.IDLE);
    run.enter();
    assertThat(state()).isEqualTo(RunState.RUNNING);
    assertThat(run.stays()).isNotEmpty();
    run.enter();
    assertThat(runner.titles()).containsExactly("Training");
    runner.doAll();
    assertThat(state()).isEqualTo(RunState.DONE);
    assertThat(run.reasonProperty().get()).isEmpty();
    assertThat(run.trainedProperty().get()).isNotNull();
    run.enter();
    assertThat(runner.titles()).as("nothing was changed").isEmpty();
    RunFolder first = run.folder().orElseThrow();
    ordered = ordered(2);
    run.enter();
    assertThat(run.trainedProperty().get()).isNull();
    runner.doAll();
    assertThat(run.folder()).isPresent().get().isNotEqualTo(first);
  }

  @Test
  void pausedItCanGoOnOrBeStopped() {
    run.enter();
    run.pause();
    assertThat(state()).isEqualTo(RunState.PAUSED);
    assertThat(run.reasonProperty().get()).contains("paused");
    run.goOn();
    assertThat(state()).isEqualTo(RunState.RUNNING);
    run.stopAndKeepBest();
    assertThat(state()).isEqualTo(RunState.ENDING);
    run.pause();
    assertThat(state()).as("it is too late to pause").isEqualTo(RunState.ENDING);
    runner.doAll();
    assertThat(state()).isEqualTo(RunState.DONE);
  }

  @Test
  void cancelledItGoesOnInTheSameFolderOrIsDiscarded() {
    run.enter();
    run.cancel();
    assertThat(state()).isEqualTo(RunState.ENDING);
    runner.doAll();
    assertThat(state()).isEqualTo(RunState.STOPPED);
    RunFolder begun = run.folder().orElseThrow();
    run.goOnWithLast();
    run.cancel();
    runner.doAll();
    assertThat(run.folder()).contains(begun);
    run.throwAway();
    runner.doAll();
    assertThat(state()).isEqualTo(RunState.IDLE);
    assertThat(run.folder()).isEmpty();
    assertThat(begun.folder()).doesNotExist();
  }

  @Test
  void aFinishedTrainingIsOnlyAskedAgain() {
    run.enter();
    runner.doAll();
    RunFolder begun = run.folder().orElseThrow();
    int learned = run.live().epochs().size();
    assertThat(learned).isEqualTo(FakeDesk.EPOCHS);
    run.resume(begun, ordered);
    runner.doAll();
    assertThat(state()).isEqualTo(RunState.DONE);
    assertThat(run.live().epochs()).as("nothing was learned").isEmpty();
    assertThat(run.trainedProperty().get()).isNotNull();
  }
}
