package negatoscope.phantom;

/** A convex body that a ray enters once and leaves once. */
interface Solid {
  /**
   * Where a ray meets it.
   *
   * @param direction of length 1
   * @param span takes the way from the origin to entry and exit
   * @return whether the ray meets it at all
   */
  boolean meets(Vector origin, Vector direction, double[] span);

  /** The middle of a sphere around it. */
  Vector centre();

  /** The radius of a sphere around it. */
  double radius();

  /** What of it lies on the side of a plane that its normal points away from. */
  default Solid cut(Vector point, Vector normal) {
    return new Cut(this, point, normal);
  }

  /** A solid on one side of a plane. */
  record Cut(Solid whole, Vector point, Vector normal) implements Solid {
    @Override
    public boolean meets(Vector origin, Vector direction, double[] span) {
      if (!whole.meets(origin, direction, span)) {
        return false;
      }
      double speed = direction.dot(normal);
      double gap = point.minus(origin).dot(normal);
      if (speed == 0) {
        return gap > 0;
      }
      double crossing = gap / speed;
      if (speed > 0) {
        span[1] = Math.min(span[1], crossing);
      } else {
        span[0] = Math.max(span[0], crossing);
      }
      return span[0] < span[1];
    }

    @Override
    public Vector centre() {
      return whole.centre();
    }

    @Override
    public double radius() {
      return whole.radius();
    }
  }
}
