package negatoscope.screening.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import negatoscope.screening.MadeRows;
import negatoscope.screening.row.FilmIdentity;
import negatoscope.screening.row.FilmOrigin;
import negatoscope.screening.row.FilmResult;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Journals whose bytes are not those that were written, and texts of every kind. */
class DamagedJournalTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static Path folder = Path.of("");
  private static byte[] whole = {};
  private static List<JournalRow> written = List.of();

  @BeforeContainer
  static void write() throws IOException {
    folder = Files.createTempDirectory("journal");
    JournalFile place = new JournalFile(folder);
    try (Journal journal = place.create(Map.of("model", "abc"))) {
      journal.begin();
      List<List<ScreenedFilm>> files = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        files.add(
            List.of(
                i % 7 == 0
                    ? MadeRows.failed("film" + i, ErrorCode.TRUNCATED, NOON)
                    : MadeRows.answered("film" + i, i / 60.0, NOON)));
      }
      journal.add(files, List.of());
      written = JournalTest.rows(journal);
    }
    whole = Files.readAllBytes(place.file());
  }

  @AfterContainer
  static void delete() throws IOException {
    AtomicFiles.delete(folder);
  }

  @Property(tries = 300)
  void aDamagedJournalIsSaidAndKeptAsItIsOrHoldsWhatWasWritten(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int bytes) throws IOException {
    Random random = new Random(seed);
    byte[] damaged =
        random.nextInt(4) == 0
            ? java.util.Arrays.copyOf(whole, random.nextInt(whole.length))
            : whole.clone();
    for (int i = 0; i < bytes && damaged.length > 0; i++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    Path other = Files.createTempDirectory(folder, "damaged");
    JournalFile place = new JournalFile(other);
    Files.write(place.file(), damaged);
    try (Journal journal = place.open()) {
      // What is checked are the films' own columns; a reader's note has no checksum.
      assertThat(JournalTest.rows(journal))
          .extracting(JournalRow::film)
          .isSubsetOf(written.stream().map(JournalRow::film).toList());
    } catch (Failure e) {
      assertThat(e.code()).isEqualTo(ErrorCode.BAD_JOURNAL);
      Path aside = place.keepAside().orElseThrow();
      assertThat(Files.readAllBytes(aside)).isEqualTo(damaged);
    }
    AtomicFiles.delete(other);
  }

  @Property(tries = 50)
  void textsOfEveryKindComeBack(@ForAll String path, @ForAll String patient, @ForAll String message)
      throws IOException {
    Path other = Files.createTempDirectory(folder, "texts");
    ScreenedFilm film =
        new ScreenedFilm(
            new FilmIdentity(wellFormed(path), 1, NOON, "ab"),
            1,
            1,
            new FilmOrigin(wellFormed(patient), "", "", "", "", Optional.of(NOON)),
            List.of(),
            new FilmResult.Failed(ErrorCode.BAD_HEADER, wellFormed(message)),
            "");
    try (Journal journal = new JournalFile(other).create(Map.of())) {
      journal.begin();
      journal.add(List.of(List.of(film)), List.of());
      assertThat(JournalTest.rows(journal)).extracting(JournalRow::film).containsExactly(film);
    }
    AtomicFiles.delete(other);
  }

  private static String wellFormed(String text) {
    return new String(
        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        java.nio.charset.StandardCharsets.UTF_8);
  }
}
