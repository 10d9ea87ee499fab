package negatoscope.command.train;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import negatoscope.command.surroundings.Workbench;
import negatoscope.library.Model;
import negatoscope.library.StoredWeights;
import negatoscope.library.WeightStore;
import negatoscope.library.card.ModelCard;
import negatoscope.network.Backbone;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.StartWeights;
import org.jspecify.annotations.Nullable;

/** {@code --weights}: what a training starts from. */
final class StartChoice {
  private static final Backbone USUAL = Backbone.MOBILENET_V2;
  private static final String OFFICIAL = "official";
  private static final String DRAWN = "drawn";

  private final Workbench bench;

  StartChoice(Workbench bench) {
    this.bench = bench;
  }

  /**
   * What was chosen.
   *
   * @param weights that were read; null if the backbone's are to be drawn
   * @param classes of the model that they belong to; null if they belong to none
   */
  record Start(Backbone backbone, @Nullable StartWeights weights, @Nullable List<String> classes) {
    /** The weights, drawn by a seed if need be. */
    StartWeights orDrawn(long seed) {
      return weights == null ? StartWeights.drawn(backbone, seed) : weights;
    }
  }

  /**
   * Finds and reads the weights.
   *
   * @param word what {@code --weights} says; null for the backbone's stored ones
   * @param wished the backbone; null for the weights' own
   * @param licence of a file
   * @throws Failure {@code NO_WEIGHTS}, {@code BAD_WEIGHTS}
   */
  Start choose(@Nullable String word, @Nullable Backbone wished, String licence) {
    Backbone backbone = wished == null ? USUAL : wished;
    WeightStore store = new WeightStore(bench.home());
    if (word == null) {
      return start(backbone, store.find(backbone));
    }
    if (word.equals(DRAWN)) {
      return new Start(backbone, null, null);
    }
    if (word.equals(OFFICIAL)) {
      return start(backbone, Optional.of(official(store, backbone)));
    }
    Path file = path(word);
    if (file != null && Files.isRegularFile(file)) {
      StartWeights read = StartWeights.read(file, Optional.ofNullable(wished), licence);
      return new Start(read.backbone(), read, null);
    }
    Optional<StoredWeights> stored =
        store.list().stream().filter(one -> one.name().equals(word)).findFirst();
    if (stored.isPresent()) {
      return matching(start(stored.get().backbone(), stored), word, wished);
    }
    return matching(ofModel(word), word, wished);
  }

  private static Start start(Backbone backbone, Optional<StoredWeights> stored) {
    return new Start(backbone, stored.map(StartWeights::of).orElse(null), null);
  }

  private static StoredWeights official(WeightStore store, Backbone backbone) {
    return store.list().stream()
        .filter(one -> one.backbone() == backbone && one.official())
        .findFirst()
        .orElseThrow(
            () ->
                new Failure(
                    ErrorCode.NO_WEIGHTS,
                    "The official weights of " + backbone.title() + " are not stored.",
                    "Fetch them by \"models weights download " + backbone.id() + "\"."));
  }

  private Start ofModel(String word) {
    Model model;
    try {
      model = bench.library().find(word);
    } catch (Failure e) {
      if (e.code() != ErrorCode.NO_MODEL) {
        throw e;
      }
      throw new Failure(
          ErrorCode.NO_WEIGHTS,
          word + " is neither a file, nor stored weights, nor a model.",
          "\"models weights list\" and \"models list\" show what is at hand.",
          e);
    }
    ModelCard card = model.card();
    StartWeights read = StartWeights.of(model);
    return new Start(read.backbone(), read, card.classes());
  }

  private static Start matching(Start start, String word, @Nullable Backbone wished) {
    if (wished != null && wished != start.backbone()) {
      throw new Failure(
          ErrorCode.BAD_WEIGHTS,
          "%s holds the weights of %s, not of %s."
              .formatted(word, start.backbone().title(), wished.title()),
          "Leave --backbone out, or choose other weights.");
    }
    return start;
  }

  private static @Nullable Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
