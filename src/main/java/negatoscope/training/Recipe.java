package negatoscope.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import negatoscope.network.Backbone;
import negatoscope.network.HeadSpec;
import negatoscope.network.NetworkSpec;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/**
 * Everything that a training run does beyond its films and start weights.
 *
 * @param preset the name of these choices
 * @param seed of the run: order, augmentation, dropout, the head's first weights
 * @param side columns and rows of the network's input
 * @param head the recurrent head
 * @param headStage first, the head alone learns from the frozen backbone's features
 * @param wholeStage then all weights learn from varied films
 * @param augmentation how films are varied in the whole stage; of the head stage only the mirroring
 * @param fineness films are kept for variation at this times the side, so that sampling does not
 *     blur them
 * @param labelSmoothing share of the target that is spread over all classes
 * @param mixup alpha of the Beta distribution by which pairs of films are blended (Zhang et al.
 *     2018), 0 to 1; 0 for none
 * @param balance how much more a film of a rare class counts
 * @param averageLast the weights after so many last epochs of a run are averaged and compared with
 *     the best epoch; 0 or 1 for none
 * @param runs how often the whole stage is run from the same head, with other orders and
 *     variations; the runs' weights are averaged if validation does not speak against it (Wortsman
 *     et al. 2022)
 * @param choice by which the epoch is chosen
 */
public record Recipe(
    String preset,
    long seed,
    int side,
    HeadSpec head,
    Stage headStage,
    Stage wholeStage,
    Augmentation augmentation,
    double fineness,
    double labelSmoothing,
    double mixup,
    Balance balance,
    int averageLast,
    int runs,
    Choice choice) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addMixIn(HeadSpec.class, HeadByType.class)
          .build();

  /** Tells heads apart by a field {@code type}; without it a head is compact. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = HeadSpec.Compact.class)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = HeadSpec.Compact.class, name = "compact"),
    @JsonSubTypes.Type(value = HeadSpec.Published.class, name = "published")
  })
  private interface HeadByType {}

  /** How much more a film of a rare class counts. */
  public enum Balance {
    /** Every film counts alike. */
    NONE(0),
    /** By the square root of what would be balanced. */
    SQRT(0.5),
    /** Every class counts alike. */
    BALANCED(1);

    private final double exponent;

    Balance(double exponent) {
      this.exponent = exponent;
    }

    /** Weights of the classes, of mean 1 over the films. */
    double[] weights(int[] labels, int classes) {
      double[] counts = new double[classes];
      for (int label : labels) {
        counts[label]++;
      }
      double[] weights = new double[classes];
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        weights[k] = Math.pow(labels.length / Math.max(1, counts[k]), exponent);
        sum += weights[k] * counts[k];
      }
      for (int k = 0; k < classes; k++) {
        weights[k] *= labels.length / sum;
      }
      return weights;
    }
  }

  /** What on validation decides between weights. */
  public enum Choice {
    /** The greatest mean of the classes' areas under the curve. */
    MACRO_AUC,
    /** The least log loss, after temperature scaling. */
    LOG_LOSS,
    /**
     * The end of the run, whatever validation says; the average of the last epochs if asked for.
     */
    LAST
  }

  /** Checks the ranges. */
  public Recipe {
    if (side < 32
        || !(fineness >= 1 && fineness <= 4)
        || !(labelSmoothing >= 0 && labelSmoothing < 1)
        || !(mixup >= 0 && mixup <= 1)
        || averageLast < 0
        || runs < 1) {
      throw new IllegalArgumentException("recipe out of range");
    }
  }

  /** The preset {@code recommended}. */
  public static Recipe recommended() {
    return new Recipe(
        "recommended",
        1,
        288,
        new HeadSpec.Compact(128, 1, 0.5, false, HeadSpec.Pooling.MEAN),
        new Stage(7, 1e-3, 40, 0.1, 32, 0.99, 4),
        new Stage(6, 5e-5, 60, 0.1, 16, 0.99, 2),
        new Augmentation(0.04, 7, 0.083, 15, 0.16, 0.5, 0),
        1.11,
        0.05,
        0,
        Balance.NONE,
        3,
        1,
        Choice.LAST);
  }

  /**
   * A recipe with what a JSON file says in place of its own values; nested values are merged.
   *
   * @throws Failure {@code NOT_READABLE} for a file that is no such JSON
   */
  public Recipe with(Path json) {
    try {
      JsonNode changes = JSON.readTree(Files.readString(json));
      if (!(changes instanceof ObjectNode object)) {
        throw new IOException("it is no JSON object");
      }
      return JSON.treeToValue(merge(JSON.valueToTree(this), object), Recipe.class);
    } catch (IOException e) {
      String why =
          e instanceof JsonProcessingException problem
              ? problem.getOriginalMessage()
              : String.valueOf(e.getMessage());
      throw new Failure(
          ErrorCode.NOT_READABLE,
          json.getFileName() + " is no recipe: " + why + ".",
          "It must be a JSON object with fields of the recipe, such as {\"seed\": 2}.",
          e);
    }
  }

  private static ObjectNode merge(ObjectNode values, ObjectNode changes) {
    changes
        .properties()
        .forEach(
            change -> {
              if (change.getValue() instanceof ObjectNode inner
                  && values.get(change.getKey()) instanceof ObjectNode own) {
                merge(own, inner);
              } else {
                values.set(change.getKey(), change.getValue());
              }
            });
    return values;
  }

  /** As JSON, with all values. */
  public String toJson() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw Failure.of(e);
    }
  }

  /** The same with another seed. */
  public Recipe withSeed(long other) {
    return new Recipe(
        preset,
        other,
        side,
        head,
        headStage,
        wholeStage,
        augmentation,
        fineness,
        labelSmoothing,
        mixup,
        balance,
        averageLast,
        runs,
        choice);
  }

  /** The same with other lengths of the stages. */
  public Recipe withEpochs(int headEpochs, int wholeEpochs) {
    return new Recipe(
        preset,
        seed,
        side,
        head,
        headStage.withEpochs(headEpochs),
        wholeStage.withEpochs(wholeEpochs),
        augmentation,
        fineness,
        labelSmoothing,
        mixup,
        balance,
        averageLast,
        runs,
        choice);
  }

  /** The network that it trains. */
  public NetworkSpec network(Backbone backbone, int classes) {
    return new NetworkSpec(backbone, head, classes, side);
  }
}
