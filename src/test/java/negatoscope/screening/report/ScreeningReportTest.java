package negatoscope.screening.report;

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
import negatoscope.screening.worklist.ListedFilm;
import negatoscope.screening.worklist.ReadingOrder;
import negatoscope.screening.worklist.WorkListHead;
import negatoscope.task.ErrorCode;
import org.junit.jupiter.api.Test;

class ScreeningReportTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final ReadingOrder ORDER = new ReadingOrder(ReadingOrder.OVERDUE, NOW);

  private static JournalRow row(ScreenedFilm film, String verdict) {
    return new JournalRow(film, Optional.empty(), verdict, "");
  }

  private static Instant hoursAgo(double hours) {
    return NOW.minusSeconds(Math.round(hours * 3600));
  }

  private static String page(List<JournalRow> rows, Optional<String> second) {
    WorkListHead head = new WorkListHead("drawn", "id-1", List.of("pneumonia", "normal"), second);
    return new ScreeningReport("ward", head, ORDER).page(ListedFilm.inOrder(rows, ORDER));
  }

  private static String section(String page, String heading) {
    int from = page.indexOf("<h2>" + heading + "</h2>");
    assertThat(from).as(heading).isPositive();
    int to = page.indexOf("<h2>", from + 4);
    return page.substring(from, to < 0 ? page.length() : to);
  }

  @Test
  void urgentFilmsAreListedFirstAndLeadToTheirHeatMaps() {
    ScreenedFilm urgent =
        MadeRows.answered("a b/urgent#1.png", 0.1, hoursAgo(1)).withHeatMap("heatmaps/a b#1.png");
    String page =
        page(
            List.of(row(MadeRows.answered("calm.png", 0.9, hoursAgo(2)), ""), row(urgent, "")),
            Optional.empty());
    String first = section(page, "To be read first");
    assertThat(first).contains("<a href=\"heatmaps/a%20b%231.png\">a b/urgent#1.png</a>");
    assertThat(first.indexOf("urgent#1")).isLessThan(first.indexOf("calm.png"));
    String waiting = section(page, "Waiting longest");
    assertThat(waiting.indexOf("calm.png")).isLessThan(waiting.indexOf("urgent#1"));
    assertThat(waiting).contains("2.0\u00A0h");
  }

  @Test
  void aFilmWithoutAnAnswerHasItsReasonAndNoProbability() {
    String page =
        page(
            List.of(
                row(MadeRows.failed("photo.png", ErrorCode.NOT_A_CHEST_FILM, hoursAgo(9)), ""),
                row(MadeRows.failed("half.dcm", ErrorCode.TRUNCATED, hoursAgo(9)), "")),
            Optional.empty());
    assertThat(section(page, "Without an answer"))
        .contains("photo.png", "NOT_A_CHEST_FILM", "half.dcm", "TRUNCATED", "half.dcm failed.");
    assertThat(section(page, "To be read first")).contains("None.");
    assertThat(section(page, "Answers")).contains("None.");
    assertThat(page.replaceAll("(?s)<style>.*</style>", "")).doesNotContain(" %<");
  }

  @Test
  void namesOfFilesAreTextAndNothingIsFetched() {
    ScreenedFilm hostile =
        MadeRows.answered("<script>alert(1)</script>&\".png", 0.2, hoursAgo(1))
            .withHeatMap("heatmaps/\"><script>.png");
    String page = page(List.of(row(hostile, "")), Optional.empty());
    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;.png");
    assertThat(page).doesNotContain("<script").doesNotContainPattern("(src|href)=\"(http|//)");
  }

  @Test
  void modelsThatDisagreeAreSetSideBySide() {
    FilmResult.Answered said =
        new FilmResult.Answered(
            "normal",
            Map.of("normal", 0.9, "pneumonia", 0.1),
            Optional.empty(),
            1,
            Optional.of(new FilmResult.Second("pneumonia", 0.8)));
    List<JournalRow> rows =
        List.of(
            row(MadeRows.with("disputed.png", hoursAgo(1), List.of(), said), ""),
            row(MadeRows.answered("alone.png", 0.9, hoursAgo(1)), ""));
    assertThat(section(page(rows, Optional.of("other")), "Where the models disagree"))
        .contains("disputed.png", "pneumonia 80.0 %")
        .doesNotContain("alone.png");
    assertThat(page(rows, Optional.empty())).doesNotContain("Where the models disagree");
  }

  @Test
  void readerAndModelAreComparedOnWhatWasReadAndReadFilmsAreNoLongerToBeRead() {
    String page =
        page(
            List.of(
                row(MadeRows.answered("one.png", 0.9, hoursAgo(1)), "normal"),
                row(MadeRows.answered("two.png", 0.9, hoursAgo(1)), "pneumonia"),
                row(MadeRows.answered("three.png", 0.1, hoursAgo(1)), "pneumonia"),
                row(MadeRows.answered("four.png", 0.1, hoursAgo(1)), "")),
            Optional.empty());
    assertThat(section(page, "Reader and model"))
        .contains("2 of 3", "kappa 0.40", "read as pneumonia</td><td>1</td><td>1</td>");
    assertThat(section(page, "To be read first")).contains("four.png").doesNotContain("one.png");
  }

  @Test
  void warningsAreCountedByFilm() {
    FilmResult normal = MadeRows.answered("f", 0.9, NOW).result();
    FilmWarning unlike = new FilmWarning(FilmWarning.Code.UNLIKE_TRAINING, "It is unlike others.");
    String page =
        page(
            List.of(
                row(MadeRows.with("a.png", NOW, List.of(unlike, unlike), normal), ""),
                row(MadeRows.with("b.png", NOW, List.of(unlike), normal), "")),
            Optional.empty());
    assertThat(section(page, "Warnings")).contains("<td>UNLIKE_TRAINING</td><td>2</td>");
  }

  @Test
  void aLongListIsShownInPartAndThePageStaysSmall() {
    List<JournalRow> rows = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      rows.add(row(MadeRows.answered("film%05d.png".formatted(i), i / 10_000.0, hoursAgo(1)), ""));
    }
    String page = page(rows, Optional.empty());
    assertThat(section(page, "To be read first")).contains("9900 more; worklist.csv names them.");
    assertThat(page.length()).isLessThan(200_000);
  }
}
