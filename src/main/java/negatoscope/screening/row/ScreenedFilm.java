package negatoscope.screening.row;

import java.util.List;
import java.util.Set;
import negatoscope.film.FilmWarning;
import negatoscope.task.ErrorCode;

/**
 * A film that was screened: one row of the work list.
 *
 * @param identity its file
 * @param frame number of the frame in its file, from 1
 * @param frames how many the file has
 * @param warnings what its reader must know; {@code DUPLICATE} is not among them, for it depends on
 *     other films
 * @param heatMap the picture of where the network looked, relative to the output folder; empty
 *     where there is none
 */
public record ScreenedFilm(
    FilmIdentity identity,
    int frame,
    int frames,
    FilmOrigin origin,
    List<FilmWarning> warnings,
    FilmResult result,
    String heatMap) {
  /** What may be otherwise the next time, though the file is the same. */
  private static final Set<ErrorCode> PASSING =
      Set.of(
          ErrorCode.NOT_FOUND,
          ErrorCode.NOT_READABLE,
          ErrorCode.CHANGED,
          ErrorCode.NO_ENGINE,
          ErrorCode.INTERNAL);

  /** Copies the list. */
  public ScreenedFilm {
    warnings = List.copyOf(warnings);
  }

  /** The file, with the number of the frame where it has several. */
  public String label() {
    return frames > 1 ? identity.path() + "#" + frame : identity.path();
  }

  /** The same row with a picture of where the network looked. */
  public ScreenedFilm withHeatMap(String picture) {
    return new ScreenedFilm(identity, frame, frames, origin, warnings, result, picture);
  }

  /** Whether screening the same file again would give the same row. */
  public boolean lasts() {
    return identity.wasRead()
        && !(result instanceof FilmResult.Failed failed && PASSING.contains(failed.code()));
  }
}
