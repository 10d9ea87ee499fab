package negatoscope.training.recipe;

import static negatoscope.training.recipe.Ranges.require;

import java.nio.file.Path;
import java.util.Map;
import negatoscope.network.Backbone;
import negatoscope.network.HeadSpec;
import negatoscope.network.NetworkSpec;
import negatoscope.task.Failure;
import negatoscope.tensor.Preparation;
import negatoscope.tensor.TensorOptions;
import negatoscope.training.films.Augmentation;

/**
 * Everything that a training run does beyond its films and start weights.
 *
 * @param preset the name of these choices
 * @param seed of the run: order, augmentation, dropout, the head's first weights
 * @param side columns and rows of the network's input
 * @param fit how a film that is not square is made so
 * @param preparation what of a film the network is shown, in training and ever after
 * @param head the recurrent head
 * @param headStage first, the head alone learns from the frozen backbone's features
 * @param wholeStage then the backbone learns too, from varied films
 * @param learning what of the network learns
 * @param augmentation how films are varied: anew each time in the whole stage, in {@code variants}
 *     ways in the head stage
 * @param variants so many varied films of each are kept as features for the head stage, beside the
 *     film itself; 0: the film and its mirror image alone
 * @param fineness films are kept for variation at this times the side, so that sampling does not
 *     blur them
 * @param labelSmoothing share of the target that is spread over all classes
 * @param related classes of which films count in part as the others
 * @param mixup alpha of the Beta distribution by which pairs of films are blended (Zhang et al.
 *     2018), 0 to 1; 0 for none
 * @param weights how much more a film of a small group counts in the loss
 * @param sampling which films an epoch shows
 * @param robust whether the group that does worst counts most
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
    TensorOptions.Fit fit,
    Preparation preparation,
    HeadSpec head,
    Stage headStage,
    Stage wholeStage,
    Learning learning,
    Augmentation augmentation,
    int variants,
    double fineness,
    double labelSmoothing,
    Related related,
    double mixup,
    Balance weights,
    Sampling sampling,
    Robust robust,
    int averageLast,
    int runs,
    Choice choice) {
  private static final int MOST_SIDE = 1024;
  private static final int MOST_VARIANTS = 100;

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
    require(side >= 32 && side <= MOST_SIDE, "side must be from 32 to " + MOST_SIDE);
    require(
        variants >= 0 && variants <= MOST_VARIANTS, "variants must be from 0 to " + MOST_VARIANTS);
    require(fineness >= 1 && fineness <= 4, "fineness must be from 1 to 4");
    require(labelSmoothing >= 0 && labelSmoothing < 1, "labelSmoothing must be from 0 to below 1");
    require(mixup >= 0 && mixup <= 1, "mixup must be from 0 to 1");
    require(averageLast >= 0, "averageLast must not be below 0");
    require(runs >= 1, "runs must be 1 at least");
    require(
        !(head instanceof HeadSpec.Published)
            || Math.min(headStage.batch(), wholeStage.batch()) >= 2,
        "the published head needs batches of 2 films at least");
  }

  /** The preset {@code recommended} for a backbone. */
  public static Recipe recommended(Backbone backbone) {
    return Preset.RECOMMENDED.recipe(backbone);
  }

  /**
   * The same with the published head as its authors released and trained it: sizes of the backbone,
   * LSTM frozen, rate 2e-4, gradients clipped at 100.
   */
  public Recipe withPublishedHead(Backbone backbone) {
    return with(
        Map.of(
            "head",
            HeadSpec.Published.of(backbone),
            "headStage",
            Map.of("rate", 2e-4, "batch", 16),
            "learning",
            Map.of("lstmFrozen", true, "clipValue", 100)));
  }

  /**
   * A recipe with what a JSON file says in place of its own values; nested values are merged, but a
   * head of another type takes the place of the whole head.
   *
   * @throws Failure {@code NOT_READABLE} for a file that is no such JSON, or whose values are out
   *     of range
   */
  public Recipe with(Path json) {
    return RecipeJson.changed(this, json);
  }

  /**
   * A recipe with other values, nested ones as maps; merged as those of a file are.
   *
   * @throws IllegalArgumentException if a field is unknown or its value out of range; the message
   *     says which in one sentence without a full stop
   */
  public Recipe with(Map<String, ?> changes) {
    return RecipeJson.changed(this, changes);
  }

  /** As JSON, with all values. */
  public String toJson() {
    return RecipeJson.format(this);
  }

  /** The same with another seed. */
  public Recipe withSeed(long other) {
    return with(Map.of("seed", other));
  }

  /** The same with another side of the network's input. */
  public Recipe withSide(int other) {
    return with(Map.of("side", other));
  }

  /** The same with other lengths of the stages. */
  public Recipe withEpochs(int headEpochs, int wholeEpochs) {
    return with(
        Map.of(
            "headStage",
            Map.of("epochs", headEpochs),
            "wholeStage",
            Map.of("epochs", wholeEpochs)));
  }

  /** The same, but the backbone learns only from a layer or block on. */
  public Recipe withFineTuneFrom(String layerOrBlock) {
    return with(Map.of("learning", Map.of("fineTuneFrom", layerOrBlock)));
  }

  /** The network that it trains. */
  public NetworkSpec network(Backbone backbone, int classes) {
    return new NetworkSpec(backbone, head, classes, side);
  }

  /** How films become the network's input. */
  public TensorOptions input() {
    return new TensorOptions(side, fit, preparation);
  }
}
