package negatoscope.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.film.FilmSize;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;
import negatoscope.task.ErrorCode;

/** Reads TIFF 6.0 pictures, every page a frame. */
final class TiffFile {
  private static final int MOST_PAGES = 1000;

  /** No compression of TIFF turns one byte into more pixels than this. */
  private static final long MOST_PIXELS_PER_BYTE = 1 << 15;

  private TiffFile() {}

  static List<Film> read(Path file) {
    byte[] bytes = FirstBytes.all(file);
    return PictureDecoder.decode(
        file,
        "tiff",
        new PictureStream(bytes, bytes.length),
        reader -> pages(file, reader, bytes.length));
  }

  private static List<Film> pages(Path file, ImageReader reader, long bytes) throws IOException {
    int pages = reader.getNumImages(true);
    if (pages < 1 || pages > MOST_PAGES) {
      throw new FilmException(
          pages < 1 ? ErrorCode.NO_PIXELS : ErrorCode.TOO_LARGE,
          file,
          "says that it has %d pages.".formatted(pages),
          "Save the page that you need as a file of its own.");
    }
    long pixels = 0;
    for (int i = 0; i < pages; i++) {
      FilmSize.check(file, reader.getWidth(i), reader.getHeight(i));
      pixels += (long) reader.getWidth(i) * reader.getHeight(i);
      FilmSize.check(file, pixels, 1);
    }
    if (pixels > bytes * MOST_PIXELS_PER_BYTE) {
      throw new FilmException(
          ErrorCode.TRUNCATED,
          file,
          "is too short for the %d pixels that it announces.".formatted(pixels),
          "Get the file again from where it comes from.");
    }
    List<Film> films = new ArrayList<>();
    for (int i = 0; i < pages; i++) {
      BufferedImage image = reader.read(i);
      Samples samples = Luma.of(file, image.getRaster(), image.getColorModel());
      boolean grey = image.getRaster().getNumBands() < 3;
      String encoding = "%d-bit %s".formatted(samples.bitsStored(), grey ? "grey" : "colour");
      films.add(
          Film.ofPicture(
              samples, Provenance.ofPicture(file, "TIFF", encoding).withFrame(i + 1, pages)));
    }
    return films;
  }
}
