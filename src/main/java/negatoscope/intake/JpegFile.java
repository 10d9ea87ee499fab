package negatoscope.intake;

import java.awt.image.Raster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import negatoscope.film.ColourPixels;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.film.FilmSize;
import negatoscope.film.FilmWarning;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;
import negatoscope.task.ErrorCode;

/**
 * Reads JPEG pictures of 8 bits. The decoder's raw samples are taken: for a colour film the luma
 * channel itself, so that neither colour conversion nor a profile touches the values.
 */
final class JpegFile {
  private JpegFile() {}

  static List<Film> read(Path file) {
    byte[] bytes = FirstBytes.all(file);
    JpegHeader header = JpegHeader.read(file, bytes);
    FilmSize.check(file, header.width(), header.height());
    if ((long) header.width() * header.height()
        > JpegHeader.MOST_PIXELS_PER_BYTE * bytes.length + 4096) {
      throw cut(file);
    }
    byte[] picture = header.withoutApplicationData(bytes);
    List<String> complaints = new ArrayList<>();
    Raster raster =
        PictureDecoder.decode(
            file,
            "jpeg",
            new PictureStream(picture, picture.length),
            reader -> {
              reader.addIIOReadWarningListener((source, warning) -> complaints.add(warning));
              return reader.readRaster(0, null);
            });
    Film film =
        Film.ofPicture(
            samples(raster, header), Provenance.ofPicture(file, "JPEG", header.encoding()));
    if (complaints.isEmpty()) {
      return List.of(film);
    }
    if (!header.ends(bytes)) {
      throw cut(file);
    }
    return List.of(
        film.with(
            new FilmWarning(
                FilmWarning.Code.PIXELS_REPAIRED,
                "The JPEG data is damaged in places; the decoder filled them in.")));
  }

  private static Samples samples(Raster raster, JpegHeader header) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    int bands = raster.getNumBands();
    byte[] values = new byte[width * height];
    byte[] row = new byte[width * bands];
    for (int y = 0; y < height; y++) {
      raster.getDataElements(0, y, width, 1, row);
      int to = y * width;
      if (bands == 1) {
        System.arraycopy(row, 0, values, to, width);
      } else if (header.lumaFirst()) {
        for (int x = 0, from = 0; x < width; x++, from += bands) {
          values[to + x] = row[from];
        }
      } else {
        for (int x = 0, from = 0; x < width; x++, from += bands) {
          long luma =
              ColourPixels.thousandfoldLuma(
                  row[from] & 0xFF, row[from + 1] & 0xFF, row[from + 2] & 0xFF);
          values[to + x] = (byte) Luma.half(luma, 1000);
        }
      }
    }
    return Samples.of8(width, height, 8, false, values);
  }

  private static FilmException cut(Path file) {
    return new FilmException(
        ErrorCode.TRUNCATED,
        file,
        "ends before its picture does.",
        "Get the file again from where it comes from.");
  }
}
