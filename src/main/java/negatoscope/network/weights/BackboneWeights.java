package negatoscope.network.weights;

import negatoscope.network.Backbone;
import negatoscope.network.Weights;

/**
 * What a weight file held.
 *
 * @param backbone whose weights they are
 * @param weights all of the backbone's, by canonical name, and the head's where the file has one
 */
public record BackboneWeights(Backbone backbone, Weights weights) {}
