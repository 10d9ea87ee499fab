package negatoscope.phantom;

import java.util.Random;

/**
 * From the rays that arrive to grey values: scatter, grain, unsharpness, and the balance of a
 * digital system.
 */
final class Detector {
  private static final double PHOTONS = 90_000;
  private static final double SCATTER = 0.012;

  private Detector() {}

  /**
   * The values of the film: 0 for the bare beam, greater behind more tissue.
   *
   * @param exposure what arrived
   * @param opacity attenuation of disease, to be added
   * @param pixelMm size of a pixel
   * @param seed of the grain
   */
  static double[] develop(Exposure exposure, double[] opacity, double pixelMm, long seed) {
    int width = exposure.width();
    int height = exposure.height();
    Random random = new Random(seed);
    double[] texture = Noise.fractal(width, height, 12, 4, random);
    double[] primary = new double[width * height];
    for (int i = 0; i < primary.length; i++) {
      double lung = exposure.lung()[i] * Material.LUNG.attenuation;
      primary[i] =
          StrictMath.exp(-exposure.attenuation()[i] - opacity[i] - 0.08 * lung * texture[i]);
    }
    double[] scatter = Noise.blurred(primary, width, height, 30 / pixelMm);
    double[] grain = new double[width * height];
    for (int i = 0; i < grain.length; i++) {
      primary[i] += SCATTER * 0.5 + 0.05 * scatter[i];
      grain[i] = random.nextGaussian() / Math.sqrt(PHOTONS * primary[i]);
    }
    primary = Noise.blurred(primary, width, height, 0.55);
    grain = Noise.blurred(grain, width, height, 0.5);
    double[] film = new double[width * height];
    for (int i = 0; i < film.length; i++) {
      film[i] = -StrictMath.log(primary[i] / 1.05) + grain[i];
    }
    double[] broad = Noise.blurred(film, width, height, 42 / pixelMm);
    for (int i = 0; i < film.length; i++) {
      double balanced = film[i] - 0.36 * broad[i] * Math.max(0, Math.min(1, film[i]));
      film[i] = balanced - 0.07 * balanced * Math.abs(balanced);
    }
    return film;
  }
}
