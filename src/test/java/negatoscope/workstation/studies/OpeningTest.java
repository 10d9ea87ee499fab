package negatoscope.workstation.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import negatoscope.film.Film;
import negatoscope.intake.FilmHeading;
import negatoscope.intake.Found;
import negatoscope.intake.FoundFilm;
import negatoscope.intake.PassedOver;
import negatoscope.intake.PassedOver.Reason;
import negatoscope.task.Cancellation;
import negatoscope.task.InlineRunner;
import negatoscope.task.Progress;
import negatoscope.workstation.fakes.TestFilms;
import org.junit.jupiter.api.Test;

/** The list fills while the scan goes on. */
class OpeningTest {
  private static final Path FOLDER = Path.of("films");

  private final Deque<Runnable> window = new ArrayDeque<>();
  private final List<String> seen = new ArrayList<>();
  private Consumer<Consumer<Found>> scan = to -> {};
  private final StudiesViewModel studies =
      new StudiesViewModel(
          new FilmReader() {
            @Override
            public void scan(
                List<Path> paths, Consumer<Found> to, Cancellation stop, Progress progress) {
              scan.accept(to);
            }

            @Override
            public Film open(Path file, int frame) {
              return TestFilms.film(file, 30, 20, 0);
            }
          },
          new InlineRunner(Progress.NONE),
          window::add,
          1 << 30);

  private static FoundFilm film(String name) {
    return new FoundFilm(FOLDER.resolve(name), FilmHeading.of("PNG"));
  }

  private void windowTakes() {
    while (!window.isEmpty()) {
      window.remove().run();
    }
    seen.add(studies.films().size() + " " + studies.selected().isPresent());
  }

  @Test
  void theFirstFilmIsShownBeforeTheScanEnds() {
    scan =
        to -> {
          to.accept(new PassedOver(FOLDER.resolve("a.txt"), Reason.NOT_A_FILM, "a.txt is text."));
          windowTakes();
          assertThat(studies.scansProperty().get()).isEqualTo(1);
          pause();
          to.accept(film("b.png"));
          windowTakes();
          to.accept(film("c.png"));
          windowTakes();
        };
    studies.open(List.of(FOLDER));
    assertThat(seen).containsExactly("0 false", "1 true", "1 true");
    assertThat(studies.films()).hasSize(2);
    assertThat(studies.passedOver()).hasSize(1);
    assertThat(studies.scansProperty().get()).isZero();
    assertThat(PassedOverView.text(studies.passedOver()))
        .isEqualTo("NOT_A_FILM\t" + FOLDER.resolve("a.txt") + "\ta.txt is text.");
  }

  private static void pause() {
    try {
      Thread.sleep(150);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void batchesComeAtMostTenTimesASecond() {
    int[] batches = {0};
    scan =
        to -> {
          long end = System.nanoTime() + 500_000_000;
          int i = 0;
          while (System.nanoTime() < end) {
            to.accept(film("f" + i++ + ".png"));
            batches[0] += window.size();
            windowTakes();
          }
        };
    studies.open(List.of(FOLDER));
    assertThat(batches[0]).isBetween(2, 7);
  }

  @Test
  void aCancelledScanLeavesWhatItFound() {
    scan =
        to -> {
          to.accept(film("a.png"));
          to.accept(film("b.png"));
          throw new CancellationException();
        };
    studies.open(List.of(FOLDER));
    assertThat(studies.films()).hasSize(2);
    assertThat(studies.scansProperty().get()).isZero();
  }

  @Test
  void aScanThatFailsIsAnEntryThatSaysWhy() {
    scan =
        to -> {
          to.accept(film("a.png"));
          throw new IllegalStateException("bug");
        };
    studies.open(List.of(FOLDER));
    assertThat(studies.films().get(1).content()).isInstanceOf(Content.Failed.class);
    assertThat(studies.scansProperty().get()).isZero();
  }

  @Test
  void theSameFilmFromAnotherPlaceIsSelectedNotOpenedAgain() {
    OpenFilm known = StudyRowsTest.film("PHANTOM", "1", "a", "20200417", 1, 1);
    FilmHeading heading = known.order().heading();
    FilmHeading named =
        new FilmHeading(
            "DICOM", "P", "1", "s", "", "", "", "t", 1, "", "DX", "2.25.7", 1, "PA", 3, 10, 10);
    scan = to -> to.accept(new FoundFilm(FOLDER.resolve("a"), heading));
    studies.open(List.of(FOLDER));
    scan = to -> to.accept(new FoundFilm(FOLDER.resolve("x"), named));
    studies.open(List.of(FOLDER));
    scan = to -> to.accept(new FoundFilm(Path.of("disc", "y"), named));
    studies.open(List.of(FOLDER));
    assertThat(studies.films())
        .extracting(OpenFilm::file)
        .containsExactly(FOLDER.resolve("a"), FOLDER.resolve("x"));
    assertThat(studies.selected().orElseThrow().file()).isEqualTo(FOLDER.resolve("x"));
    assertThat(studies.films().get(1).framesAskedFor()).hasSize(1);
  }

  @Test
  void headingsCloseAndOpenAndTheSelectedFilmIsNeverHidden() {
    scan = to -> Map.of("a", 1, "b", 2).keySet().stream().sorted().forEach(n -> to.accept(film(n)));
    studies.open(List.of(FOLDER));
    assertThat(studies.rows()).hasSize(4);
    GroupKey patient = ((Row.Heading) studies.rows().get(0)).key();
    studies.expand(patient, false);
    assertThat(studies.rows()).hasSize(1);
    studies.selectNext();
    assertThat(studies.rows()).hasSize(4);
    studies.filterProperty().set("b");
    assertThat(studies.rows()).hasSize(3);
    assertThat(studies.filtered()).isEqualTo(1);
    studies.closeAll();
    assertThat(studies.rows()).isEmpty();
    assertThat(studies.filterProperty().get()).isEmpty();
  }
}
