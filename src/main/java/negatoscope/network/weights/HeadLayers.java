package negatoscope.network.weights;

import java.util.List;
import java.util.regex.Pattern;

/** Tells the layers of a recurrent head from those of a backbone, by their names. */
final class HeadLayers {
  private static final Pattern RECURRENT = Pattern.compile("(lstm|bidirectional)(_\\d)?(/.*)?");
  private static final Pattern BEHIND = Pattern.compile("dense|(lstm|fc1|fc2)_bn|fc1|fc2");

  private HeadLayers() {}

  /** The head's layers; none where nothing is recurrent ({@code fc1} alone is VGG19's own top). */
  static List<FileLayer> of(List<FileLayer> layers) {
    if (layers.stream().noneMatch(layer -> RECURRENT.matcher(layer.name()).matches())) {
      return List.of();
    }
    return layers.stream().filter(layer -> isHead(layer.name())).toList();
  }

  private static boolean isHead(String name) {
    return RECURRENT.matcher(name).matches() || BEHIND.matcher(name).matches();
  }

  /** {@code lstm/kernel} of {@code lstm/lstm_cell/kernel:0}. */
  static String canonical(FileTensor tensor) {
    String name = tensor.name().replaceFirst("/lstm_cell(_\\d+)?/", "/");
    return name.endsWith(":0") ? name.substring(0, name.length() - 2) : name;
  }
}
