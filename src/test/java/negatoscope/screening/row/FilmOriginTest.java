package negatoscope.screening.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From when on a film waits. */
class FilmOriginTest {
  private static final ZoneId HERE = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "20260301120000,2026-03-01T11:00:00Z",
    "20260301120000.123456,2026-03-01T11:00:00Z",
    "202603011200,2026-03-01T11:00:00Z",
    "20260301120000-0500,2026-03-01T17:00:00Z",
    "20260301235960+0000,2026-03-01T23:59:59Z",
  })
  void aMomentIsReadAsDicomWritesIt(String text, Instant moment) {
    assertThat(DicomMoment.parse(text, HERE)).contains(moment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "20260301", "20261301120000", "yesterday", "2026-03-01T12:00"})
  void whatIsNoMomentIsNone(String text) {
    assertThat(DicomMoment.parse(text, HERE)).isEmpty();
  }

  @Test
  void aFileThatCouldNotBeReadWaitsSinceNobodyKnowsWhen() {
    assertThat(FilmOrigin.unknown(FilmIdentity.unread("f")).since()).isEmpty();
  }
}
