package negatoscope.command.classify;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import negatoscope.film.Film;

/** Names of files that are written for films into one folder, each used once. */
final class FilmNames {
  private final Set<String> names = new HashSet<>();

  /** The film's own file name without its ending, with the frame's number where there are more. */
  static String stem(Film film) {
    String name = String.valueOf(film.provenance().file().getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return safe(stem) + (film.provenance().frames() > 1 ? "-" + film.provenance().frame() : "");
  }

  /** A text as part of a file's name. */
  static String safe(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}._-]", "_");
  }

  /** The name, or one like it that was not given out before. */
  String unused(String name) {
    String free = name;
    // Names that differ in case alone are one file on some disks.
    for (int n = 2; !names.add(free.toLowerCase(Locale.ROOT)); n++) {
      free = name + "-" + n;
    }
    return free;
  }
}
