package negatoscope.workstation.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import negatoscope.intake.FilmHeading;
import org.junit.jupiter.api.Test;

/** Films below their patients, studies and series. */
class StudyRowsTest {
  private static int files;

  static OpenFilm film(String name, String id, String study, String date, int series, int number) {
    return new OpenFilm(
        Path.of("folder", "IM%03d".formatted(files++)),
        new FilmHeading(
            "DICOM",
            name,
            id,
            study,
            date,
            "",
            "Chest " + study,
            study + series,
            series,
            series == 2 ? "Lateral views" : "",
            "DX",
            "",
            number,
            "PA",
            1,
            10,
            10));
  }

  private static OpenFilm picture(String file) {
    return new OpenFilm(Path.of(file), FilmHeading.of("PNG"));
  }

  private static List<String> text(List<Row> rows) {
    return rows.stream()
        .map(
            row ->
                row instanceof Row.Heading heading
                    ? "%s %s|%s|%d"
                        .formatted(
                            heading.level(), heading.title(), heading.detail(), heading.films())
                    : "film " + ((Row.OfFilm) row).film().order().heading().instanceNumber())
        .toList();
  }

  private static StudyRows rows(List<OpenFilm> films) {
    return StudyRows.of(films, Set.of(), film -> true);
  }

  @Test
  void filmsStandBelowPatientStudyAndSeriesTheNewestStudyFirst() {
    List<OpenFilm> films =
        new ArrayList<>(
            List.of(
                film("PHANTOM^Two", "2", "c", "20200502", 1, 1),
                film("PHANTOM^One", "1", "a", "20200417", 1, 2),
                film("PHANTOM^One", "1", "a", "20200417", 1, 1),
                film("PHANTOM^One", "1", "b", "20210301", 1, 1),
                film("PHANTOM^One", "1", "b", "20210301", 2, 1)));
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(films, new Random(seed));
      assertThat(text(rows(films).rows()))
          .containsExactly(
              "PATIENT PHANTOM, One|1|4",
              "STUDY 2021-03-01|Chest b|2",
              "SERIES Series 1|DX|1",
              "film 1",
              "SERIES Series 2|DX · Lateral views|1",
              "film 1",
              "STUDY 2020-04-17|Chest a|2",
              "film 1",
              "film 2",
              "PATIENT PHANTOM, Two|2|1",
              "STUDY 2020-05-02|Chest c|1",
              "film 1");
    }
  }

  @Test
  void namesakesAreTwoPatientsAndPicturesStandByFolderAtTheEnd() {
    List<OpenFilm> films =
        List.of(
            picture("pictures/b.png"),
            picture("pictures/a.png"),
            picture("other/c.png"),
            film("PHANTOM", "2", "s", "", 1, 1),
            film("PHANTOM", "1", "t", "", 1, 1));
    assertThat(text(rows(films).rows()))
        .containsExactly(
            "PATIENT PHANTOM|1|1",
            "STUDY No date|Chest t|1",
            "film 1",
            "PATIENT PHANTOM|2|1",
            "STUDY No date|Chest s|1",
            "film 1",
            "PATIENT Patient unknown||3",
            "STUDY other||1",
            "film 0",
            "STUDY pictures||2",
            "film 0",
            "film 0");
    assertThat(rows(films).films().get(3).file()).hasFileName("a.png");
  }

  @Test
  void closedHeadingsKeepTheirFilmsToThemselves() {
    OpenFilm film = film("PHANTOM", "1", "a", "20200417", 1, 1);
    GroupKey study = film.order().key().ofStudy();
    StudyRows closed = StudyRows.of(List.of(film), Set.of(study), any -> true);
    assertThat(text(closed.rows()))
        .containsExactly("PATIENT PHANTOM|1|1", "STUDY 2020-04-17|Chest a|1");
    assertThat(closed.films()).containsExactly(film);
    assertThat(((Row.Heading) closed.rows().get(1)).expanded()).isFalse();
  }

  @Test
  void theFilterFindsWordsWhateverCaseAndAccents() {
    OpenFilm film = film("Müßig^Jörg=王^小东", "FICT-4", "a", "20200417", 1, 1);
    assertThat(
            Stream.of(
                "mußig", "JORG mus", "fict-4", "2020-04", "20200417", "chest a", "小东", "pa dx"))
        .allSatisfy(
            words ->
                assertThat(FilmFilter.of(words).test(film))
                    .as(words)
                    .isEqualTo(!words.equals("JORG mus")));
    assertThat(FilmFilter.of("  ").test(film)).isTrue();
    assertThat(FilmFilter.of("jorg 2021").test(film)).isFalse();
  }

  @Test
  void rowsThatStayAreLeftAloneWhenOthersComeAndGo() {
    List<OpenFilm> films = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      films.add(
          film("PHANTOM^" + i % 9, "" + i % 9, "s" + i % 17, "20200" + (100 + i % 9), i % 3, i));
    }
    Random random = new Random(1);
    RowList list = new RowList();
    List<Row> touched = new ArrayList<>();
    list.addListener(
        (ListChangeListener<Row>)
            change -> {
              while (change.next()) {
                touched.addAll(change.getAddedSubList());
                touched.addAll(change.getRemoved());
              }
            });
    for (int i = 0; i < 60; i++) {
      Collections.shuffle(films, random);
      List<OpenFilm> some = films.subList(0, random.nextInt(films.size()));
      List<Row> before = List.copyOf(list);
      touched.clear();
      StudyRows now = rows(some);
      list.become(now.rows());
      assertThat(list).containsExactlyElementsOf(now.rows());
      Set<Row> kept = new HashSet<>(before);
      kept.retainAll(now.rows());
      assertThat(touched).noneMatch(kept::contains);
    }
  }
}
