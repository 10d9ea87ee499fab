package negatoscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import negatoscope.film.Film;
import negatoscope.intake.Intake;
import negatoscope.testing.Films;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import negatoscope.testing.SharedFilms;
import org.junit.jupiter.api.Test;

class FingerprintIndexTest {
  private final Intake intake = Intake.withBuiltInToolkit();

  /** Every copy of every kind must lead to its film, and to no other one. */
  @Test
  @NeedsShared
  void madeCopiesOfRealFilmsAreFoundAndOtherFilmsAreNot() {
    List<Map<String, String>> rows = SharedFilms.rows("films/films.csv");
    List<Integer> some =
        IntStream.range(0, rows.size()).filter(row -> row % 7 == 0).boxed().toList();
    List<Film> films = some.stream().map(row -> intake.openFirst(file(rows.get(row)))).toList();
    FingerprintIndex index = new FingerprintIndex(films.stream().map(FilmFingerprint::of).toList());
    List<String> missed = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (int film = 0; film < films.size(); film += 4) {
      for (MadeCopies.Kind kind : MadeCopies.Kind.values()) {
        FilmFingerprint copy = FilmFingerprint.of(kind.of(films.get(film)));
        Set<Integer> found =
            index.matches(copy).stream()
                .map(FingerprintIndex.Match::film)
                .collect(Collectors.toSet());
        String name = kind + " of " + rows.get(some.get(film)).get("file");
        if (!found.contains(film)) {
          missed.add(name);
        }
        for (int other : found) {
          if (!samePatient(rows.get(some.get(film)), rows.get(some.get(other)))) {
            wrong.add(name + " is " + rows.get(some.get(other)).get("file"));
          }
        }
        asked++;
      }
    }
    assertThat(asked).isGreaterThan(650);
    assertThat(missed).hasSizeLessThanOrEqualTo(asked / 200);
    assertThat(wrong).isEmpty();
  }

  /** The shared films are shrunk and recompressed; some lie beside them as published. */
  @Test
  @NeedsShared
  void filmsAsPublishedAreKnownForWhatWasMadeOfThem() {
    Set<String> published =
        SharedFilms.rows("films/originals/originals.csv").stream()
            .map(row -> row.get("file"))
            .collect(Collectors.toSet());
    List<Map<String, String>> rows =
        SharedFilms.rows("films/films.csv").stream()
            .filter(row -> published.contains(row.get("original")))
            .toList();
    assertThat(rows).hasSizeGreaterThan(10);
    FingerprintIndex index =
        new FingerprintIndex(
            rows.stream().map(row -> FilmFingerprint.of(intake.openFirst(file(row)))).toList());
    for (int row = 0; row < rows.size(); row++) {
      Path original = Shared.path("films/originals/" + rows.get(row).get("original"));
      List<FingerprintIndex.Match> matches =
          index.matches(FilmFingerprint.of(intake.openFirst(original)));
      assertThat(matches).as(original.toString()).hasSize(1);
      assertThat(matches.get(0).film()).isEqualTo(row);
      assertThat(matches.get(0).turn()).isEqualTo(Turn.UPRIGHT);
    }
  }

  @Test
  @NeedsShared
  void theTurnSaysHowTheCopyLiesOnItsFilm() {
    Film film = intake.openFirst(SharedFilms.ofSplit("test").get(0));
    FingerprintIndex index = new FingerprintIndex(List.of(FilmFingerprint.of(film)));
    int columns = film.height();
    int rows = film.width();
    Film right =
        Films.picture8(columns, rows, (x, y) -> film.samples().at((columns - 1 - x) * rows + y));
    FingerprintIndex.Match match = index.matches(FilmFingerprint.of(right)).get(0);
    assertThat(match.film()).isZero();
    assertThat(match.turn()).isEqualTo(Turn.LEFT);
    assertThat(match.turn().inverse().text()).isEqualTo("turned by 90°");
    assertThat(match.likeness()).isGreaterThan(0.95);
  }

  @Test
  void aFilmIsNotACopyOfItself() {
    FilmFingerprint print =
        FilmFingerprint.of(Films.picture8(90, 100, (x, y) -> (x * x + 3 * y) % 251));
    assertThat(new FingerprintIndex(List.of(print)).matches(0)).isEmpty();
    assertThat(new FingerprintIndex(List.of(print, print)).matches(0))
        .singleElement()
        .satisfies(match -> assertThat(match.film()).isEqualTo(1));
    assertThat(FilmFingerprint.ofText(print.text())).isEqualTo(print);
  }

  @Test
  void blankFilmsAreNoCopiesOfEachOther() {
    FilmFingerprint blank = FilmFingerprint.of(Films.picture8(80, 80, (x, y) -> 7));
    assertThat(new FingerprintIndex(List.of(blank, blank)).matches(0)).isEmpty();
  }

  @Test
  void turnsOfAPictureAndOfItsCosinesAgree() {
    FilmFingerprint print =
        FilmFingerprint.of(Films.picture8(64, 64, (x, y) -> (x * 7 + y * y / 9) % 256));
    PerceptualHash hashing = new PerceptualHash();
    Map<Turn, Long> turned = hashing.turned(print.values());
    for (Turn turn : Turn.values()) {
      float[] picture = turn.apply(print.values(), FilmFingerprint.SIDE);
      assertThat(Long.bitCount(hashing.cropped(picture)[0] ^ turned.getOrDefault(turn, 0L)))
          .as(turn.text())
          .isLessThanOrEqualTo(1);
      assertThat(turn.inverse().apply(picture, FilmFingerprint.SIDE)).isEqualTo(print.values());
    }
  }

  private static Path file(Map<String, String> row) {
    return Shared.path("films/" + row.get("file"));
  }

  private static boolean samePatient(Map<String, String> one, Map<String, String> other) {
    return String.valueOf(one.get("patient")).equals(other.get("patient"));
  }
}
