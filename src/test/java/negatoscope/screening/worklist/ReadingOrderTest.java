package negatoscope.screening.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import negatoscope.film.FilmWarning;
import negatoscope.screening.MadeRows;
import negatoscope.screening.journal.JournalRow;
import negatoscope.screening.row.FilmResult;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.task.ErrorCode;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ReadingOrderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final ReadingOrder ORDER = new ReadingOrder(ReadingOrder.OVERDUE, NOW);

  private static Claim claim(String label, double urgency, double hours) {
    return new Claim(
        false, false, urgency, Optional.of(NOW.minusSeconds(Math.round(hours * 3600))), label);
  }

  @Test
  void overdueFilmsComeFirstByWaitingThenTheOthersByUrgencyThenWhatWasRead() {
    List<Claim> claims =
        new ArrayList<>(
            List.of(
                new Claim(true, true, 1, Optional.of(NOW.minusSeconds(90_000)), "read"),
                claim("calm", 0.1, 3),
                claim("calm and late", 0.1, 5),
                claim("urgent", 0.9, 0),
                claim("just late", 0.2, 4),
                new Claim(false, false, 0.5, Optional.empty(), "unknown"),
                claim("as urgent, longer", 0.9, 1)));
    claims.sort(ORDER);
    assertThat(claims)
        .extracting(Claim::label)
        .containsExactly(
            "calm and late", "just late", "as urgent, longer", "urgent", "unknown", "calm", "read");
  }

  @Test
  void filmsOnWhichTwoModelsDisagreeComeAfterTheOverdueOnesAndBeforeAllOthers() {
    List<Claim> claims =
        new ArrayList<>(
            List.of(
                claim("urgent", 0.99, 3),
                disputed("disputed and calm", 0.1, 1),
                claim("late", 0.1, 5),
                disputed("disputed and urgent", 0.8, 0),
                disputed("disputed and later", 0.1, 6)));
    claims.sort(ORDER);
    assertThat(claims)
        .extracting(Claim::label)
        .containsExactly(
            "disputed and later", "late", "disputed and urgent", "disputed and calm", "urgent");
  }

  private static Claim disputed(String label, double urgency, double hours) {
    return new Claim(
        false, true, urgency, Optional.of(NOW.minusSeconds(Math.round(hours * 3600))), label);
  }

  @Test
  void aFilmIsDisputedWhereASecondModelNamesAnotherClass() {
    assertThat(Claim.of(compared("normal")).disputed()).isFalse();
    assertThat(Claim.of(compared("pneumonia")).disputed()).isTrue();
    ScreenedFilm alone = MadeRows.answered("f", 0.9, NOW);
    assertThat(Claim.of(new JournalRow(alone, Optional.empty(), "", "")).disputed()).isFalse();
  }

  private static JournalRow compared(String second) {
    FilmResult.Answered said =
        new FilmResult.Answered(
            "normal",
            Map.of("normal", 0.9, "pneumonia", 0.1),
            Optional.empty(),
            1,
            Optional.of(new FilmResult.Second(second, 0.8)));
    return new JournalRow(MadeRows.with("f", NOW, List.of(), said), Optional.empty(), "", "");
  }

  @Test
  void whatTheNetworkCannotJudgeDoesNotSink() {
    assertThat(Claim.urgency(MadeRows.answered("f", 0.9, NOW)))
        .isCloseTo(0.1, Assertions.within(1e-9));
    assertThat(Claim.urgency(MadeRows.failed("f", ErrorCode.TRUNCATED, NOW))).isEqualTo(0.5);
    FilmResult normal = MadeRows.answered("f", 0.9, NOW).result();
    FilmWarning doubt = new FilmWarning(FilmWarning.Code.UNLIKE_TRAINING, "It is unlike others.");
    assertThat(Claim.urgency(MadeRows.with("f", NOW, List.of(doubt), normal))).isEqualTo(0.5);
  }

  @Test
  void theRuleHelpsUrgentFilmsAndLetsNoFilmWaitWithoutEnd() {
    ReadingRoom room = new ReadingRoom(2021);
    ReadingRoom.Waits arrival = room.inOrderOfArrival();
    ReadingRoom.Waits probability = room.byUrgencyAlone();
    ReadingRoom.Waits ours = room.by(ReadingOrder.OVERDUE);
    String figures =
        "%d films, hours waited: arrival %s, urgency alone %s, ours %s"
            .formatted(room.films(), arrival, probability, ours);
    System.out.println(figures);
    assertThat(probability.worst()).as(figures).isGreaterThan(1.5 * arrival.worst());
    assertThat(ours.worst()).as(figures).isLessThan(arrival.worst() + 1);
    assertThat(ours.urgentMean()).as(figures).isLessThan(0.8 * arrival.urgentMean());
  }
}
