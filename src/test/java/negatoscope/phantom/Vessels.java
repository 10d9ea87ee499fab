package negatoscope.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The branching vessels of both lungs, grown from the hila towards the pleura. */
final class Vessels {
  private static final double STEP = 11;

  private final Ellipsoid cavity;
  private final Random random;
  private final List<Capsule> rods = new ArrayList<>();

  private Vessels(Ellipsoid cavity, long seed) {
    this.cavity = cavity;
    this.random = new Random(seed);
  }

  /** The vessels within a thoracic cavity; the same for the same seed. */
  static List<Capsule> of(Ellipsoid cavity, long seed) {
    Vessels vessels = new Vessels(cavity, seed);
    for (int side = -1; side <= 1; side += 2) {
      Vector hilum = Vector.of(side * 42, side < 0 ? -22 : -30, -8);
      for (int i = 0; i < 24; i++) {
        double angle = StrictMath.toRadians(-100 + 215 * (i + vessels.random.nextDouble()) / 24);
        Vector direction =
            Vector.of(
                    side * (0.25 + StrictMath.cos(angle)),
                    StrictMath.sin(angle) * 1.25,
                    1.5 * (vessels.random.nextDouble() - 0.5))
                .unit();
        double thickness = 1.5 + 2.2 * vessels.random.nextDouble();
        vessels.grow(hilum.plus(vessels.jitter(8)), direction, thickness);
      }
    }
    return vessels.rods;
  }

  private Vector jitter(double size) {
    return Vector.of(
        size * (random.nextDouble() - 0.5),
        size * (random.nextDouble() - 0.5),
        size * (random.nextDouble() - 0.5));
  }

  private void grow(Vector from, Vector direction, double thickness) {
    Vector here = from;
    Vector heading = direction;
    double width = thickness;
    while (width > 0.4) {
      heading = heading.plus(jitter(0.55)).unit();
      Vector next = here.plus(heading.times(STEP * (0.6 + 0.5 * random.nextDouble())));
      if (!cavity.holds(next, 0.95)) {
        return;
      }
      rods.add(new Capsule(here, next, width));
      if (random.nextDouble() < 0.42) {
        Vector aside = heading.plus(jitter(1.7)).unit();
        grow(next, aside, width * (0.55 + 0.2 * random.nextDouble()));
      }
      here = next;
      width *= 0.885;
    }
  }
}
