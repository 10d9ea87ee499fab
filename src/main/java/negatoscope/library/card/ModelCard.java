package negatoscope.library.card;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import negatoscope.library.ModelId;
import negatoscope.network.Backbone;
import negatoscope.network.NetworkSpec;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.tensor.TensorOptions;
import org.jspecify.annotations.Nullable;

/**
 * What a model is, what it was made from, how good it is, and what it must not be used for: {@code
 * card.json}, schema 1. The components are the file's fields, name for name.
 *
 * @param schema version of the file's form
 * @param id SHA-256 of the graph, and of the variables if there are any ({@link ModelId})
 * @param name by which the model is called; also its folder's name
 * @param version the model's own version
 * @param created when, ISO 8601
 * @param classes in the order of the network's outputs
 * @param backbone {@link Backbone#id}
 * @param head the recurrent head
 * @param input how a film becomes the network's input
 * @param training what it was trained on, and how
 * @param test figures on films that took no part in training or choosing; null if none were looked
 *     at
 * @param probes figures with part of each film blacked out; null if not measured
 * @param calibration null where the probabilities are raw
 * @param operatingPoints thresholds by class; null if none were chosen
 * @param embedding how the training films lie in the network's last layer; null if not fitted
 * @param limits what the model must not be used for, in sentences
 * @param weights what training started from; null if from drawn weights
 * @param unknown fields of the file that this version does not know, at their place; written back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelCard(
    int schema,
    String id,
    String name,
    String version,
    String created,
    List<String> classes,
    String backbone,
    CardHead head,
    CardInput input,
    CardTraining training,
    @Nullable CardTest test,
    @Nullable CardProbes probes,
    @Nullable CardCalibration calibration,
    @Nullable Map<String, CardOperatingPoint> operatingPoints,
    @Nullable CardEmbedding embedding,
    List<String> limits,
    @Nullable CardWeights weights,
    @JsonIgnore ObjectNode unknown) {
  /** The schema that this version writes, and the newest that it reads. */
  public static final int SCHEMA = 1;

  /** Copies the lists. */
  public ModelCard {
    classes = List.copyOf(classes);
    limits = limits == null ? List.of() : List.copyOf(limits);
    unknown = unknown == null ? JsonNodeFactory.instance.objectNode() : unknown.deepCopy();
  }

  /** A card without fields that this version does not know. */
  public ModelCard(
      String id,
      String name,
      String version,
      String created,
      List<String> classes,
      String backbone,
      CardHead head,
      CardInput input,
      CardTraining training,
      @Nullable CardTest test,
      @Nullable CardProbes probes,
      @Nullable CardCalibration calibration,
      @Nullable CardEmbedding embedding,
      List<String> limits,
      @Nullable CardWeights weights) {
    this(
        SCHEMA,
        id,
        name,
        version,
        created,
        classes,
        backbone,
        head,
        input,
        training,
        test,
        probes,
        calibration,
        null,
        embedding,
        limits,
        weights,
        JsonNodeFactory.instance.objectNode());
  }

  /** The same model under another name. */
  public ModelCard withName(String newName) {
    return with(newName, test, probes, operatingPoints, unknown);
  }

  /** The same model with other figures on the test films. */
  public ModelCard withTest(CardTest newTest) {
    return with(name, newTest, probes, operatingPoints, unknown);
  }

  /** The same model with other figures of blacked-out films. */
  public ModelCard withProbes(CardProbes newProbes) {
    return with(name, test, newProbes, operatingPoints, unknown);
  }

  /** Probability from which a film counts as one of a class; empty where none was chosen. */
  public Map<String, Double> thresholds() {
    Map<String, Double> thresholds = new LinkedHashMap<>();
    if (operatingPoints != null) {
      operatingPoints.forEach((name, point) -> thresholds.put(name, point.threshold()));
    }
    return thresholds;
  }

  /** The same model with other thresholds by class. */
  public ModelCard withOperatingPoints(Map<String, CardOperatingPoint> points) {
    return with(name, test, probes, points, unknown);
  }

  ModelCard withUnknown(ObjectNode fields) {
    return with(name, test, probes, operatingPoints, fields);
  }

  /** What may change after a model is made. */
  private ModelCard with(
      String newName,
      @Nullable CardTest newTest,
      @Nullable CardProbes newProbes,
      @Nullable Map<String, CardOperatingPoint> newPoints,
      ObjectNode newUnknown) {
    return new ModelCard(
        schema,
        id,
        newName,
        version,
        created,
        classes,
        backbone,
        head,
        input,
        training,
        newTest,
        newProbes,
        calibration,
        newPoints,
        embedding,
        limits,
        weights,
        newUnknown);
  }

  /** How films are prepared for this model. */
  @JsonIgnore
  public TensorOptions tensorOptions() {
    return input.options();
  }

  /**
   * The network's structure.
   *
   * @throws Failure {@code BAD_MODEL} if this version does not know the backbone
   */
  @JsonIgnore
  public NetworkSpec spec() {
    Backbone known =
        Backbone.ofId(backbone)
            .orElseThrow(
                () ->
                    new Failure(
                        ErrorCode.BAD_MODEL,
                        "Model " + name + " has the unknown backbone " + backbone + ".",
                        "Use a version of the program that knows it."));
    return new NetworkSpec(known, head.spec(), classes.size(), input.side());
  }
}
