package negatoscope.dicom.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.film.Shutter;
import negatoscope.film.Shutter.Polygonal.Vertex;

/** What a data set wants covered (Display Shutter, PS3.3 C.7.6.11). Counts from 1 become from 0. */
final class ShutterHeader {
  /** More corners than this no polygon has that somebody drew. */
  private static final int MOST_VERTICES = 4096;

  /** Coordinates beyond this lie outside any film. */
  private static final double FAR = 1 << 20;

  private final DataSet set;
  private final Repairs repairs;

  ShutterHeader(DataSet set, Repairs repairs) {
    this.set = set;
    this.repairs = repairs;
  }

  /** The shutter of a film of the given size; none where it would cover all of it. */
  Optional<Shutter> read(int width, int height) {
    List<Shutter.Shape> shapes = new ArrayList<>();
    for (String shape : set.texts(Tag.SHUTTER_SHAPE)) {
      Optional<Shutter.Shape> read =
          switch (shape.toUpperCase(Locale.ROOT)) {
            case "RECTANGULAR" -> rectangular();
            case "CIRCULAR" -> circular();
            case "POLYGONAL" -> polygonal();
            default -> Optional.empty();
          };
      read.ifPresentOrElse(
          shapes::add,
          () ->
              repairs.repaired(
                  "The file covers a part of the film by a shutter (%s) that cannot be drawn; that"
                          .formatted(shape)
                      + " part is shown."));
    }
    if (shapes.isEmpty()) {
      return Optional.empty();
    }
    int grey = (int) Math.max(0, Math.min(0xFFFF, number(Tag.SHUTTER_PRESENTATION_VALUE, 0, 0)));
    Shutter shutter = new Shutter(shapes, grey);
    for (int row = 0; row < height; row++) {
      if (!shutter.seen(row, width).isEmpty()) {
        return Optional.of(shutter);
      }
    }
    repairs.repaired("The file's shutter would cover all of the film; it was left out.");
    return Optional.empty();
  }

  private Optional<Shutter.Shape> rectangular() {
    double left = number(Tag.SHUTTER_LEFT_VERTICAL_EDGE, 0, Double.NaN);
    double right = number(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, 0, Double.NaN);
    double upper = number(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, 0, Double.NaN);
    double lower = number(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, 0, Double.NaN);
    return left <= right && upper <= lower
        ? Optional.of(
            new Shutter.Rectangular(
                pixel(left) - 1, pixel(right) - 1, pixel(upper) - 1, pixel(lower) - 1))
        : Optional.empty();
  }

  private Optional<Shutter.Shape> circular() {
    double row = number(Tag.CENTER_OF_CIRCULAR_SHUTTER, 0, Double.NaN);
    double column = number(Tag.CENTER_OF_CIRCULAR_SHUTTER, 1, Double.NaN);
    double radius = number(Tag.RADIUS_OF_CIRCULAR_SHUTTER, 0, Double.NaN);
    return !Double.isNaN(row + column) && radius > 0
        ? Optional.of(new Shutter.Circular(pixel(column) - 1, pixel(row) - 1, pixel(radius)))
        : Optional.empty();
  }

  private Optional<Shutter.Shape> polygonal() {
    List<Double> numbers = set.numbers(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER);
    if (numbers.size() < 6
        || numbers.size() > 2 * MOST_VERTICES
        || numbers.stream().anyMatch(number -> Double.isNaN(number))) {
      return Optional.empty();
    }
    List<Vertex> vertices = new ArrayList<>();
    for (int i = 0; i + 1 < numbers.size(); i += 2) {
      vertices.add(new Vertex(pixel(numbers.get(i + 1)) - 1, pixel(numbers.get(i)) - 1));
    }
    return Optional.of(new Shutter.Polygonal(vertices));
  }

  private double number(int tag, int index, double missing) {
    List<Double> numbers = set.numbers(tag);
    return index < numbers.size() ? numbers.get(index) : missing;
  }

  private static int pixel(double number) {
    return (int) Math.max(-FAR, Math.min(FAR, number));
  }
}
