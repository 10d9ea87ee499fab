package negatoscope.training.recipe;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import negatoscope.network.Backbone;
import negatoscope.network.HeadSpec;
import negatoscope.network.TrainingPlan;
import negatoscope.tensor.Preparation;
import negatoscope.tensor.TensorOptions;
import negatoscope.training.films.Augmentation;

/** Recipes that come with the program. */
public enum Preset {
  /**
   * What did best here: first the head on features of the frozen backbone, then the whole network
   * at a lower rate.
   */
  RECOMMENDED,
  /**
   * What the code released with the paper does: its head, backbone and LSTM frozen, RMSprop at 2e-4
   * × 0.95^epoch, gradients clipped at 100, 16 films an update, 20 epochs, rotation up to 15°.
   */
  PUBLISHED,
  /**
   * What the paper itself says: RMSprop at 1e-5, 32 films an update, 150 epochs, dropout, classes
   * brought up to equal numbers by augmentation.
   */
  PAPER;

  private static final int SIDE = 224;

  /** The side at which MobileNetV2, which is quick, did best on validation films. */
  private static final int SIDE_OF_MOBILENET = 288;

  private static final Stage NONE = new Stage(0, 1e-5, 0, Schedule.exponential(1), 16, 0, 1, 0);

  private static final String FAULTS =
      "The faults of the code that the paper's authors released are not repeated: there films, not"
          + " patients, are split, so that films of one patient are on both sides; each fold goes"
          + " on from the weights of the fold before, which has seen this fold's test films; and"
          + " the names of the classes are in another order than the labels. Figures published from"
          + " it cannot be compared with those here.";

  /** The name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The preset of a name. */
  public static Optional<Preset> of(String id) {
    for (Preset preset : values()) {
      if (preset.id().equals(id)) {
        return Optional.of(preset);
      }
    }
    return Optional.empty();
  }

  /** The recipe for a backbone. */
  public Recipe recipe(Backbone backbone) {
    return switch (this) {
      case RECOMMENDED -> recommended(backbone);
      case PUBLISHED -> published(backbone);
      case PAPER -> paper(backbone);
    };
  }

  /** What a user of a model that was trained so must know, in sentences. */
  public List<String> notes() {
    return switch (this) {
      case RECOMMENDED -> List.of();
      case PUBLISHED ->
          List.of(
              "Its network and settings are those of the code that the paper's authors released; "
                  + "its LSTM was not trained.",
              FAULTS);
      case PAPER ->
          List.of(
              "Its settings are those that the paper states; what it leaves open is as in the code"
                  + " that its authors released.",
              FAULTS);
    };
  }

  private static Recipe recommended(Backbone backbone) {
    return new Recipe(
        RECOMMENDED.id(),
        1,
        backbone == Backbone.MOBILENET_V2 ? SIDE_OF_MOBILENET : SIDE,
        TensorOptions.Fit.LETTERBOX,
        Preparation.NONE,
        new HeadSpec.Compact(128, 1, 0.5, false, HeadSpec.Pooling.MEAN),
        new Stage(7, 1e-3, 40, Schedule.cosine(0.1), 32, 0.99, 4, 0),
        new Stage(6, 5e-5, 60, Schedule.cosine(0.1), 16, 0.99, 2, 0),
        Learning.EVERYTHING,
        new Augmentation(0.04, 7, 0.083, 15, 0.16, 0, 0),
        0,
        1.11,
        0.05,
        Related.NONE,
        0,
        Balance.NONE,
        Sampling.EACH_ONCE,
        Robust.NONE,
        3,
        1,
        Recipe.Choice.LAST);
  }

  private static Recipe published(Backbone backbone) {
    return new Recipe(
        PUBLISHED.id(),
        1,
        SIDE,
        TensorOptions.Fit.LETTERBOX,
        Preparation.NONE,
        HeadSpec.Published.of(backbone),
        new Stage(20, 2e-4, 0, Schedule.exponential(0.95), 16, 0, 1, 0),
        NONE,
        new Learning(TrainingPlan.ALL, true, 100, 0),
        new Augmentation(0, 15, 0, 0, 0, 0, 0),
        5,
        1.11,
        0,
        Related.NONE,
        0,
        Balance.NONE,
        Sampling.EACH_ONCE,
        Robust.NONE,
        0,
        1,
        Recipe.Choice.LAST);
  }

  private static Recipe paper(Backbone backbone) {
    HeadSpec.Published head = HeadSpec.Published.of(backbone);
    return published(backbone)
        .with(
            Map.of(
                "preset",
                PAPER.id(),
                "head",
                new HeadSpec.Published(head.units(), head.dense(), 0.5),
                "headStage",
                new Stage(150, 1e-5, 0, Schedule.exponential(1), 32, 0, 1, 0),
                "learning",
                new Learning(TrainingPlan.ALL, false, 0, 0),
                "sampling",
                new Sampling(Sampling.How.FILLED, Grouping.CLASS, 1),
                "variants",
                3));
  }
}
