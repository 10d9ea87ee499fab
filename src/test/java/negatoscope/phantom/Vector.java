package negatoscope.phantom;

/** A point or direction in millimetres. */
record Vector(double x, double y, double z) {
  static Vector of(double x, double y, double z) {
    return new Vector(x, y, z);
  }

  Vector plus(Vector other) {
    return new Vector(x + other.x, y + other.y, z + other.z);
  }

  Vector minus(Vector other) {
    return new Vector(x - other.x, y - other.y, z - other.z);
  }

  Vector times(double factor) {
    return new Vector(factor * x, factor * y, factor * z);
  }

  double dot(Vector other) {
    return x * other.x + y * other.y + z * other.z;
  }

  Vector cross(Vector other) {
    return new Vector(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  double length() {
    return Math.sqrt(dot(this));
  }

  Vector unit() {
    return times(1 / length());
  }

  /** The way from here to another point, by a share. */
  Vector towards(Vector other, double share) {
    return plus(other.minus(this).times(share));
  }

  /** The mirror image on the patient's other side. */
  Vector mirrored() {
    return new Vector(-x, y, z);
  }
}
