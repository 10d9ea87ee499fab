package negatoscope.library;

import java.util.List;
import negatoscope.library.card.ModelCard;
import negatoscope.task.Failure;

/**
 * The models at hand.
 *
 * @param models the bundled one first, the others by name
 * @param damaged folders among the models that hold none
 */
public record Shelf(List<Entry> models, List<Damaged> damaged) {
  /** Copies the lists. */
  public Shelf {
    models = List.copyOf(models);
    damaged = List.copyOf(damaged);
  }

  /**
   * A model at hand.
   *
   * @param bundled whether it comes with the program
   * @param preferred whether it is the default
   * @param bytes of all its files
   */
  public record Entry(ModelCard card, boolean bundled, boolean preferred, long bytes) {}

  /** A folder among the models, by its name, and why it is none. */
  public record Damaged(String name, Failure failure) {}

  /** The models' cards, in order. */
  public List<ModelCard> cards() {
    return models.stream().map(Entry::card).toList();
  }
}
