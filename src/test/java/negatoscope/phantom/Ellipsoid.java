package negatoscope.phantom;

/** An ellipsoid, given by its centre and its three half axes, which stand upright on each other. */
record Ellipsoid(Vector centre, Vector a, Vector b, Vector c) implements Solid {
  /** With axes along x, y and z. */
  static Ellipsoid upright(Vector centre, double x, double y, double z) {
    return new Ellipsoid(centre, Vector.of(x, 0, 0), Vector.of(0, y, 0), Vector.of(0, 0, z));
  }

  static Ellipsoid ball(Vector centre, double radius) {
    return upright(centre, radius, radius, radius);
  }

  /** Upright, then turned in the picture's plane, clockwise as seen there. */
  static Ellipsoid turned(Vector centre, double x, double y, double z, double degrees) {
    double cos = StrictMath.cos(StrictMath.toRadians(degrees));
    double sin = StrictMath.sin(StrictMath.toRadians(degrees));
    return new Ellipsoid(
        centre,
        Vector.of(x * cos, x * sin, 0),
        Vector.of(-y * sin, y * cos, 0),
        Vector.of(0, 0, z));
  }

  @Override
  public boolean meets(Vector origin, Vector direction, double[] span) {
    Vector from = origin.minus(centre);
    double qa = direction.dot(a) / a.dot(a);
    double qb = direction.dot(b) / b.dot(b);
    double qc = direction.dot(c) / c.dot(c);
    double pa = from.dot(a) / a.dot(a);
    double pb = from.dot(b) / b.dot(b);
    double pc = from.dot(c) / c.dot(c);
    double qq = qa * qa + qb * qb + qc * qc;
    double pq = pa * qa + pb * qb + pc * qc;
    double root = pq * pq - qq * (pa * pa + pb * pb + pc * pc - 1);
    if (root <= 0) {
      return false;
    }
    double half = Math.sqrt(root);
    span[0] = (-pq - half) / qq;
    span[1] = (-pq + half) / qq;
    return true;
  }

  /** Whether a point lies inside, when all half axes are scaled. */
  boolean holds(Vector point, double scale) {
    Vector from = point.minus(centre);
    double pa = from.dot(a) / a.dot(a);
    double pb = from.dot(b) / b.dot(b);
    double pc = from.dot(c) / c.dot(c);
    return pa * pa + pb * pb + pc * pc < scale * scale;
  }

  @Override
  public double radius() {
    return Math.max(a.length(), Math.max(b.length(), c.length()));
  }
}
