package negatoscope.training;

import java.nio.file.Path;
import java.util.List;
import negatoscope.library.card.CardWeights;
import negatoscope.network.Backbone;
import negatoscope.network.Weights;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.Split;
import negatoscope.training.recipe.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * What is to be trained, from what, and where it goes.
 *
 * @param name of the model
 * @param out the model's folder; must not be there yet
 * @param dataSet films with labels
 * @param split which of them are learned from
 * @param backbone of the network
 * @param start first weights by canonical name; the head's may be missing
 * @param origin of the start weights, for the card; null if they were drawn
 * @param recipe how
 * @param look whether the test films are looked at once the weights are chosen
 * @param looksBefore how often these test films were looked at before, by models of the same
 *     project
 * @param licences terms under which weights and films may be used
 * @param limits what the model must not be used for, beside what is always said
 */
public record TrainingOrder(
    String name,
    Path out,
    DataSet dataSet,
    Split split,
    Backbone backbone,
    Weights start,
    @Nullable CardWeights origin,
    Recipe recipe,
    boolean look,
    int looksBefore,
    String licences,
    List<String> limits) {
  /** Copies the list. */
  public TrainingOrder {
    limits = List.copyOf(limits);
  }
}
