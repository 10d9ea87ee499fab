package negatoscope.workstation.trainer.desk;

import negatoscope.library.StoredWeights;
import negatoscope.network.Backbone;
import org.jspecify.annotations.Nullable;

/**
 * What a network starts from.
 *
 * @param stored null if the weights are drawn
 */
public record Start(Backbone backbone, @Nullable StoredWeights stored) {}
