package negatoscope.screening.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import negatoscope.film.FilmWarning;
import negatoscope.screening.MadeRows;
import negatoscope.screening.row.FilmIdentity;
import negatoscope.screening.row.FilmOrigin;
import negatoscope.screening.row.FilmResult;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  private Journal create() {
    return new JournalFile(folder).create(Map.of("model", "abc"));
  }

  static List<JournalRow> rows(Journal journal) {
    List<JournalRow> rows = new ArrayList<>();
    journal.list(rows::add);
    return rows;
  }

  private static ScreenedFilm of(FilmIdentity identity, String instance) {
    return new ScreenedFilm(
        identity,
        1,
        1,
        new FilmOrigin("", "", "", instance, "", Optional.empty()),
        List.of(),
        new FilmResult.Failed(ErrorCode.TRUNCATED, "short"),
        "");
  }

  @Test
  void rowsComeBackAsTheyWereWrittenAlsoWhenTheJournalIsOpenedAgain() {
    ScreenedFilm answered =
        MadeRows.with(
            "a/ü?#.png",
            NOON,
            List.of(new FilmWarning(FilmWarning.Code.INVERTED, "It is inverted.")),
            new FilmResult.Answered(
                "normal",
                Map.of("normal", 1 / 3.0),
                Optional.empty(),
                Math.PI,
                Optional.of(new FilmResult.Second("covid-19", 0.7))));
    ScreenedFilm failed = MadeRows.failed("b", ErrorCode.TRUNCATED, NOON);
    try (Journal journal = create()) {
      journal.begin();
      journal.add(List.of(List.of(failed), List.of(answered)), List.of());
      journal.read("b", 1, "normal", "seen");
    }
    try (Journal journal = new JournalFile(folder).open()) {
      assertThat(journal.settings()).isEqualTo(Map.of("model", "abc"));
      assertThat(rows(journal))
          .containsExactly(
              new JournalRow(answered, Optional.empty(), "", ""),
              new JournalRow(failed, Optional.empty(), "normal", "seen"));
      assertThat(journal.known("b")).contains(failed.identity());
      assertThat(journal.known("c")).isEmpty();
    }
  }

  @Test
  void aRunListsTheFilesThatItMeetsAndTheOthersStayInTheJournal() {
    try (Journal journal = create()) {
      journal.begin();
      journal.add(
          List.of(
              List.of(MadeRows.answered("a", 0.5, NOON)),
              List.of(MadeRows.answered("b", 0.5, NOON))),
          List.of());
      journal.read("a", 1, "covid-19", "");
      journal.begin();
      assertThat(rows(journal)).isEmpty();
      journal.add(List.of(List.of(MadeRows.answered("c", 0.5, NOON))), List.of("a"));
      assertThat(rows(journal))
          .extracting(row -> row.film().identity().path())
          .containsExactly("a", "c");
      assertThat(rows(journal).get(0).verdict()).isEqualTo("covid-19");
      assertThat(journal.known("b")).isPresent();
    }
  }

  private static ScreenedFilm frame(String sha256, int frame) {
    FilmIdentity file = new FilmIdentity("f", 10, NOON, sha256);
    return new ScreenedFilm(
        file,
        frame,
        2,
        FilmOrigin.unknown(file),
        List.of(),
        new FilmResult.Failed(ErrorCode.NOT_A_CHEST_FILM, "It is none."),
        "");
  }

  @Test
  void aVerdictAndItsNoteOutliveAnotherScreeningOfTheFilm() {
    try (Journal journal = create()) {
      journal.begin();
      journal.add(List.of(List.of(frame("aa", 1), frame("aa", 2))), List.of());
      journal.read("f", 2, "covid-19", "left base");
      journal.add(List.of(List.of(MadeRows.failed("f", ErrorCode.NOT_READABLE, NOON))), List.of());
      journal.add(List.of(List.of(frame("aa", 1), frame("aa", 2))), List.of());
      assertThat(rows(journal))
          .containsExactly(
              new JournalRow(frame("aa", 1), Optional.empty(), "", ""),
              new JournalRow(frame("aa", 2), Optional.empty(), "covid-19", "left base"));
    }
  }

  @Test
  void aVerdictOfAFilmThatChangedIsKeptAndSaidToBeOlder() {
    try (Journal journal = create()) {
      journal.begin();
      journal.add(List.of(List.of(frame("aa", 1), frame("aa", 2))), List.of());
      journal.read("f", 1, "covid-19", "left base");
      journal.read("f", 2, "", "");
      journal.add(List.of(List.of(frame("bb", 1), frame("bb", 2))), List.of());
      assertThat(rows(journal))
          .containsExactly(
              new JournalRow(frame("bb", 1), Optional.empty(), "covid-19", "left base", true),
              new JournalRow(frame("bb", 2), Optional.empty(), "", ""));
      journal.read("f", 1, "normal", "left base");
      assertThat(rows(journal).get(0).outdated()).isFalse();
    }
  }

  @Test
  void aJournalOfTheFirstVersionIsReadWithItsVerdicts() throws SQLException {
    ScreenedFilm film = MadeRows.answered("a", 0.5, NOON);
    try (Journal journal = create()) {
      journal.begin();
      journal.add(List.of(List.of(film)), List.of());
    }
    try (Connection connection = Sqlite.open(new JournalFile(folder).file(), 0)) {
      Sqlite.run(connection, "DROP TABLE reading");
      Sqlite.run(connection, "ALTER TABLE film ADD COLUMN verdict TEXT NOT NULL DEFAULT ''");
      Sqlite.run(connection, "ALTER TABLE film ADD COLUMN note TEXT NOT NULL DEFAULT ''");
      Sqlite.run(connection, "UPDATE film SET verdict = 'normal', note = 'seen'");
      Sqlite.run(connection, "PRAGMA user_version = 1");
    }
    for (int opening = 0; opening < 2; opening++) {
      try (Journal journal = new JournalFile(folder).open()) {
        assertThat(rows(journal))
            .containsExactly(new JournalRow(film, Optional.empty(), "normal", "seen"));
      }
    }
  }

  @Test
  void theFirstPathIsTheOriginalOfItsCopiesWhateverWasScreenedFirst() {
    FilmIdentity one = MadeRows.identity("same");
    try (Journal journal = create()) {
      journal.begin();
      for (String path : List.of("z", "m", "b")) {
        journal.add(
            List.of(
                List.of(
                    of(new FilmIdentity(path, one.size(), one.modified(), one.sha256()), path))),
            List.of());
      }
      journal.add(List.of(List.of(of(MadeRows.identity("a"), "m"))), List.of());
      journal.add(
          List.of(
              List.of(of(FilmIdentity.unread("x"), "")), List.of(of(FilmIdentity.unread("y"), ""))),
          List.of());
      assertThat(rows(journal))
          .extracting(row -> row.film().identity().path() + " " + row.duplicateOf().orElse("-"))
          .containsExactly("a -", "b -", "m b", "x -", "y -", "z b");
    }
  }

  @Test
  void aFailureThatMayPassIsNotKnownTheNextTime() {
    try (Journal journal = create()) {
      journal.begin();
      journal.add(
          List.of(
              List.of(MadeRows.failed("gone", ErrorCode.NOT_FOUND, NOON)),
              List.of(MadeRows.failed("broken", ErrorCode.CORRUPT_PIXELS, NOON))),
          List.of());
      assertThat(journal.known("gone")).isEmpty();
      assertThat(journal.known("broken")).isPresent();
    }
  }

  @Test
  void theDatabaseItselfTakesNoProbabilityForAFilmWithoutAnAnswer() throws SQLException {
    try (Journal journal = create()) {
      journal.begin();
      journal.add(
          List.of(List.of(MadeRows.failed("f", ErrorCode.NOT_A_CHEST_FILM, NOON))), List.of());
    }
    try (Connection connection = Sqlite.open(new JournalFile(folder).file(), 0)) {
      assertThatThrownBy(
              () -> Sqlite.run(connection, "UPDATE film SET probabilities = '{\"normal\":1}'"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("CHECK");
    }
  }

  @Test
  void aJournalThatIsNoneIsSaidAndKeptAsideNeverOverwritten() throws Exception {
    JournalFile place = new JournalFile(folder);
    Files.writeString(place.file(), "no database at all, though long enough to be read as one");
    assertThatThrownBy(place::open)
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(ErrorCode.BAD_JOURNAL);
              assertThat(failure.getMessage()).contains("screening.db").contains("--restart");
            });
    assertThat(place.file()).content().startsWith("no database");
    assertThat(place.keepAside()).contains(folder.resolve("screening-1.db"));
    place.create(Map.of()).close();
    assertThat(place.keepAside()).contains(folder.resolve("screening-2.db"));
    assertThat(place.keepAside()).isEmpty();
    assertThat(folder.resolve("screening-1.db")).content().startsWith("no database");
  }

  @Test
  void aJournalOfAnotherVersionIsNotTouched() throws SQLException {
    create().close();
    try (Connection connection = Sqlite.open(new JournalFile(folder).file(), 0)) {
      Sqlite.run(connection, "PRAGMA user_version = 3");
    }
    assertThatThrownBy(() -> new JournalFile(folder).open())
        .hasMessageContaining("its version is 3");
  }

  @Test
  void aSecondRunOnAFolderIsBusyUntilTheFirstEnds() {
    try (OutputLock first = OutputLock.take(folder)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> OutputLock.take(folder))
            .isInstanceOfSatisfying(
                Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BUSY));
      }
      assertThat(first).isNotNull();
    }
    OutputLock.take(folder).close();
  }

  @Test
  void whatIsTakenOutOfTheJarOnceIsUsedAgain() throws Exception {
    SqliteLibrary.keepIn(folder);
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
    SqliteLibrary.keepIn(folder);
    try (Connection connection = Sqlite.open(folder.resolve("x.db"), 0)) {
      assertThat(Sqlite.text(connection, "SELECT sqlite_version()")).startsWith("3.");
    }
  }
}
