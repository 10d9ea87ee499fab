package negatoscope.dicom.image;

import java.util.ArrayList;
import java.util.List;
import negatoscope.film.FilmWarning;

/** Collects what was guessed or repaired while a film was made. */
final class Repairs {
  private final List<FilmWarning> warnings = new ArrayList<>();

  /** Something in the header was wrong, and this is what was made of it. */
  void repaired(String sentence) {
    warnings.add(new FilmWarning(FilmWarning.Code.HEADER_REPAIRED, sentence));
  }

  /** It was not certain whether high values are white. */
  void guessedPolarity(String sentence) {
    warnings.add(new FilmWarning(FilmWarning.Code.POLARITY_GUESSED, sentence));
  }

  /** What was found, in that order. */
  List<FilmWarning> warnings() {
    return List.copyOf(warnings);
  }
}
