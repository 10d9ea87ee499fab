package negatoscope.network;

/**
 * A whole network: backbone, head, number of classes and side of its square input.
 *
 * @param classes how many, at least 2
 * @param side columns and rows of the input
 */
public record NetworkSpec(Backbone backbone, HeadSpec head, int classes, int side) {}
