package negatoscope.network.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import negatoscope.network.Backbone;
import negatoscope.network.HeadSpec;
import negatoscope.network.NetworkException;
import negatoscope.network.NetworkSpec;
import negatoscope.task.ErrorCode;

/** Names and shapes of a head's weights. */
public final class HeadWeights {
  private HeadWeights() {}

  /** In the order of the layers. */
  public static Map<String, int[]> shapes(NetworkSpec spec) {
    if (!(spec.head() instanceof HeadSpec.Compact head)) {
      throw new NetworkException(
          ErrorCode.NO_MODEL, "The published head is not built yet.", "Use the compact head.");
    }
    Map<String, int[]> shapes = new LinkedHashMap<>();
    int size = channels(spec.backbone());
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
    shapes.put("dense/kernel", new int[] {size, spec.classes()});
    shapes.put("dense/bias", new int[] {spec.classes()});
    return shapes;
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
