package negatoscope.tensor;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import negatoscope.film.Film;
import negatoscope.testing.Films;

/** Makes copies of 8-bit films as they turn up in collections. */
final class MadeCopies {
  private MadeCopies() {}

  /** What was done to a film. */
  enum Kind {
    CROPPED_FIVE,
    CROPPED_TEN,
    TURNED,
    MIRRORED,
    RECOMPRESSED,
    DARKER,
    BRIGHTER,
    CROPPED_AND_MIRRORED,
    ALL_OF_IT;

    Film of(Film film) {
      return switch (this) {
        case CROPPED_FIVE -> cropped(film, 0.05, 0.05);
        case CROPPED_TEN -> cropped(film, 0.10, 0.10);
        case TURNED -> turned(film, 1 + new Random(film.width() + film.height()).nextInt(3));
        case MIRRORED -> mirrored(film);
        case RECOMPRESSED -> recompressed(half(film), 0.4f);
        case DARKER -> toned(film, 1.4, 0.8);
        case BRIGHTER -> toned(film, 0.7, 1);
        case CROPPED_AND_MIRRORED -> mirrored(cropped(film, 0.05, 0.10));
        case ALL_OF_IT -> recompressed(toned(turned(cropped(film, 0.05, 0.10), 1), 1.4, 0.9), 0.6f);
      };
    }
  }

  /** Cuts a share off width and height, somewhere. */
  private static Film cropped(Film film, double least, double most) {
    Random random = new Random(film.samples().at(film.samples().count() / 2) + film.width());
    int width = film.width();
    int height = film.height();
    int fewerColumns = (int) (width * (least + random.nextDouble() * (most - least)));
    int fewerRows = (int) (height * (least + random.nextDouble() * (most - least)));
    int left = random.nextInt(fewerColumns + 1);
    int top = random.nextInt(fewerRows + 1);
    return Films.picture8(
        width - fewerColumns,
        height - fewerRows,
        (x, y) -> film.samples().at((y + top) * width + x + left));
  }

  private static Film turned(Film film, int quarters) {
    Film turned = film;
    for (int i = 0; i < quarters; i++) {
      Film before = turned;
      int columns = before.height();
      int rows = before.width();
      turned =
          Films.picture8(
              columns, rows, (x, y) -> before.samples().at((columns - 1 - x) * rows + y));
    }
    return turned;
  }

  private static Film mirrored(Film film) {
    return changed(film, (x, y) -> film.samples().at((y + 1) * film.width() - 1 - x));
  }

  private static Film toned(Film film, double gamma, double factor) {
    return changed(
        film,
        (x, y) -> {
          double grey = film.samples().at(y * film.width() + x) / 255.0;
          return (int) Math.round(255 * Math.min(1, factor * Math.pow(grey, gamma)));
        });
  }

  private static Film half(Film film) {
    return Films.picture8(
        film.width() / 2,
        film.height() / 2,
        (x, y) -> {
          int at = 2 * y * film.width() + 2 * x;
          return (film.samples().at(at)
                  + film.samples().at(at + 1)
                  + film.samples().at(at + film.width())
                  + film.samples().at(at + film.width() + 1))
              / 4;
        });
  }

  private static Film changed(Film film, IntBinaryOperator value) {
    return Films.picture8(film.width(), film.height(), value);
  }

  private static Film recompressed(Film film, float quality) {
    BufferedImage image =
        new BufferedImage(film.width(), film.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < film.height(); y++) {
      for (int x = 0; x < film.width(); x++) {
        image.getRaster().setSample(x, y, 0, film.samples().at(y * film.width() + x));
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(quality);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
      out.flush();
      BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
      return changed(film, (x, y) -> read.getRaster().getSample(x, y, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }
}
