package negatoscope.classification;

/**
 * How films are put together for the network.
 *
 * @param size how many go through it at once, at most
 * @param even whether always so many go through it, blank ones after the last film: an answer then
 *     does not depend on which films happen to wait together. A network's numbers are not quite the
 *     same, in their last bits, for batches of different sizes.
 */
record Batching(int size, boolean even) {
  /** For how many films the network is run where so many wait. */
  int run(int waiting) {
    return even ? Math.max(size, waiting) : waiting;
  }
}
