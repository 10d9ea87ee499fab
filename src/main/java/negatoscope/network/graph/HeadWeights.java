package negatoscope.network.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import negatoscope.network.Backbone;
import negatoscope.network.HeadSpec;
import negatoscope.network.NetworkSpec;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.backbone.Layer;

/** Names and shapes of a head's weights. */
public final class HeadWeights {
  private HeadWeights() {}

  /** In the order of the layers. */
  public static Map<String, int[]> shapes(NetworkSpec spec) {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    if (spec.head() instanceof HeadSpec.Compact compact) {
      compact(shapes, compact, channels(spec.backbone()));
    } else if (spec.head() instanceof HeadSpec.Published published) {
      published(shapes, published, channels(spec.backbone()), steps(spec));
    }
    dense(shapes, "dense", spec.head().embeddingSize(), spec.classes());
    return shapes;
  }

  private static void compact(Map<String, int[]> shapes, HeadSpec.Compact head, int channels) {
    int size = channels;
    for (int layer = 0; layer < head.layers(); layer++) {
      String number = layer == 0 ? "" : "_" + layer;
      if (head.bidirectional()) {
        String wrapper = "bidirectional" + number + "/";
        lstm(shapes, wrapper + "forward_lstm" + number, size, head.units());
        lstm(shapes, wrapper + "backward_lstm" + number, size, head.units());
      } else {
        lstm(shapes, "lstm" + number, size, head.units());
      }
      size = head.embeddingSize();
    }
  }

  private static void published(
      Map<String, int[]> shapes, HeadSpec.Published head, int channels, int steps) {
    lstm(shapes, "lstm", channels, head.units());
    batchNorm(shapes, "lstm_bn", head.units());
    dense(shapes, "fc1", steps * head.units(), head.dense());
    batchNorm(shapes, "fc1_bn", head.dense());
    dense(shapes, "fc2", head.dense(), head.dense());
    batchNorm(shapes, "fc2_bn", head.dense());
  }

  private static void dense(Map<String, int[]> shapes, String name, int in, int out) {
    shapes.put(name + "/kernel", new int[] {in, out});
    shapes.put(name + "/bias", new int[] {out});
  }

  private static void batchNorm(Map<String, int[]> shapes, String name, int size) {
    for (String variable : new String[] {"gamma", "beta", "moving_mean", "moving_variance"}) {
      shapes.put(name + "/" + variable, new int[] {size});
    }
  }

  /** Length of the sequence: rows times columns of the last feature map. */
  private static int steps(NetworkSpec spec) {
    List<Layer> layers = Architecture.layers(spec.backbone(), spec.side());
    int size = layers.get(layers.size() - 1).size();
    return size * size;
  }

  private static void lstm(Map<String, int[]> shapes, String name, int size, int units) {
    shapes.put(name + "/kernel", new int[] {size, 4 * units});
    shapes.put(name + "/recurrent_kernel", new int[] {units, 4 * units});
    shapes.put(name + "/bias", new int[] {4 * units});
  }

  /** Channels of the last feature map. */
  public static int channels(Backbone backbone) {
    return switch (backbone) {
      case VGG19 -> 512;
      case DENSENET121 -> 1024;
      case INCEPTION_V3 -> 2048;
      case INCEPTION_RESNET_V2 -> 1536;
      case MOBILENET_V2 -> 1280;
    };
  }
}
