package negatoscope.screening.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import negatoscope.film.FilmWarning;
import negatoscope.screening.MadeRows;
import negatoscope.screening.journal.JournalRow;
import negatoscope.screening.row.FilmResult;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.task.ErrorCode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The exports, read by others. */
class WorkListFormsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final WorkListHead HEAD =
      new WorkListHead("m", "ab", List.of("pneumonia", "normal"), Optional.empty());

  private static String csv(JournalRow... rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CsvWorkList(HEAD).write(listed(rows), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<ListedFilm> listed(JournalRow... rows) {
    return Arrays.stream(rows).map(row -> new ListedFilm(1, row, OptionalDouble.of(1.5))).toList();
  }

  private static List<String[]> read(String csv) throws IOException {
    try (MappingIterator<String[]> rows =
        new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .readValues(csv)) {
      return rows.readAll();
    }
  }

  @Property(tries = 500)
  void everyTextComesBackAndNoCellIsAFormula(
      @ForAll String path, @ForAll String note, @ForAll String message) throws IOException {
    ScreenedFilm film =
        MadeRows.with(path, NOON, List.of(), new FilmResult.Failed(ErrorCode.BAD_HEADER, message));
    List<String[]> rows = read(csv(new JournalRow(film, Optional.empty(), "", note)));
    assertThat(rows).hasSize(2);
    List<String> names = List.of(rows.get(0));
    check(rows.get(1)[names.indexOf("file")], path);
    check(rows.get(1)[names.indexOf("note")], note);
    check(rows.get(1)[names.indexOf("errorMessage")], message);
  }

  private static void check(String cell, String text) {
    String start = cell.stripLeading();
    assertThat(start.isEmpty() ? ' ' : start.charAt(0)).isNotIn('=', '+', '-', '@');
    String back = cell.startsWith("'") ? cell.substring(1) : cell;
    String clean = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertThat(back).isEqualTo(clean.replaceAll("[\\p{Cntrl}&&[^\t\r\n]]", "\uFFFD"));
  }

  @Example
  void rowsEndAsRfc4180SaysAndQuotesAreDoubled() throws IOException {
    ScreenedFilm film = MadeRows.answered("a,\"b\".png", 0.25, NOON);
    assertThat(csv(new JournalRow(film, Optional.of("first.png"), "", "=1+1")))
        .isEqualTo(
            "file,patient,study,series,instance,view,status,class,probability,p:pneumonia,p:normal,"
                + "decision,warnings,errorCode,errorMessage,modelName,modelId,milliseconds,heatmap,"
                + "priority,waitingHours,verdict,note\r\n"
                + "\"a,\"\"b\"\".png\",P-1,1.2.3,1.2.3.4,,PA,ok,pneumonia,0.7500,0.7500,0.2500,"
                + "pneumonia,DUPLICATE,,,m,ab,12.5,,1,1.50,,'=1+1\r\n");
  }

  @Example
  void aVerdictGivenBeforeTheFileChangedStandsThereWithAWarningAndTheFilmIsUnread()
      throws IOException {
    ScreenedFilm film = MadeRows.answered("f.png", 0.25, NOON);
    JournalRow row = new JournalRow(film, Optional.empty(), "normal", "clear", true);
    assertThat(csv(row)).contains(",VERDICT_OUTDATED,").endsWith(",normal,clear\r\n");
    assertThat(Claim.of(row).read()).isFalse();
    assertThat(Claim.of(new JournalRow(film, Optional.empty(), "normal", "")).read()).isTrue();
  }

  @Example
  void whatGotNoAnswerHasNoProbabilityInEitherForm() throws IOException {
    for (ErrorCode code : List.of(ErrorCode.NOT_A_CHEST_FILM, ErrorCode.TRUNCATED)) {
      FilmWarning warning = new FilmWarning(FilmWarning.Code.INVERTED, "It is inverted.");
      ScreenedFilm film =
          MadeRows.with(
              "f.dcm", NOON, List.of(warning), new FilmResult.Failed(code, "It is none."));
      JournalRow row = new JournalRow(film, Optional.empty(), "normal", "");
      List<String[]> rows = read(csv(row));
      for (int i = 0; i < rows.get(0).length; i++) {
        if (rows.get(0)[i].matches("p:.*|probability|class|decision|milliseconds|heatmap")) {
          assertThat(rows.get(1)[i]).as(rows.get(0)[i]).isEmpty();
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new JsonWorkList(HEAD).write(listed(row), out);
      JsonNode object = new ObjectMapper().readTree(out.toByteArray()).get("films").get(0);
      assertThat(object.fieldNames())
          .toIterable()
          .doesNotContain("probability", "probabilities", "class", "decision", "milliseconds")
          .contains("errorCode", "warnings", "verdict");
      assertThat(object.get("status").asText())
          .isEqualTo(code == ErrorCode.NOT_A_CHEST_FILM ? "refused" : "error");
    }
  }
}
