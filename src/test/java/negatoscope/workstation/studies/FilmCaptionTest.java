package negatoscope.workstation.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmCaptionTest {
  @ParameterizedTest
  @CsvSource({
    "PHANTOM, PHANTOM",
    "PHANTOM^One^Two, 'PHANTOM, One Two'",
    "PHANTOM^^, PHANTOM",
    "PHANTOM^One=second=third, 'PHANTOM, One'",
  })
  void namesAreWrittenForPeople(String name, String shown) {
    assertThat(FilmCaption.person(name)).isEqualTo(shown);
  }

  @Test
  void datesGetHyphensAndAnythingElseStays() {
    assertThat(FilmCaption.date("20261123")).isEqualTo("2026-11-23");
    assertThat(FilmCaption.date("2026.11.23")).isEqualTo("2026.11.23");
    assertThat(FilmCaption.date("")).isEmpty();
  }

  @Test
  void aListedFileHasOnlyItsName() {
    assertThat(FilmCaption.of(Path.of("some", "film.dcm")))
        .isEqualTo(new FilmCaption("", "", "", "film.dcm"));
  }
}
