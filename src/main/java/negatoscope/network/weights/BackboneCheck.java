package negatoscope.network.weights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import negatoscope.network.Backbone;
import negatoscope.network.NetworkException;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import negatoscope.task.ErrorCode;

/** Makes sure that a file holds all weights of a backbone, and nothing but those and a head's. */
final class BackboneCheck {
  private static final double NEARLY = 0.5;

  private BackboneCheck() {}

  /** Weights that were read already, by canonical name. */
  static BackboneWeights of(Path file, Weights weights, Optional<Backbone> backbone) {
    Map<String, List<FileTensor>> byLayer = new LinkedHashMap<>();
    weights
        .asMap()
        .forEach(
            (name, tensor) ->
                byLayer
                    .computeIfAbsent(
                        name.substring(0, Math.max(0, name.lastIndexOf('/'))),
                        layer -> new ArrayList<>())
                    .add(new FileTensor(name, tensor.shape(), tensor::values)));
    List<FileLayer> layers = new ArrayList<>();
    byLayer.forEach((name, tensors) -> layers.add(new FileLayer(name, "", tensors)));
    return of(file, layers, backbone);
  }

  /** The weights of layers that match a backbone; their values are read when all else fits. */
  static BackboneWeights of(Path file, List<FileLayer> layers, Optional<Backbone> backbone) {
    List<FileLayer> head = HeadLayers.of(layers);
    List<FileLayer> rest = layers.stream().filter(layer -> !head.contains(layer)).toList();
    LayerMatch match =
        backbone.map(one -> named(file, one, rest)).orElseGet(() -> recognised(file, rest));
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    match.tensors().forEach((name, tensor) -> tensors.put(name, read(tensor)));
    for (FileLayer layer : head) {
      for (FileTensor tensor : layer.tensors()) {
        if (tensors.put(HeadLayers.canonical(tensor), read(tensor)) != null) {
          throw bad(file, "names %s twice".formatted(tensor.name()));
        }
      }
    }
    return new BackboneWeights(match.backbone(), new Weights(tensors));
  }

  private static WeightTensor read(FileTensor tensor) {
    return new WeightTensor(tensor.shape(), tensor.values().get());
  }

  private static LayerMatch named(Path file, Backbone backbone, List<FileLayer> layers) {
    LayerMatch match = LayerMatch.of(backbone, layers);
    String problem = match.problem();
    if (problem == null) {
      return match;
    }
    Optional<LayerMatch> other =
        all(layers).stream().filter(one -> one.problem() == null).findFirst();
    throw bad(
        file,
        other
            .map(
                one ->
                    "holds the weights of %s, not of %s"
                        .formatted(one.backbone().title(), backbone.title()))
            .orElse(problem));
  }

  private static LayerMatch recognised(Path file, List<FileLayer> layers) {
    List<LayerMatch> all = all(layers);
    return all.stream()
        .filter(match -> match.problem() == null)
        .findFirst()
        .orElseThrow(
            () -> {
              LayerMatch nearest =
                  all.stream()
                      .max(Comparator.comparing(match -> match.likeness(layers)))
                      .orElseThrow();
              return bad(
                  file,
                  nearest.likeness(layers) >= NEARLY
                      ? "is nearly one of %s, but %s"
                          .formatted(nearest.backbone().title(), nearest.problem())
                      : "holds the weights of none of the backbones "
                          + Arrays.stream(Backbone.values())
                              .map(Backbone::title)
                              .collect(Collectors.joining(", ")));
            });
  }

  private static List<LayerMatch> all(List<FileLayer> layers) {
    return Arrays.stream(Backbone.values()).map(one -> LayerMatch.of(one, layers)).toList();
  }

  static NetworkException bad(Path file, String what) {
    return new NetworkException(
        ErrorCode.BAD_WEIGHTS,
        "%s %s.".formatted(file.getFileName(), what),
        "Choose a weight file of the backbone without its top.");
  }
}
