package negatoscope.classification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import negatoscope.film.FilmWarning;
import negatoscope.network.CamMethod;

/**
 * What the network says about one film.
 *
 * @param classes names in the model's order
 * @param probabilities calibrated, one a class, summing to 1
 * @param logits raw, one a class
 * @param heatMaps those asked for: every class in order, for every method asked
 * @param warnings the film's own and those about the answer
 * @param thresholds probability from which the film counts as one of a class, by class; the
 *     operating points of the model's card, empty where it has none
 * @param modelName the model's name
 * @param modelId SHA-256 of the model's graph
 * @param milliseconds from tensor to answer, on an engine thread, for this film's share of the
 *     batch
 * @param gate how far the film lies from the training films
 */
public record Classification(
    List<String> classes,
    List<Double> probabilities,
    List<Double> logits,
    List<HeatMap> heatMaps,
    List<FilmWarning> warnings,
    Map<String, Double> thresholds,
    String modelName,
    String modelId,
    double milliseconds,
    EmbeddingGate.Verdict gate) {

  /** What a model says that has no gate, or of a film that its gate lets pass. */
  public Classification(
      List<String> classes,
      List<Double> probabilities,
      List<Double> logits,
      List<HeatMap> heatMaps,
      List<FilmWarning> warnings,
      Map<String, Double> thresholds,
      String modelName,
      String modelId,
      double milliseconds) {
    this(
        classes,
        probabilities,
        logits,
        heatMaps,
        warnings,
        thresholds,
        modelName,
        modelId,
        milliseconds,
        EmbeddingGate.Verdict.ALIKE);
  }

  /** Probability from which a class without a warning counts as confident. */
  public static final double CONFIDENT = 0.8;

  /** Copies the lists and the map. */
  public Classification {
    classes = List.copyOf(classes);
    probabilities = List.copyOf(probabilities);
    logits = List.copyOf(logits);
    heatMaps = List.copyOf(heatMaps);
    warnings = List.copyOf(warnings);
    thresholds = Map.copyOf(thresholds);
  }

  /** Index of the most probable class. */
  public int top() {
    int top = 0;
    for (int k = 1; k < probabilities.size(); k++) {
      if (probabilities.get(k) > probabilities.get(top)) {
        top = k;
      }
    }
    return top;
  }

  /** Name of the most probable class. */
  public String topClass() {
    return classes.get(top());
  }

  /**
   * The classes that the film counts as by the thresholds, in the model's order: none, one or
   * several. Empty where the model has no thresholds.
   */
  public Optional<List<String>> called() {
    return thresholds.isEmpty()
        ? Optional.empty()
        : Optional.of(classes.stream().filter(this::reached).toList());
  }

  private boolean reached(String className) {
    Double threshold = thresholds.get(className);
    return threshold != null && probabilities.get(classes.indexOf(className)) >= threshold;
  }

  /**
   * Whether the answer may be shown without reserve: {@link #CONFIDENT} or more, and no warning.
   */
  public boolean confident() {
    return warnings.isEmpty() && probabilities.get(top()) >= CONFIDENT;
  }

  /** The maps of one class, by every method asked for. */
  public List<HeatMap> heatMaps(String className) {
    return heatMaps.stream().filter(map -> map.className().equals(className)).toList();
  }

  /** The map of one class, if it was asked for. */
  public Optional<HeatMap> heatMap(String className, CamMethod method) {
    return heatMaps.stream()
        .filter(map -> map.className().equals(className) && map.method() == method)
        .findFirst();
  }
}
