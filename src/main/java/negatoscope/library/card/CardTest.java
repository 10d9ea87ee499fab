package negatoscope.library.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures on films that took no part in training or choosing.
 *
 * @param films how many
 * @param accuracy share that is right
 * @param macroAuc mean over the classes of the one-against-rest ROC AUC
 * @param logLoss mean of −ln(probability of the truth)
 * @param ece expected calibration error, 15 bins
 * @param perClass by class
 * @param perCollection by collection
 * @param insideCollection how well classes are told apart where the source does not give them away
 * @param intervals 95 % intervals by figure: {@code accuracy}, {@code macroAuc}, …; bootstrap by
 *     patient
 * @param looks how often these films have been looked at so far
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CardTest(
    int films,
    double accuracy,
    @Nullable Double macroAuc,
    double logLoss,
    double ece,
    Map<String, PerClass> perClass,
    Map<String, PerCollection> perCollection,
    List<InsideCollection> insideCollection,
    Map<String, CardInterval> intervals,
    int looks) {
  /** Copies lists and maps. */
  public CardTest {
    perClass = CardMaps.ordered(perClass);
    perCollection = CardMaps.ordered(perCollection);
    insideCollection = insideCollection == null ? List.of() : List.copyOf(insideCollection);
    intervals = CardMaps.ordered(intervals);
  }

  /**
   * One class against the rest.
   *
   * @param films of this class
   * @param rocAuc null where it is not defined
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PerClass(
      int films,
      double precision,
      double recall,
      double specificity,
      double f1,
      @Nullable Double rocAuc) {}

  /**
   * The films of one collection.
   *
   * @param films how many
   * @param macroAuc null where it is not defined
   * @param accuracyInterval 95 %, bootstrap by patient; null if not measured
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PerCollection(
      int films,
      double accuracy,
      @Nullable Double macroAuc,
      @Nullable CardInterval accuracyInterval) {}

  /**
   * One class against another inside one collection.
   *
   * @param collection its name
   * @param positive the class that should score higher
   * @param negative the class against it
   * @param films of both
   * @param rocAuc null where it is not defined
   * @param interval 95 %, bootstrap by patient; null where it is not defined
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record InsideCollection(
      String collection,
      String positive,
      String negative,
      int films,
      @Nullable Double rocAuc,
      @Nullable CardInterval interval) {}
}
