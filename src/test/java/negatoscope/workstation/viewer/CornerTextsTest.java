package negatoscope.workstation.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import negatoscope.film.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CornerTextsTest {
  @ParameterizedTest
  @CsvSource({
    "PHANTOM, PHANTOM",
    "Doe^Jane, 'Doe, Jane'",
    "Doe^Jane^Ann^Dr^MD, 'Doe, Jane Ann'",
    "^Jane, Jane",
    "Yamada^Tarou=山田^太郎, 'Yamada, Tarou'",
    "'', ''"
  })
  void personNamesAreWrittenForPeople(String stored, String shown) {
    assertThat(CornerTexts.personName(stored)).isEqualTo(shown);
  }

  @Test
  void datesAreWrittenWithDashesWhereTheyAreDates() {
    assertThat(CornerTexts.date("20200131")).isEqualTo("2020-01-31");
    assertThat(CornerTexts.date("about 2020")).isEqualTo("about 2020");
  }

  @Test
  void narrowWindowsGetDecimals() {
    assertThat(CornerTexts.window(Window.linear(127.5, 255))).isEqualTo("C 128  W 255");
    assertThat(CornerTexts.window(Window.linear(0.5, 4))).isEqualTo("C 0.5  W 4.0");
    assertThat(CornerTexts.window(Window.linear(-0.2, 100))).isEqualTo("C 0  W 100");
  }

  @Test
  void aFilmWithoutAPatientIsNamedByItsFile() {
    CornerTexts texts =
        CornerTexts.of(Films.picture(3, 2, (x, y) -> 0), "C 1  W 2", "100 %", true, List.of());
    assertThat(texts.patient()).containsExactly("made.png");
    assertThat(texts.study()).isEmpty();
    assertThat(texts.display())
        .containsExactly("View not stated", "3 × 2", "Inverted", "C 1  W 2", "100 %");
  }
}
