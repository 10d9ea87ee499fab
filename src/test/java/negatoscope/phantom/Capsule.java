package negatoscope.phantom;

/** A round rod with round ends. */
record Capsule(Vector from, Vector to, double thickness) implements Solid {
  @Override
  public boolean meets(Vector origin, Vector direction, double[] span) {
    double enter = Double.MAX_VALUE;
    double leave = -Double.MAX_VALUE;
    for (Vector end : new Vector[] {from, to}) {
      Vector gap = origin.minus(end);
      double middle = -gap.dot(direction);
      double root = middle * middle - gap.dot(gap) + thickness * thickness;
      if (root > 0) {
        enter = Math.min(enter, middle - Math.sqrt(root));
        leave = Math.max(leave, middle + Math.sqrt(root));
      }
    }
    Vector axis = to.minus(from);
    double length = axis.length();
    if (length > 0) {
      axis = axis.times(1 / length);
      Vector gap = origin.minus(from);
      double along = direction.dot(axis);
      double start = gap.dot(axis);
      Vector across = direction.minus(axis.times(along));
      Vector beside = gap.minus(axis.times(start));
      double square = across.dot(across);
      double mixed = across.dot(beside);
      double root = mixed * mixed - square * (beside.dot(beside) - thickness * thickness);
      if (square > 1e-12 && root > 0) {
        double low = (-mixed - Math.sqrt(root)) / square;
        double high = (-mixed + Math.sqrt(root)) / square;
        if (Math.abs(along) > 1e-12) {
          double one = -start / along;
          double other = (length - start) / along;
          low = Math.max(low, Math.min(one, other));
          high = Math.min(high, Math.max(one, other));
        } else if (start < 0 || start > length) {
          high = low;
        }
        if (low < high) {
          enter = Math.min(enter, low);
          leave = Math.max(leave, high);
        }
      }
    }
    span[0] = enter;
    span[1] = leave;
    return enter < leave;
  }

  @Override
  public Vector centre() {
    return from.towards(to, 0.5);
  }

  @Override
  public double radius() {
    return to.minus(from).length() / 2 + thickness;
  }
}
