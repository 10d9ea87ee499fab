package negatoscope.training.recipe;

import java.nio.file.Path;
import java.util.Map;
import negatoscope.network.Backbone;
import negatoscope.network.HeadSpec;
import negatoscope.network.NetworkSpec;
import negatoscope.task.Failure;
import negatoscope.training.films.Augmentation;

/**
 * Everything that a training run does beyond its films and start weights.
 *
 * @param preset the name of these choices
 * @param seed of the run: order, augmentation, dropout, the head's first weights
 * @param side columns and rows of the network's input
 * @param head the recurrent head
 * @param headStage first, the head alone learns from the frozen backbone's features
 * @param wholeStage then the backbone learns too, from varied films
 * @param learning what of the network learns
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
    Learning learning,
    Augmentation augmentation,
    double fineness,
    double labelSmoothing,
    double mixup,
    Balance balance,
    int averageLast,
    int runs,
    Choice choice) {

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
    public double[] weights(int[] labels, int classes) {
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

  /** Checks the ranges. The published head's batch norm needs two films an update at least. */
  public Recipe {
    if (side < 32
        || !(fineness >= 1 && fineness <= 4)
        || !(labelSmoothing >= 0 && labelSmoothing < 1)
        || !(mixup >= 0 && mixup <= 1)
        || averageLast < 0
        || runs < 1
        || (head instanceof HeadSpec.Published
            && Math.min(headStage.batch(), wholeStage.batch()) < 2)) {
      throw new IllegalArgumentException("recipe out of range");
    }
  }

  /**
   * The preset {@code recommended} for a backbone: pictures of 224 × 224, as the paper has them;
   * MobileNetV2, which is quick, sees 288 × 288, the side that did best on validation films.
   */
  public static Recipe recommended(Backbone backbone) {
    return new Recipe(
        "recommended",
        1,
        backbone == Backbone.MOBILENET_V2 ? 288 : 224,
        new HeadSpec.Compact(128, 1, 0.5, false, HeadSpec.Pooling.MEAN),
        new Stage(7, 1e-3, 40, 0.1, 32, 0.99, 4),
        new Stage(6, 5e-5, 60, 0.1, 16, 0.99, 2),
        Learning.EVERYTHING,
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
   * The same with the published head as its authors released and trained it: sizes of the backbone,
   * LSTM frozen, rate 2e-4, gradients clipped at 100.
   */
  public Recipe withPublishedHead(Backbone backbone) {
    HeadSpec.Published published = HeadSpec.Published.of(backbone);
    return RecipeJson.changed(
        this,
        Map.of(
            "head",
            Map.of("type", "published", "units", published.units(), "dense", published.dense()),
            "headStage",
            Map.of("rate", 2e-4, "batch", 16),
            "learning",
            Map.of("lstmFrozen", true, "clipValue", 100)));
  }

  /**
   * A recipe with what a JSON file says in place of its own values; nested values are merged, but a
   * head of another type takes the place of the whole head.
   *
   * @throws Failure {@code NOT_READABLE} for a file that is no such JSON
   */
  public Recipe with(Path json) {
    return RecipeJson.changed(this, json);
  }

  /** As JSON, with all values. */
  public String toJson() {
    return RecipeJson.format(this);
  }

  /** The same with another seed. */
  public Recipe withSeed(long other) {
    return RecipeJson.changed(this, Map.of("seed", other));
  }

  /** The same with another side of the network's input. */
  public Recipe withSide(int other) {
    return RecipeJson.changed(this, Map.of("side", other));
  }

  /** The same with other lengths of the stages. */
  public Recipe withEpochs(int headEpochs, int wholeEpochs) {
    return RecipeJson.changed(
        this,
        Map.of(
            "headStage",
            Map.of("epochs", headEpochs),
            "wholeStage",
            Map.of("epochs", wholeEpochs)));
  }

  /** The same, but the backbone learns only from a layer or block on. */
  public Recipe withFineTuneFrom(String layerOrBlock) {
    return RecipeJson.changed(this, Map.of("learning", Map.of("fineTuneFrom", layerOrBlock)));
  }

  /** The network that it trains. */
  public NetworkSpec network(Backbone backbone, int classes) {
    return new NetworkSpec(backbone, head, classes, side);
  }
}
