package negatoscope.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import negatoscope.intake.Intake;
import negatoscope.screening.ScreeningOrder.Start;
import negatoscope.screening.row.FilmIdentity;
import negatoscope.screening.row.FilmResult;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.screening.worklist.ReadingOrder;
import negatoscope.task.AtomicFiles;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Screenings of drawn films with a classifier that is no network. */
class ScreeningTest {
  @TempDir Path folder;
  private DrawnFolder drawn = new DrawnFolder(Path.of(""));
  private final MeanClassifier classifier = new MeanClassifier("one");

  @BeforeEach
  void make() {
    drawn = new DrawnFolder(folder);
  }

  @AfterEach
  void close() {
    classifier.close();
  }

  private ScreeningSummary run(Start start) {
    return drawn.run(classifier, drawn.order(start, false));
  }

  private static void code(Throwable problem, ErrorCode code) {
    assertThat(problem)
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  @Test
  void everyFilmHasARowAndWhatIsWrongStandsInIt() throws IOException {
    drawn.film("good.png", 64, 10);
    drawn.film("sub/normal.png", 65, 250);
    drawn.film("hand.png", MeanClassifier.FAR, 10);
    drawn.film("breaks.png", MeanClassifier.BREAKS, 10);
    Files.copy(drawn.films().resolve("good.png"), drawn.films().resolve("copy.png"));
    Files.write(drawn.films().resolve("empty.dcm"), new byte[0]);
    Files.writeString(drawn.films().resolve("notes.txt"), "no film");
    ScreeningSummary came = drawn.run(classifier, drawn.order(Start.NEW, true));
    assertThat(came)
        .isEqualTo(
            new ScreeningSummary(
                6, 3, 1, 1, 2, java.util.Map.of("pneumonia", 2, "normal", 1), 0, 1));
    JsonNode list = new ObjectMapper().readTree(drawn.json());
    assertThat(list.get("schema").asInt()).isEqualTo(1);
    List<String> rows = new ArrayList<>();
    for (JsonNode film : list.get("films")) {
      rows.add(
          film.get("file").asText()
              + " "
              + film.path("class").asText(film.path("errorCode").asText()));
      boolean answered = film.get("status").asText().equals("ok");
      assertThat(film.has("probability")).isEqualTo(answered);
      assertThat(film.has("probabilities")).isEqualTo(answered);
      assertThat(film.has("heatmap")).isEqualTo(answered);
      if (answered) {
        assertThat(drawn.out().resolve(film.get("heatmap").asText())).isNotEmptyFile();
      }
    }
    assertThat(rows)
        .containsExactlyInAnyOrder(
            "good.png pneumonia",
            "copy.png pneumonia",
            "sub/normal.png normal",
            "hand.png NOT_A_CHEST_FILM",
            "breaks.png NOT_FINITE",
            "empty.dcm NOT_A_FILM");
    assertThat(drawn.csv().lines().filter(row -> row.startsWith("good.png")).findFirst())
        .hasValueSatisfying(row -> assertThat(row).contains("DUPLICATE"));
    assertThat(drawn.csv().lines().filter(row -> row.startsWith("hand.png")).findFirst())
        .hasValueSatisfying(row -> assertThat(row).contains(",refused,,,,,,"));
  }

  @Test
  void twoRunsLeaveTheSameBytes() throws IOException {
    drawn.films(60);
    run(Start.NEW);
    String csv = drawn.csv();
    String json = drawn.json();
    run(Start.RESTART);
    assertThat(drawn.csv()).isEqualTo(csv);
    assertThat(drawn.json()).isEqualTo(json);
    assertThat(drawn.out().resolve("screening-1.db")).isNotEmptyFile();
    assertThat(classifier.asked).hasSize(120);
  }

  @Test
  void cancelledAnywhereItIsGoneOnWithToTheSameListAndNoFilmTwice() throws IOException {
    drawn.films(80);
    run(Start.NEW);
    String whole = drawn.csv();
    for (int after : new int[] {1, 30, 79}) {
      AtomicFiles.delete(drawn.out());
      classifier.asked.clear();
      Cancellation cancellation = new Cancellation();
      ScreeningWatcher stopping =
          new ScreeningWatcher() {
            private int seen;

            @Override
            public void report(long done, long total, String message) {}

            @Override
            public void screened(List<ScreenedFilm> rows) {
              if (++seen == after) {
                cancellation.cancel();
              }
            }
          };
      try {
        drawn.run(classifier, drawn.order(Start.NEW, false), stopping, cancellation);
      } catch (CancellationException e) {
        assertThat(drawn.csv().lines().count()).as("the list so far").isBetween(2L, 81L);
      }
      run(Start.RESUME);
      assertThat(drawn.csv()).isEqualTo(whole);
      assertThat(classifier.asked).hasSize(80).doesNotHaveDuplicates();
    }
  }

  @Test
  void whatChangedIsScreenedAgainAndWhatIsGoneIsOutOfTheList() throws IOException {
    drawn.films(6);
    run(Start.NEW);
    classifier.asked.clear();
    drawn.film("a/film0002.png", 62, 99);
    Files.delete(drawn.films().resolve("a/film0004.png"));
    drawn.film("new.png", 70, 1);
    Path touched = drawn.films().resolve("b/film0001.png");
    byte[] bytes = Files.readAllBytes(touched);
    FileTime time = Files.getLastModifiedTime(touched);
    bytes[bytes.length - 20]++; // of the same size, and with the same time
    Files.write(touched, bytes);
    Files.setLastModifiedTime(touched, time);
    assertThat(run(Start.RESCREEN).films()).isEqualTo(6);
    assertThat(classifier.asked).contains("film0002.png", "new.png").doesNotContain("film0003.png");
    assertThat(drawn.csv().lines().filter(row -> row.startsWith("b/film0001.png")))
        .allMatch(row -> row.contains(",error,") || row.contains("PIXELS_REPAIRED"));
    assertThat(drawn.csv()).doesNotContain("film0004");
  }

  @Test
  void changedFilesAreAskedAboutBeforeAnythingIsScreened() throws IOException {
    drawn.films(6);
    run(Start.NEW);
    classifier.asked.clear();
    String before = drawn.csv();
    drawn.film("a/film0002.png", 62, 99);
    drawn.film("b/film0003.png", 63, 98);
    drawn.film("new.png", 70, 1);
    assertThatThrownBy(() -> run(Start.RESUME))
        .satisfies(problem -> code(problem, ErrorCode.CHANGED))
        .hasMessageContaining("2 files changed")
        .hasMessageContaining("a/film0002.png")
        .hasMessageContaining("--restart")
        .hasMessageContaining("--resume --rescreen-changed");
    assertThat(classifier.asked).isEmpty();
    assertThat(drawn.csv()).isEqualTo(before);
    List<String> notes = new ArrayList<>();
    drawn.run(classifier, drawn.order(Start.RESCREEN, false), noting(notes), new Cancellation());
    assertThat(notes).anyMatch(note -> note.startsWith("2 files changed"));
    assertThat(classifier.asked)
        .containsExactlyInAnyOrder("film0002.png", "film0003.png", "new.png");
  }

  private static ScreeningWatcher noting(List<String> notes) {
    return new ScreeningWatcher() {
      @Override
      public void report(long done, long total, String message) {}

      @Override
      public void note(String sentence) {
        notes.add(sentence);
      }
    };
  }

  @Test
  void aFileThatWasOnlyTouchedIsNotChanged() throws IOException {
    drawn.films(3);
    run(Start.NEW);
    String before = drawn.csv();
    classifier.asked.clear();
    Path touched = drawn.films().resolve("a/film0002.png");
    Files.setLastModifiedTime(touched, FileTime.from(DrawnFolder.NOW));
    assertThat(run(Start.RESUME).films()).isEqualTo(3);
    assertThat(classifier.asked).isEmpty();
    assertThat(drawn.csv()).isEqualTo(before);
  }

  @Test
  void aChangeThatNeitherSizeNorTimeTellsEndsTheRunWhenItIsRead() throws IOException {
    drawn.films(3);
    run(Start.NEW);
    Path secret = drawn.films().resolve("b/film0001.png");
    FileTime time = Files.getLastModifiedTime(secret);
    byte[] bytes = Files.readAllBytes(secret);
    bytes[bytes.length - 20]++;
    Files.write(secret, bytes);
    Files.setLastModifiedTime(secret, time);
    assertThatThrownBy(() -> run(Start.RESUME))
        .satisfies(problem -> code(problem, ErrorCode.CHANGED))
        .hasMessageContaining("b/film0001.png");
  }

  @Test
  void whoSaysNothingAboutAScreeningThatIsThereIsTold() throws IOException {
    drawn.films(3);
    run(Start.NEW);
    byte[] journal = Files.readAllBytes(drawn.out().resolve("screening.db"));
    assertThatThrownBy(() -> run(Start.NEW))
        .satisfies(problem -> code(problem, ErrorCode.EXISTS))
        .hasMessageContaining("--resume")
        .hasMessageContaining("--restart");
    assertThat(drawn.out().resolve("screening.db")).hasBinaryContent(journal);
    assertThatThrownBy(() -> drawn.run(classifier, drawn.order(Start.RESUME, true)))
        .satisfies(problem -> code(problem, ErrorCode.CHANGED))
        .hasMessageContaining("heat maps")
        .hasMessageContaining("--restart");
  }

  @Test
  void aDamagedJournalStopsTheRunAndIsKeptByRestart() throws IOException {
    drawn.films(3);
    run(Start.NEW);
    Files.writeString(drawn.out().resolve("screening.db"), "gone bad");
    assertThatThrownBy(() -> run(Start.RESUME))
        .satisfies(problem -> code(problem, ErrorCode.BAD_JOURNAL))
        .hasMessageContaining("--restart");
    assertThat(run(Start.RESTART).films()).isEqualTo(3);
    assertThat(drawn.out().resolve("screening-1.db")).hasContent("gone bad");
  }

  @Test
  void aSecondRunIntoTheSameFolderIsBusy() throws IOException {
    drawn.films(3);
    List<Throwable> problems = new ArrayList<>();
    ScreeningWatcher second =
        new ScreeningWatcher() {
          @Override
          public void report(long done, long total, String message) {}

          @Override
          public void screened(List<ScreenedFilm> rows) {
            try {
              run(Start.RESUME);
            } catch (Failure e) {
              problems.add(e);
            }
          }
        };
    drawn.run(classifier, drawn.order(Start.NEW, false), second, new Cancellation());
    assertThat(problems).hasSize(3).allSatisfy(problem -> code(problem, ErrorCode.BUSY));
  }

  @Test
  void filmsThatVanishHaveRowsAndAreScreenedWhenTheyAreBack() throws IOException {
    drawn.films(40);
    run(Start.NEW);
    String whole = drawn.csv();
    AtomicFiles.delete(drawn.out());
    Path away = folder.resolve("away");
    ScreeningWatcher removing =
        new ScreeningWatcher() {
          @Override
          public void report(long done, long total, String message) {}

          @Override
          public void screened(List<ScreenedFilm> rows) {
            try {
              if (Files.exists(drawn.films())) {
                Files.move(drawn.films(), away);
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    ScreeningSummary came =
        drawn.run(classifier, drawn.order(Start.NEW, false), removing, new Cancellation());
    assertThat(came.films()).isEqualTo(40);
    assertThat(came.failed()).isPositive();
    assertThat(drawn.csv()).contains("NOT_FOUND");
    Files.move(away, drawn.films());
    assertThat(run(Start.RESUME).failed()).isZero();
    assertThat(drawn.csv()).isEqualTo(whole);
  }

  @Test
  void aFileThatIsWrittenToWhileItIsReadHasARowThatSaysSo() throws IOException {
    Path film = drawn.film("film.png", 64, 10);
    FilmIdentity before = FilmIdentity.of(film, "film.png");
    FilmIdentity stale =
        new FilmIdentity(before.path(), before.size() - 1, before.modified(), before.sha256());
    FilmScreener screener =
        new FilmScreener(
            Intake.withBuiltInToolkit(),
            new ScreeningModels(classifier, Optional.empty()),
            ZoneOffset.UTC);
    ScreenedFilm row = screener.screen(film, stale).join().get(0);
    assertThat(row.result())
        .isInstanceOfSatisfying(
            FilmResult.Failed.class,
            failed -> assertThat(failed.code()).isEqualTo(ErrorCode.CHANGED));
    assertThat(row.lasts()).isFalse();
    assertThat(screener.screen(film, "film.png").join().get(0).lasts()).isTrue();
  }

  @Test
  void theOutputFolderIsNotScreenedThoughItLiesAmongTheFilms() throws IOException {
    drawn.films(3);
    Path out = drawn.films().resolve("list");
    ScreeningOrder order =
        new ScreeningOrder(drawn.films(), out, Start.NEW, true, ReadingOrder.OVERDUE);
    assertThat(drawn.run(classifier, order).films()).isEqualTo(3);
    ScreeningOrder again =
        new ScreeningOrder(drawn.films(), out, Start.RESUME, true, ReadingOrder.OVERDUE);
    assertThat(drawn.run(classifier, again).films()).isEqualTo(3);
  }

  @Test
  void aSecondModelsAnswersStandBesideTheFirsts() throws IOException {
    drawn.films(4);
    try (MeanClassifier other = new MeanClassifier("two")) {
      drawn
          .screening()
          .run(
              drawn.order(Start.NEW, false),
              () -> new ScreeningModels(classifier, Optional.of(other)),
              (done, total, message) -> {},
              new Cancellation());
      assertThat(other.asked).hasSize(4);
    }
    assertThat(drawn.csv().lines().findFirst().orElseThrow())
        .endsWith(",verdict,note,class2,probability2,agree");
    assertThat(drawn.csv().lines().skip(1)).allMatch(row -> row.endsWith(",1"));
  }

  @Test
  void noFileStaysOpen() throws IOException {
    drawn.films(20);
    run(Start.NEW);
    run(Start.RESUME);
    Path descriptors = Path.of("/proc/self/fd");
    if (Files.isDirectory(descriptors)) {
      try (Stream<Path> open = Files.list(descriptors)) {
        assertThat(
                open.map(ScreeningTest::target)
                    .filter(file -> file.startsWith(drawn.films()) || file.startsWith(drawn.out())))
            .isEmpty();
      }
    }
  }

  private static Path target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor);
    } catch (IOException e) {
      return Path.of("");
    }
  }

  @Test
  void filmsThatComeAreScreenedWhenTheyAreWhole() throws IOException {
    drawn.films(2);
    Path half = drawn.films().resolve("late.png");
    Cancellation cancellation = new Cancellation();
    List<String> rows = new ArrayList<>();
    ScreeningWatcher bringing =
        new ScreeningWatcher() {
          private int looks;

          @Override
          public void report(long done, long total, String message) {
            if (message.equals("Waiting for films") && looks++ == 0) {
              try {
                byte[] whole = Files.readAllBytes(drawn.film("other/late.png", 77, 3));
                Files.write(half, Arrays.copyOf(whole, whole.length / 2));
                writer(half, whole).start();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          }

          @Override
          public void screened(List<ScreenedFilm> films) {
            films.forEach(film -> rows.add(film.identity().path() + " " + film.result().status()));
            if (rows.stream().anyMatch(row -> row.startsWith("late.png"))) {
              cancellation.cancel();
            }
          }
        };
    assertThatThrownBy(
            () ->
                drawn.run(
                    classifier, drawn.order(Start.NEW, false).watching(), bringing, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(rows).contains("late.png ok", "other/late.png ok").doesNotContain("late.png error");
    assertThat(drawn.csv().lines()).hasSize(5);
  }

  /** Goes on writing over some looks. */
  private static Thread writer(Path file, byte[] whole) {
    return new Thread(
        () -> {
          try {
            for (int missing = 20; missing >= 0; missing--) {
              Thread.sleep(250);
              Files.write(file, Arrays.copyOf(whole, whole.length - missing));
            }
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
