package negatoscope.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * Rays from the tube's focus through the solids to every pixel.
 *
 * @param width columns
 * @param height rows
 * @param attenuation the integral along each pixel's ray (−ln of the share that passes)
 * @param lung millimetres of lung along each pixel's ray
 */
record Exposure(int width, int height, double[] attenuation, double[] lung) {
  private static final double FOCUS = 1800;
  private static final double DETECTOR = 160;

  /** From where the film is taken. */
  enum View {
    /** From behind; the patient's left side is at the picture's right. */
    PA(Vector.of(0, 0, 1), Vector.of(1, 0, 0)),
    /** From the patient's right side; the front is at the picture's left. */
    LATERAL(Vector.of(1, 0, 0), Vector.of(0, 0, -1));

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
    final Vector beam;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
    final Vector right;

    View(Vector beam, Vector right) {
      this.beam = beam;
      this.right = right;
    }
  }

  /** One solid, with the pixels that its shadow can touch. */
  private record Shadow(Solid solid, Material material, int left, int right, int top, int bottom) {}

  /** Takes the film. */
  static Exposure of(List<Chest.Part> parts, View view, int width, int height, double pixelMm) {
    Vector focus = view.beam.times(-FOCUS);
    List<Shadow> shadows = new ArrayList<>();
    for (Chest.Part part : parts) {
      shadows.add(shadow(part, view, width, height, pixelMm));
    }
    double[] attenuation = new double[width * height];
    double[] lung = new double[width * height];
    Ray ray = new Ray();
    for (int row = 0; row < height; row++) {
      List<Shadow> here = new ArrayList<>();
      for (Shadow shadow : shadows) {
        if (shadow.top <= row && row <= shadow.bottom) {
          here.add(shadow);
        }
      }
      double y = (row + 0.5 - height / 2.0) * pixelMm;
      for (int column = 0; column < width; column++) {
        double x = (column + 0.5 - width / 2.0) * pixelMm;
        Vector pixel = view.beam.times(DETECTOR).plus(view.right.times(x)).plus(Vector.of(0, y, 0));
        Vector direction = pixel.minus(focus).unit();
        ray.clear();
        for (Shadow shadow : here) {
          if (shadow.left <= column && column <= shadow.right) {
            ray.pass(shadow.solid, shadow.material, focus, direction);
          }
        }
        ray.add();
        attenuation[row * width + column] = ray.attenuation;
        lung[row * width + column] = ray.lung;
      }
    }
    return new Exposure(width, height, attenuation, lung);
  }

  private static Shadow shadow(Chest.Part part, View view, int width, int height, double pixelMm) {
    Vector centre = part.solid().centre();
    double reach = part.solid().radius();
    double near = Math.max(200, FOCUS + view.beam.dot(centre) - reach);
    double scale = (FOCUS + DETECTOR) / near / pixelMm;
    double x = view.right.dot(centre);
    double far = (FOCUS + DETECTOR) / (FOCUS + view.beam.dot(centre) + reach) / pixelMm;
    double left = Math.min((x - reach) * scale, (x - reach) * far);
    double right = Math.max((x + reach) * scale, (x + reach) * far);
    double top = Math.min((centre.y() - reach) * scale, (centre.y() - reach) * far);
    double bottom = Math.max((centre.y() + reach) * scale, (centre.y() + reach) * far);
    return new Shadow(
        part.solid(),
        part.material(),
        (int) Math.floor(left + width / 2.0) - 1,
        (int) Math.ceil(right + width / 2.0) + 1,
        (int) Math.floor(top + height / 2.0) - 1,
        (int) Math.ceil(bottom + height / 2.0) + 1);
  }

  /** The solids along one ray, in order of entry and exit. */
  private static final class Ray {
    private final double[] span = new double[2];
    private double[] places = new double[64];
    private int[] turns = new int[64];
    private int events;
    private double attenuation;
    private double lung;

    void clear() {
      events = 0;
    }

    void pass(Solid solid, Material material, Vector focus, Vector direction) {
      if (solid.meets(focus, direction, span)) {
        note(span[0], material.rank + 1);
        note(span[1], -material.rank - 1);
      }
    }

    private void note(double place, int turn) {
      if (events == places.length) {
        places = java.util.Arrays.copyOf(places, 2 * events);
        turns = java.util.Arrays.copyOf(turns, 2 * events);
      }
      int at = events++;
      while (at > 0 && places[at - 1] > place) {
        places[at] = places[at - 1];
        turns[at] = turns[at - 1];
        at--;
      }
      places[at] = place;
      turns[at] = turn;
    }

    void add() {
      Material[] materials = Material.values();
      int[] depth = new int[materials.length];
      attenuation = 0;
      lung = 0;
      for (int i = 0; i < events - 1; i++) {
        int turn = turns[i];
        depth[Math.abs(turn) - 1] += turn > 0 ? 1 : -1;
        double way = places[i + 1] - places[i];
        for (int rank = depth.length - 1; rank >= 0; rank--) {
          if (depth[rank] > 0) {
            attenuation += way * materials[rank].attenuation;
            lung += materials[rank] == Material.LUNG ? way : 0;
            break;
          }
        }
      }
    }
  }
}
