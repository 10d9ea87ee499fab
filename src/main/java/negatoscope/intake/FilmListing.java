package negatoscope.intake;

import java.nio.file.Path;
import java.util.List;

/**
 * The films that a path stands for.
 *
 * @param films what to open, in order; damaged ones too, whose failure belongs in their place
 * @param passedOver what lies beside them
 */
public record FilmListing(List<Path> films, List<PassedOver> passedOver) {
  /** Copies the lists. */
  public FilmListing {
    films = List.copyOf(films);
    passedOver = List.copyOf(passedOver);
  }
}
