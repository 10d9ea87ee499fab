package negatoscope.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import negatoscope.network.Backbone;
import negatoscope.network.Device;

/**
 * What is to be measured, by the options of {@code keras_bench.py}.
 *
 * @param quick 5 runs after 1 warm-up (frozen_epoch 3), else 20 after 3 (frozen_epoch 5)
 * @param given number of runs, where it was named
 */
record BenchOptions(
    boolean quick,
    List<Backbone> backbones,
    List<String> what,
    int units,
    Optional<Integer> given,
    boolean published,
    Device device,
    Optional<Path> out) {
  static final List<String> SERVING = List.of("open", "forward_b1", "forward_b8", "gradcam_b1");
  static final List<String> ALL =
      List.of("forward_b1", "forward_b8", "gradcam_b1", "train_b8", "frozen_epoch");

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException for an option that there is not
   */
  static BenchOptions parse(String... arguments) {
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    boolean quick = false;
    List<Backbone> backbones = List.of(Backbone.values());
    List<String> what = ALL;
    int units = 512;
    Optional<Integer> runs = Optional.empty();
    boolean published = false;
    Device device = Device.AUTO;
    Optional<Path> out = Optional.empty();
    while (!rest.isEmpty()) {
      String option = rest.remove();
      switch (option) {
        case "--quick" -> quick = true;
        case "--only" -> backbones = values(rest).stream().map(BenchOptions::backbone).toList();
        case "--what" -> what = values(rest);
        case "--units" -> units = Integer.parseInt(rest.remove());
        case "--runs" -> runs = Optional.of(Integer.valueOf(rest.remove()));
        case "--head" -> published = rest.remove().equals("published");
        case "--device" -> device = Device.valueOf(rest.remove().toUpperCase(Locale.ROOT));
        case "--out" -> out = Optional.of(Path.of(rest.remove()));
        default -> throw new IllegalArgumentException("no such option: " + option);
      }
    }
    return new BenchOptions(quick, backbones, what, units, runs, published, device, out);
  }

  private static List<String> values(Deque<String> rest) {
    return List.of(rest.remove().split(",", -1));
  }

  private static Backbone backbone(String name) {
    return Arrays.stream(Backbone.values())
        .filter(one -> peerName(one).equals(name) || one.id().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such backbone: " + name));
  }

  /** The peer writes backbones without hyphens. */
  static String peerName(Backbone backbone) {
    return backbone.id().replace("-", "");
  }

  int runs(String measured) {
    boolean epoch = measured.equals("frozen_epoch");
    return given.orElse(quick ? (epoch ? 3 : 5) : (epoch ? 5 : 20));
  }

  int warmUps(String measured) {
    return quick || measured.equals("frozen_epoch") ? 1 : 3;
  }
}
