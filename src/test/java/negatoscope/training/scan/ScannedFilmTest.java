package negatoscope.training.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import negatoscope.film.ViewPosition;
import negatoscope.task.ErrorCode;
import negatoscope.training.data.LabelledFilm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScannedFilmTest {
  @ParameterizedTest
  @CsvSource({
    "PA, PA",
    "AP Supine, AP",
    "ap erect, AP",
    "L, LATERAL",
    "LL, LATERAL",
    "Left Lateral, LATERAL",
    "lordotic, OTHER",
    "unstated, UNKNOWN",
    "N/A, UNKNOWN",
    "'', UNKNOWN",
  })
  void theTablesWordsForViewsAreUnderstood(String stated, ViewPosition view) {
    LabelledFilm film = new LabelledFilm("a", Path.of("a"), 0, "a", "", stated, null);
    FilmState state = new FilmState.Unreadable(ErrorCode.NOT_A_FILM, "a is no film.");
    ScannedFilm scanned = new ScannedFilm(film, state);
    assertThat(scanned.view()).isEqualTo(view);
    assertThat(scanned.viewText()).isEqualTo(view == ViewPosition.UNKNOWN ? "" : stated);
  }
}
