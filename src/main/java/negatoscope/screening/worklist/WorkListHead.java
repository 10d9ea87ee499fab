package negatoscope.screening.worklist;

import java.util.List;
import java.util.Optional;
import negatoscope.library.card.ModelCard;

/**
 * What all rows of a work list share.
 *
 * @param modelName the model's name
 * @param modelId SHA-256 of the model's graph
 * @param classes the model's, in order
 * @param second name of the model that was asked beside it
 */
public record WorkListHead(
    String modelName, String modelId, List<String> classes, Optional<String> second) {
  /** Of the models that were asked. */
  public static WorkListHead of(ModelCard model, Optional<ModelCard> second) {
    return new WorkListHead(model.name(), model.id(), model.classes(), second.map(ModelCard::name));
  }
}
