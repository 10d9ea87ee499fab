package negatoscope.network.weights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Tells the layers of a recurrent head from those of a backbone, by their names. */
final class HeadLayers {
  private static final Pattern RECURRENT = Pattern.compile("(lstm|bidirectional)(_\\d)?(/.*)?");
  private static final Pattern BEHIND = Pattern.compile("dense|(lstm|fc1|fc2)_bn|fc1|fc2");

  /** What follows the recurrent layers. */
  private static final List<String> ORDER =
      List.of("", "lstm_bn", "fc1", "fc1_bn", "fc2", "fc2_bn", "dense");

  private static final List<String> VARIABLES =
      List.of(
          "kernel", "recurrent_kernel", "bias", "gamma", "beta", "moving_mean", "moving_variance");

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

  /** {@code lstm/lstm_cell/kernel:0} of {@code lstm/kernel}: what Keras 2 calls it in a file. */
  static String inKeras2(String name) {
    int cut = name.lastIndexOf('/');
    String cell = RECURRENT.matcher(layer(name)).matches() ? "/lstm_cell" : "";
    return name.substring(0, cut) + cell + name.substring(cut) + ":0";
  }

  /** {@code bidirectional} of {@code bidirectional/forward_lstm/kernel}. */
  static String layer(String name) {
    return name.substring(0, Math.max(0, name.indexOf('/')));
  }

  /**
   * Puts a backbone's names first, as they come, then a head's as Keras lists them: layer after
   * layer, the forward direction first, trained variables before moving statistics.
   */
  static List<String> inOrder(Collection<String> names) {
    boolean any = names.stream().anyMatch(name -> RECURRENT.matcher(layer(name)).matches());
    if (!any) {
      return List.copyOf(names);
    }
    List<String> ordered =
        new ArrayList<>(names.stream().filter(name -> !isHead(layer(name))).toList());
    names.stream()
        .filter(name -> isHead(layer(name)))
        .sorted(
            Comparator.comparingInt((String name) -> rank(ORDER, layer(name)))
                .thenComparing(HeadLayers::layer)
                .thenComparing(name -> name.contains("/backward_"))
                .thenComparing(name -> rank(VARIABLES, name.substring(name.lastIndexOf('/') + 1))))
        .forEach(ordered::add);
    return ordered;
  }

  private static int rank(List<String> order, String name) {
    int rank = order.indexOf(name);
    return rank < 0 ? 0 : rank;
  }
}
