package negatoscope.library.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param fineTunedFrom the first layer or block of the backbone that learned; {@code all}, or
 *     {@link #BACKBONE_FROZEN}; null where it is not known
 * @param frozenLayers how many layers of the backbone did not learn; null where it is not known
 * @param lstmFrozen whether the head's LSTM did not learn; null where it is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CardTraining(
    Data data,
    Split split,
    String preset,
    String optimiser,
    int epochs,
    int bestEpoch,
    double seconds,
    Map<String, String> software,
    @Nullable String fineTunedFrom,
    @Nullable Integer frozenLayers,
    @Nullable Boolean lstmFrozen) {
  /** Stands for a backbone of which nothing learned. */
  public static final String BACKBONE_FROZEN = "none";

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
