package negatoscope.workstation.studies;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the samples of the films used last, up to so many bytes. */
final class FilmMemory {
  private final long bytes;
  private final Set<OpenFilm> byUse = new LinkedHashSet<>();

  FilmMemory(long bytes) {
    this.bytes = bytes;
  }

  /** Makes a film the one used last. */
  void use(OpenFilm film) {
    byUse.remove(film);
    byUse.add(film);
  }

  void forget(OpenFilm film) {
    byUse.remove(film);
  }

  /** Sets the longest unused films aside until the rest fits; never the one on the screen. */
  void makeRoom(@Nullable OpenFilm onScreen) {
    long held = byUse.stream().mapToLong(OpenFilm::bytes).sum();
    for (OpenFilm film : List.copyOf(byUse)) {
      if (held <= bytes) {
        return;
      }
      if (film != onScreen && film.bytes() > 0) {
        held -= film.bytes();
        film.become(new Content.SetAside());
      }
    }
  }
}
