package negatoscope.library;

import java.util.Map;

/**
 * What a model was trained on, and how.
 *
 * @param data the training films
 * @param split how training, validation and test films were kept apart
 * @param preset name of the recipe
 * @param optimiser in words
 * @param epochs how many were run
 * @param bestEpoch which one was kept, from 1
 * @param seconds how long training took
 * @param software versions by name
 */
public record CardTraining(
    Data data,
    Split split,
    String preset,
    String optimiser,
    int epochs,
    int bestEpoch,
    double seconds,
    Map<String, String> software) {
  /** Copies the map. */
  public CardTraining {
    software = CardMaps.ordered(software);
  }

  /**
   * The training films.
   *
   * @param films how many
   * @param patients of how many patients
   * @param perClass films by class
   * @param perCollection films by collection
   */
  public record Data(
      int films, int patients, Map<String, Integer> perClass, Map<String, Integer> perCollection) {
    /** Copies the maps. */
    public Data {
      perClass = CardMaps.ordered(perClass);
      perCollection = CardMaps.ordered(perCollection);
    }
  }

  /**
   * How the films were split.
   *
   * @param seed of the split; 0 where it was given
   * @param sizes films by part: {@code train}, {@code validation}, {@code test}
   * @param by what stays together: {@code patient}, {@code film}, or {@code given}
   */
  public record Split(long seed, Map<String, Integer> sizes, String by) {
    /** Copies the map. */
    public Split {
      sizes = CardMaps.ordered(sizes);
    }
  }
}
