package negatoscope.phantom;

import java.util.List;
import java.util.Random;

/**
 * Disease that fills air spaces: a soft cloud within the lung.
 *
 * @param x middle, in millimetres to the picture's right
 * @param y middle, in millimetres down
 * @param size how far it reaches (one standard deviation), in millimetres
 * @param strength attenuation in its middle, where the lung is deep
 */
record Opacity(double x, double y, double size, double strength) {
  private static final double DEEP_LUNG = 110;
  private static final double GREATEST = 0.85;

  /** One patch of consolidation: clouds side by side. */
  static List<Opacity> focal(double x, double y) {
    return List.of(
        new Opacity(x, y, 15, 0.42),
        new Opacity(x + 15, y - 9, 11, 0.30),
        new Opacity(x - 14, y + 8, 12, 0.32),
        new Opacity(x + 3, y + 19, 13, 0.30));
  }

  /** Clouds in both lungs, more of them below and outside. */
  static List<Opacity> diffuse(long seed, int count) {
    Random random = new Random(seed);
    Opacity[] clouds = new Opacity[count];
    for (int i = 0; i < count; i++) {
      double side = i % 2 == 0 ? -1 : 1;
      double outward = 1 - random.nextDouble() * random.nextDouble();
      double down = 1 - random.nextDouble() * Math.sqrt(random.nextDouble());
      clouds[i] =
          new Opacity(
              side * (52 + 68 * outward),
              -110 + 200 * down,
              7 + 9 * random.nextDouble(),
              0.12 + 0.18 * random.nextDouble());
    }
    return List.of(clouds);
  }

  /** What the clouds add to the attenuation of every pixel. */
  static double[] of(List<Opacity> clouds, Exposure exposure, double pixelMm, long seed) {
    int width = exposure.width();
    int height = exposure.height();
    double[] added = new double[width * height];
    double[] patchy = Noise.fractal(width, height, 14 / pixelMm, 3, new Random(seed));
    for (int i = 0; i < added.length; i++) {
      int column = i % width;
      int row = i / width;
      double x = (column + 0.5 - width / 2.0) * pixelMm;
      double y = (row + 0.5 - height / 2.0) * pixelMm;
      double sum = 0;
      for (Opacity cloud : clouds) {
        double dx = x / 1.07 - cloud.x;
        double dy = y / 1.07 - cloud.y;
        double far = (dx * dx + dy * dy) / (cloud.size * cloud.size);
        if (far < 20) {
          sum += cloud.strength * StrictMath.exp(-far / 2);
        }
      }
      double lung = Math.min(1, exposure.lung()[i] / DEEP_LUNG);
      double cloud = sum * Math.max(0.2, 1 + 0.42 * patchy[i]);
      added[i] = lung * GREATEST * (1 - StrictMath.exp(-cloud / GREATEST));
    }
    return added;
  }
}
