package negatoscope.command.film;

import java.nio.file.Path;
import java.util.Optional;
import negatoscope.film.ColourPixels;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.film.Samples;
import negatoscope.film.Window;
import negatoscope.intake.Intake;
import negatoscope.rendering.ColourPicture;
import negatoscope.rendering.GreyPicture;
import negatoscope.rendering.OverlayMask;
import negatoscope.rendering.PngWriter;
import negatoscope.rendering.Rendering;
import negatoscope.task.ErrorCode;

/** One frame of a file as a picture file, on the film's own grid of pixels. */
final class FilmPicture {
  private final Film film;

  FilmPicture(Film film) {
    this.film = film;
  }

  /**
   * Opens a frame.
   *
   * @param frame from 1
   * @throws IndexOutOfBoundsException if the file has fewer frames
   * @throws FilmException where the file cannot be read
   */
  static FilmPicture open(Intake intake, Path file, int frame) {
    if (frame < 1) {
      throw new IndexOutOfBoundsException("Frames count from 1; there is no frame " + frame + ".");
    }
    try {
      return new FilmPicture(intake.openFrame(file, frame));
    } catch (FilmException e) {
      if (e.code() == ErrorCode.CHANGED) {
        throw new IndexOutOfBoundsException(e.sentence());
      }
      throw e;
    }
  }

  /**
   * A PNG of stored values less the least possible one; of a film with palettes those before them,
   * of another one in colour RGB.
   */
  byte[] stored() {
    if (film.colour().isEmpty()) {
      return PngWriter.encode(film.samples());
    }
    ColourPixels colour = film.colour().get();
    Optional<Samples> indices = colour.indices();
    return indices.isPresent()
        ? PngWriter.encode(indices.get())
        : PngWriter.encode(new ColourPicture(colour.width(), colour.height(), colour.rgb()));
  }

  /**
   * A PNG of the film as its file says.
   *
   * @param window instead of the file's own
   * @param invert against the file's own polarity
   * @param overlays whether the file's overlays are burnt in
   */
  byte[] shown(Optional<Window> window, boolean invert, boolean overlays) {
    Rendering filed = Rendering.asFiled(film);
    Rendering rendering = window.map(filed::withWindow).orElse(filed).inverted(invert);
    OverlayMask mask = OverlayMask.of(film);
    if (film.colour().isPresent()) {
      ColourPicture colour = rendering.renderColour();
      return PngWriter.encode(overlays ? mask.over(colour) : colour);
    }
    GreyPicture grey = rendering.render();
    return PngWriter.encode(overlays ? mask.over(grey) : grey, PngWriter.Packing.SMALL);
  }
}
