package negatoscope.workstation.trainer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import negatoscope.rendering.GreyPicture;
import negatoscope.rendering.PngWriter;

/** A folder per class with small drawn films, none of which looks like another. */
public final class DrawnFilms {
  static final List<String> CLASSES = List.of("covid-19", "normal", "pneumonia");

  private static final int SIDE = 96;

  private DrawnFilms() {}

  /** Writes so many films of each class. */
  public static Path folder(Path parent, int perClass) {
    Path folder = parent.resolve("my films");
    try {
      for (int k = 0; k < CLASSES.size(); k++) {
        Path ofClass = Files.createDirectories(folder.resolve(CLASSES.get(k)));
        for (int i = 0; i < perClass; i++) {
          write(ofClass.resolve("p%02d_%d.png".formatted(Math.floorDiv(i, 2), i)), 1000L * k + i);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /** A few bright and dark hills that depend on a number. */
  static void write(Path file, long number) throws IOException {
    SplittableRandom random = new SplittableRandom(number);
    double[] field = new double[SIDE * SIDE];
    for (int hill = 0; hill < 14; hill++) {
      double x = random.nextDouble(SIDE);
      double y = random.nextDouble(SIDE);
      double width = 4 + random.nextDouble(12);
      double height = random.nextDouble(-90, 90);
      for (int i = 0; i < field.length; i++) {
        double distance = Math.hypot(i % SIDE - x, Math.floorDiv(i, SIDE) - y) / width;
        field[i] += height * Math.exp(-distance * distance);
      }
    }
    byte[] pixels = new byte[field.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (int) Math.max(0, Math.min(255, 120 + field[i]));
    }
    PngWriter.write(file, new GreyPicture(SIDE, SIDE, pixels));
  }
}
