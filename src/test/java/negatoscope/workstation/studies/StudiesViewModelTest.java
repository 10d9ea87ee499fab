package negatoscope.workstation.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import negatoscope.film.Film;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.InlineRunner;
import negatoscope.task.Progress;
import negatoscope.workstation.fakes.HeldRunner;
import negatoscope.workstation.fakes.TestFilms;
import org.junit.jupiter.api.Test;

class StudiesViewModelTest {
  private static final Path FOLDER = Path.of("films");
  private static final Path A = FOLDER.resolve("a.png");
  private static final Path B = FOLDER.resolve("b.png");
  private static final Path C = FOLDER.resolve("c.png");

  private final Map<Path, List<Film>> films = new HashMap<>();
  private final HeldRunner held = new HeldRunner();

  StudiesViewModelTest() {
    for (Path file : List.of(A, B, C)) {
      films.put(file, List.of(TestFilms.film(file, 300, 200, 0)));
    }
  }

  private StudiesViewModel inline() {
    return new StudiesViewModel(
        TestFilms.reader(films), new InlineRunner(Progress.NONE), Runnable::run, 1 << 30);
  }

  private StudiesViewModel held(long memory) {
    return new StudiesViewModel(TestFilms.reader(films), held, Runnable::run, memory);
  }

  private static OpenFilm selected(StudiesViewModel studies) {
    return studies.selected().orElseThrow();
  }

  @Test
  void aFolderListsEveryFilmInItAndReadsTheFirstAndThoseThatAreSeen() {
    StudiesViewModel studies = inline();
    studies.open(List.of(FOLDER));
    assertThat(studies.films()).extracting(OpenFilm::file).containsExactly(A, B, C);
    assertThat(selected(studies).file()).isEqualTo(A);
    assertThat(studies.films())
        .extracting(film -> film.film().isPresent())
        .containsExactly(true, false, false);
    studies.seen(studies.films().get(2));
    assertThat(studies.films().get(2).thumbnailProperty().get()).isNotNull();
    assertThat(studies.films().get(1).content()).isInstanceOf(Content.Listed.class);
    assertThat(selected(studies).thumbnailProperty().get().width()).isEqualTo(192);
    assertThat(selected(studies).captionProperty().get().file()).isEqualTo("a.png");
  }

  @Test
  void aBrokenFileSaysWhyAndTheNextFilmStillOpens() {
    StudiesViewModel studies = inline();
    Path broken = FOLDER.resolve("broken.bin");
    studies.open(List.of(broken, B));
    assertThat(studies.films().get(0).content())
        .isInstanceOfSatisfying(
            Content.Failed.class,
            failed -> assertThat(failed.failure().code()).isEqualTo(ErrorCode.NOT_A_FILM));
    studies.selectedProperty().set(studies.films().get(1));
    assertThat(studies.films().get(1).content()).isInstanceOf(Content.Shown.class);
  }

