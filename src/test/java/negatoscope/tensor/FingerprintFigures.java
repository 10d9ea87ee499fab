package negatoscope.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import negatoscope.film.Film;
import negatoscope.intake.Intake;
import negatoscope.testing.Shared;
import negatoscope.testing.SharedFilms;

/**
 * How many made copies of every fifth shared film are found among all of them, how alike they are
 * at least, and how often a film of another patient is taken for one. Prints a line for each kind
 * of copy.
 */
public final class FingerprintFigures {
  private static final int EVERY = 5;

  private final Intake intake = Intake.withBuiltInToolkit();
  private final List<Map<String, String>> rows = SharedFilms.rows("films/films.csv");

  private FingerprintFigures() {}

  /** Takes about a minute. */
  public static void main(String[] arguments) {
    new FingerprintFigures().print();
  }

  private void print() {
    List<FilmFingerprint> prints = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      prints.add(FilmFingerprint.of(film(row)));
    }
    FingerprintIndex index = new FingerprintIndex(prints);
    for (MadeCopies.Kind kind : MadeCopies.Kind.values()) {
      List<Double> likenesses = new ArrayList<>();
      int asked = 0;
      int others = 0;
      for (int row = 0; row < rows.size(); row += EVERY) {
        asked++;
        for (FingerprintIndex.Match match : index.matches(FilmFingerprint.of(kind.of(film(row))))) {
          if (match.film() == row) {
            likenesses.add(match.likeness());
          } else if (!Objects.equals(patient(match.film()), patient(row))) {
            others++;
          }
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%-22s %d copies, %d found, least likeness %.3f, %d films of other patients%n",
          kind,
          asked,
          likenesses.size(),
          Collections.min(likenesses),
          others);
    }
  }

  private Film film(int row) {
    return intake.openFirst(Shared.path("films/" + rows.get(row).get("file")));
  }

  private String patient(int row) {
    return String.valueOf(rows.get(row).get("patient"));
  }
}
