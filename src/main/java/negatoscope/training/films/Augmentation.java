package negatoscope.training.films;

import java.util.SplittableRandom;

/**
 * How far a training film is varied each time it is seen: moved, turned, scaled and mirrored in one
 * bilinear sampling, then made brighter, of more contrast or noisy. Never used on films that are
 * judged.
 *
 * @param shift greatest shift along each axis, as a share of the side
 * @param rotation greatest angle in degrees, either way
 * @param scale greatest zoom: factors from 1 / (1 + scale) to 1 + scale
 * @param brightness greatest grey levels added or taken
 * @param contrast greatest factor on the distance from the mean: 1 / (1 + contrast) to 1 + contrast
 * @param mirror chance of left and right being exchanged
 * @param noise standard deviation of the grey levels added to each pixel
 */
public record Augmentation(
    double shift,
    double rotation,
    double scale,
    double brightness,
    double contrast,
    double mirror,
    double noise) {
  /** Films as they are. */
  public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, 0, 0);

  /** Checks the ranges. */
  public Augmentation {
    require(shift >= 0 && shift < 1, "shift must be from 0 to below 1");
    require(rotation >= 0 && rotation <= 180, "rotation must be from 0 to 180 degrees");
    require(scale >= 0 && scale < 10, "scale must be from 0 to below 10");
    require(brightness >= 0 && brightness <= 255, "brightness must be from 0 to 255");
    require(contrast >= 0 && contrast < 10, "contrast must be from 0 to below 10");
    require(mirror >= 0 && mirror <= 1, "the chance to mirror must be from 0 to 1");
    require(noise >= 0 && noise <= 255, "noise must be from 0 to 255");
  }

  private static void require(boolean within, String rule) {
    if (!within) {
      throw new IllegalArgumentException(rule);
    }
  }

  /**
   * Draws one variant of a film.
   *
   * @param from the film, sampled at least as finely as what is wanted
   * @param side columns and rows wanted
   * @param random what is drawn from
   * @param to takes side × side values, 0 to 255, from {@code offset} on
   */
  public void draw(SquareFilm from, int side, SplittableRandom random, float[] to, int offset) {
    double angle = Math.toRadians(spread(random, rotation));
    double zoom = Math.exp(spread(random, Math.log1p(scale)));
    double right = spread(random, shift) * side;
    double down = spread(random, shift) * side;
    boolean mirrored = random.nextDouble() < mirror;
    double step = (double) from.side() / side / zoom;
    double columnStep = mirrored ? -step : step;
    double middle = (side - 1) / 2.0;
    double centre = (from.side() - 1) / 2.0;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    for (int y = 0; y < side; y++) {
      double dy = (y - middle - down) * step;
      for (int x = 0; x < side; x++) {
        double dx = (x - middle - right) * columnStep;
        to[offset + y * side + x] =
            from.at(centre + cos * dx - sin * dy, centre + sin * dx + cos * dy);
      }
    }
    changeGreys(random, to, offset, side * side);
  }

  private void changeGreys(SplittableRandom random, float[] to, int offset, int count) {
    double added = spread(random, brightness);
    double factor = Math.exp(spread(random, Math.log1p(contrast)));
    if (added == 0 && factor == 1 && noise == 0) {
      return;
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += to[offset + i];
    }
    double mean = sum / count;
    for (int i = 0; i < count; i++) {
      double value = mean + factor * (to[offset + i] - mean) + added;
      if (noise > 0) {
        value += noise * Seeds.gaussian(random);
      }
      to[offset + i] = (float) Math.min(255, Math.max(0, value));
    }
  }

  private static double spread(SplittableRandom random, double greatest) {
    return (2 * random.nextDouble() - 1) * greatest;
  }
}
