package negatoscope.tensor;

import java.util.Random;
import negatoscope.tensor.Thumbnail.Picture;

/** Makes other views out of a frontal film, to fit and to test the film checks. */
final class MadeViews {
  private MadeViews() {}

  /** The same film moved, zoomed and turned a little, half of the time between black margins. */
  static Picture shaken(Picture film, Random random) {
    double angle = Math.toRadians(between(random, -6, 6));
    double zoomX = between(random, 0.9, 1.1);
    double zoomY = between(random, 0.9, 1.1);
    double shiftX = between(random, -0.05, 0.05);
    double shiftY = between(random, -0.05, 0.05);
    double margin = random.nextBoolean() ? 0.15 : 0;
    double left = random.nextDouble() * margin;
    double right = random.nextDouble() * margin;
    double top = random.nextDouble() * margin;
    double bottom = random.nextDouble() * margin;
    return (u, v) -> {
      double inU = (u - left) / (1 - left - right);
      double inV = (v - top) / (1 - top - bottom);
      if (inU < 0 || inU > 1 || inV < 0 || inV > 1) {
        return 0;
      }
      double x = inU - 0.5;
      double y = inV - 0.5;
      return film.at(
          clip((Math.cos(angle) * x - Math.sin(angle) * y) * zoomX + 0.5 + shiftX),
          clip((Math.sin(angle) * x + Math.cos(angle) * y) * zoomY + 0.5 + shiftY));
    };
  }

  /**
   * Half of the chest stretched to a whole film between dark margins: bright on one side as by the
   * spine, one dark lung in the middle, soft tissue on the other side.
   */
  static Picture likeLateral(Picture film, Random random) {
    double share = between(random, 0.42, 0.62);
    boolean leftHalf = random.nextBoolean();
    boolean mirrored = random.nextBoolean();
    double top = between(random, 0, 0.1);
    double wide = between(random, 1, 1.6);
    double margin = random.nextDouble() * (wide - 1);
    double angle = Math.toRadians(between(random, -12, 12));
    return (u, v) -> {
      double x = u - 0.5;
      double y = v - 0.5;
      double across = (Math.cos(angle) * x - Math.sin(angle) * y + 0.5) * wide - margin;
      double down = Math.sin(angle) * x + Math.cos(angle) * y + 0.5;
      if (across < 0 || across > 1 || down < 0 || down > 1) {
        return 0;
      }
      double half = (mirrored ? 1 - across : across) * share;
      return film.at(clip(leftHalf ? half : 1 - share + half), clip(top + down * (1 - top)));
    };
  }

  /** The film lying on its side, or upside down. */
  static Picture turned(Picture film, Random random) {
    Picture shaken = shaken(film, random);
    return switch (random.nextInt(4)) {
      case 0 -> (u, v) -> shaken.at(v, clip(1 - u));
      case 1 -> (u, v) -> shaken.at(clip(1 - v), u);
      case 2 -> (u, v) -> shaken.at(u, clip(1 - v));
      default -> (u, v) -> shaken.at(clip(1 - u), clip(1 - v));
    };
  }

  static double between(Random random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  static double clip(double x) {
    return Math.min(Math.max(x, 0), Math.nextDown(1.0));
  }
}
