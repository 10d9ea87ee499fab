package negatoscope.dicom.builtin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import negatoscope.film.FilmWarning;

/** What was guessed or repaired while a file was read, each once. */
public final class Repairs {
  private final Set<FilmWarning> warnings = new LinkedHashSet<>();

  /** Adds what was guessed of the transfer syntax. */
  public void syntax(String sentence) {
    warnings.add(new FilmWarning(FilmWarning.Code.SYNTAX_GUESSED, sentence));
  }

  /** Adds what was put right in the header. */
  public void header(String sentence) {
    warnings.add(new FilmWarning(FilmWarning.Code.HEADER_REPAIRED, sentence));
  }

  /** Adds what was put right in the pixels. */
  public void pixels(String sentence) {
    warnings.add(new FilmWarning(FilmWarning.Code.PIXELS_REPAIRED, sentence));
  }

  void addAll(List<FilmWarning> others) {
    warnings.addAll(others);
  }

  List<FilmWarning> warnings() {
    return new ArrayList<>(warnings);
  }
}
