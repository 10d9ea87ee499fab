package negatoscope.training.recipe;

/**
 * Films in groups.
 *
 * @param of the group of each film, from 0; not to be changed
 * @param count how many groups there are; none is empty
 */
public record Groups(int[] of, int count) {
  /** How many films each group has. */
  public int[] sizes() {
    int[] sizes = new int[count];
    for (int group : of) {
      sizes[group]++;
    }
    return sizes;
  }

  /**
   * What each group's films must be multiplied by so that groups count alike; of mean 1 over the
   * films.
   *
   * @param strength 0 for films that count alike, 1 for groups that do, 0.5 for the square root of
   *     what would be balanced
   */
  public double[] factors(double strength) {
    int[] sizes = sizes();
    double[] factors = new double[count];
    double sum = 0;
    for (int group = 0; group < count; group++) {
      factors[group] = Math.pow((double) of.length / sizes[group], strength);
      sum += factors[group] * sizes[group];
    }
    for (int group = 0; group < count; group++) {
      factors[group] *= of.length / sum;
    }
    return factors;
  }
}
