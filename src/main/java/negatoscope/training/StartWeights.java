package negatoscope.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import negatoscope.library.FileDigest;
import negatoscope.library.Model;
import negatoscope.library.StoredWeights;
import negatoscope.library.card.CardWeights;
import negatoscope.network.Backbone;
import negatoscope.network.NetworkSpec;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.backbone.DrawnWeights;
import negatoscope.network.graph.HeadWeights;
import negatoscope.network.weights.BackboneWeights;
import negatoscope.network.weights.WeightFiles;
import negatoscope.network.weights.WeightsFile;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Weights that a training starts from, and where they come from.
 *
 * @param backbone whose weights they are
 * @param weights all of the backbone's by canonical name, and a head's where there were some
 * @param origin file, hash and licence, for the card; null if they were drawn
 */
public record StartWeights(Backbone backbone, Weights weights, @Nullable CardWeights origin) {
  /**
   * Reads a file of our own ({@link WeightsFile}) or of Keras (HDF5).
   *
   * @param backbone whose weights they should be; empty to recognise it
   * @param licence under which the weights may be used
   * @throws Failure {@code NO_WEIGHTS} where there is no such file; {@code BAD_WEIGHTS}
   */
  public static StartWeights read(Path file, Optional<Backbone> backbone, String licence) {
    if (!Files.isRegularFile(file)) {
      throw new Failure(
          ErrorCode.NO_WEIGHTS, file + " is not there.", "Name a file of weights that is.");
    }
    BackboneWeights read = WeightFiles.read(file, backbone);
    return new StartWeights(
        read.backbone(),
        read.weights(),
        new CardWeights(String.valueOf(file.getFileName()), sha256(file), licence));
  }

  /**
   * Reads stored weights, which are what their backbone's training starts from.
   *
   * @throws Failure {@code NOT_FOUND}, {@code BAD_WEIGHTS}
   */
  public static StartWeights of(StoredWeights stored) {
    Weights weights = WeightFiles.read(stored.file(), Optional.of(stored.backbone())).weights();
    return new StartWeights(stored.backbone(), weights, stored.origin());
  }

  /**
   * Reads the weights of a model that was trained here, its head's among them.
   *
   * @throws Failure {@code NO_WEIGHTS} where the model's folder holds none; {@code BAD_WEIGHTS}
   */
  public static StartWeights of(Model model) {
    String name = model.card().name();
    Path file = model.folder().resolve(WeightsFile.NAME);
    if (!Files.isRegularFile(file)) {
      throw new Failure(
          ErrorCode.NO_WEIGHTS,
          "The model " + name + " does not hold the weights that a training can start from.",
          "Start from a model that was trained here, from a file, or from stored weights.");
    }
    CardWeights origin = model.card().weights();
    StartWeights read =
        read(
            file,
            Backbone.ofId(model.card().backbone()),
            origin == null ? StoredWeights.NO_LICENCE : origin.licence());
    CardWeights ofModel = read.origin();
    return ofModel == null
        ? read
        : new StartWeights(
            read.backbone(),
            read.weights(),
            new CardWeights("model " + name, ofModel.sha256(), ofModel.licence()));
  }

  /** Draws the weights of a backbone. */
  public static StartWeights drawn(Backbone backbone, long seed) {
    return new StartWeights(backbone, DrawnWeights.of(backbone, seed), null);
  }

  /** Whether the backbone's weights were drawn. */
  public boolean isDrawn() {
    return origin == null;
  }

  /** Whether they hold all of a network's head, each weight in its shape. */
  public boolean hasHeadOf(NetworkSpec network) {
    return HeadWeights.shapes(network).entrySet().stream()
        .allMatch(
            entry -> {
              WeightTensor tensor = weights.get(entry.getKey());
              return tensor != null && Arrays.equals(tensor.shape(), entry.getValue());
            });
  }

  /** The same without a head's weights. */
  public StartWeights withoutHead() {
    Map<String, WeightTensor> kept = new LinkedHashMap<>(weights.asMap());
    Set<String> names = new HashSet<>();
    Architecture.layers(backbone, backbone.leastSide())
        .forEach(layer -> names.addAll(layer.weights().keySet()));
    kept.keySet().retainAll(names);
    return new StartWeights(backbone, new Weights(kept), origin);
  }

  private static String sha256(Path file) {
    try {
      return FileDigest.of(file, Progress.NONE, new Cancellation()).sha256();
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_READABLE, file + " cannot be read.", "Check that you may read it.", e);
    }
  }
}
