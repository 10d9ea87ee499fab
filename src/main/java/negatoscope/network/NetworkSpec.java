package negatoscope.network;

/**
 * A whole network: backbone, head, number of classes and side of its square input.
 *
 * @param classes how many, at least 2
 * @param side columns and rows of the input
 */
public record NetworkSpec(Backbone backbone, HeadSpec head, int classes, int side) {
  /** How the input is scaled: as the backbone was trained, but 0 to 1 for the published head. */
  public Scaling scaling() {
    return head instanceof HeadSpec.Published ? Scaling.UNIT : backbone.scaling();
  }
}
