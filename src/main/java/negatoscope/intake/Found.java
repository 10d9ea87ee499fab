package negatoscope.intake;

import java.nio.file.Path;

/** One result of a scan. */
public sealed interface Found permits FoundFilm, Refused, PassedOver {
  /** The file that it is about. */
  Path file();
}