  @Test
  void aPathThatIsMissingIsAnEntryToo() {
    StudiesViewModel studies = inline();
    studies.open(List.of(Path.of("nowhere")));
    assertThat(selected(studies).content())
        .isInstanceOfSatisfying(
            Content.Failed.class,
            failed -> assertThat(failed.failure().code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  @Test
  void theSelectedFilmIsReadBeforeTheOthers() {
    StudiesViewModel studies = held(1 << 30);
    studies.open(List.of(FOLDER));
    held.doOne(0);
    studies.seen(studies.films().get(2));
    studies.seen(studies.films().get(1));
    studies.unseen(studies.films().get(2));
    studies.seen(studies.films().get(2));
    assertThat(held.titles()).containsExactly("Reading a.png", "Reading c.png");
    Path d = FOLDER.resolve("d.png");
    films.put(d, List.of(TestFilms.film(d, 30, 20, 0)));
    studies.open(List.of(d));
    held.doOne(2);
    assertThat(selected(studies).file()).isEqualTo(d);
    held.doOne(0);
    assertThat(held.titles()).containsExactly("Reading c.png", "Reading d.png");
  }

  @Test
  void aFileThatIsOpenIsSelectedInsteadOfOpenedTwice() {
    StudiesViewModel studies = inline();
    studies.open(List.of(FOLDER));
    studies.open(List.of(FOLDER.resolve("x").resolve("..").resolve("b.png"), B));
    assertThat(studies.films()).hasSize(3);
    assertThat(selected(studies).file()).isEqualTo(B);
  }

  @Test
  void framesOfAFileAreReadWhenTheyAreAskedForAndKeepTheirAnswers() {
    films.put(B, TestFilms.frames(B, 30, 40, 50));
    StudiesViewModel studies = inline();
    studies.open(List.of(B));
    OpenFilm first = selected(studies);
    assertThat(first.frames()).isEqualTo(3);
    studies.selectFrame(3);
    OpenFilm third = selected(studies);
    assertThat(studies.films()).containsExactly(first);
    assertThat(third.frame()).isEqualTo(3);
    assertThat(third.film().orElseThrow().width()).isEqualTo(50);
    assertThat(first.framesAskedFor()).containsExactly(first, third);
    studies.selectFrame(4);
    assertThat(selected(studies)).isSameAs(third);
    Cancellation cancellation = new Cancellation();
    third.answerProperty().set(new Answer.Running(cancellation));
    studies.selectFrame(1);
    assertThat(selected(studies)).isSameAs(first);
    studies.selectFrame(3);
    assertThat(selected(studies)).isSameAs(third);
    studies.close(first);
    assertThat(cancellation.isCancelled()).isTrue();
    assertThat(studies.selected()).isEmpty();
  }

  @Test
  void filmsThatDoNotFitTheMemoryAreReadAgainWhenSelected() {
    StudiesViewModel studies =
        new StudiesViewModel(
            TestFilms.reader(films), new InlineRunner(Progress.NONE), Runnable::run, 2 * 300 * 200);
    studies.open(List.of(FOLDER));
    studies.films().forEach(studies::seen);
    long inMemory = studies.films().stream().filter(film -> film.film().isPresent()).count();
    assertThat(inMemory).isEqualTo(2);
    assertThat(studies.films())
        .allSatisfy(f -> assertThat(f.thumbnailProperty().get()).isNotNull());
    for (OpenFilm film : studies.films()) {
      studies.selectedProperty().set(film);
      assertThat(film.film()).isPresent();
    }
  }

  @Test
  void closingSelectsTheNeighbourAndStopsItsClassification() {
    StudiesViewModel studies = inline();
    studies.open(List.of(FOLDER));
    studies.selectNext();
    OpenFilm b = selected(studies);
    Cancellation cancellation = new Cancellation();
    b.answerProperty().set(new Answer.Running(cancellation));
    studies.close(b);
    assertThat(cancellation.isCancelled()).isTrue();
    assertThat(selected(studies).file()).isEqualTo(C);
    studies.closeAll();
    assertThat(studies.films()).isEmpty();
    assertThat(studies.selected()).isEmpty();
  }

  @Test
  void aFilmClosedWhileItIsReadStaysClosed() {
    StudiesViewModel studies = held(1 << 30);
    studies.open(List.of(A));
    held.doOne(0);
    studies.close(selected(studies));
    held.doAll();
    assertThat(studies.films()).isEmpty();
  }

  @Test
  void nextAndPreviousStopAtTheEnds() {
    StudiesViewModel studies = inline();
    studies.open(List.of(FOLDER));
    studies.selectPrevious();
    assertThat(selected(studies).file()).isEqualTo(A);
    for (int i = 0; i < 5; i++) {
      studies.selectNext();
    }
    assertThat(selected(studies).file()).isEqualTo(C);
  }

  @Test
  void aFailedFilmCanBeReadAgain() {
    StudiesViewModel studies = inline();
    Path late = FOLDER.resolve("late.png");
    studies.open(List.of(late));
    OpenFilm film = selected(studies);
    assertThat(film.content()).isInstanceOf(Content.Failed.class);
    films.put(late, List.of(TestFilms.film(late, 30, 20, 0)));
    studies.retry(film);
    assertThat(film.film()).isPresent();
  }
}
