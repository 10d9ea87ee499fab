package negatoscope.network;

import java.util.LinkedHashMap;
import java.util.Map;
import negatoscope.network.backbone.Layers;
import negatoscope.network.backbone.MobileNetV2;
import negatoscope.task.ErrorCode;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The graph of a served network: one pass gives probabilities, embedding and both heat maps of
 * every class.
 */
final class ServingGraph {
  static final String INPUT = "film";
  static final String[] ANSWERS = {"logits", "probabilities", "embedding"};
  static final String[] EXPLANATIONS = {"gradcam", "hirescam"};

  private ServingGraph() {}

  /**
   * Builds the graph.
   *
   * @return its input and outputs by the names of the signatures
   */
  static Map<String, Operand<TFloat32>> build(
      Ops tf, NetworkSpec spec, Weights weights, double temperature) {
    int side = spec.side();
    Operand<TFloat32> film =
        tf.withName(INPUT)
            .placeholder(
                TFloat32.class, Placeholder.shape(ConstantWeights.shape(-1, side, side, 1)));
    ServingLayers layers = new ServingLayers(tf, weights);
    Operand<TFloat32> map = backbone(spec, layers, layers.scaled(film));
    return head(tf, spec, weights, temperature, film, map);
  }

  /** The last feature map of the network's backbone. */
  static Operand<TFloat32> backbone(NetworkSpec spec, Layers layers, Operand<TFloat32> scaled) {
    return switch (spec.backbone()) {
      case MOBILENET_V2 -> MobileNetV2.build(layers, scaled, spec.side());
      default ->
          throw new NetworkException(
              ErrorCode.NO_MODEL,
              "%s is not built yet.".formatted(spec.backbone().title()),
              "Use mobilenet-v2.");
    };
  }

  /** The head and its outputs on a feature map. */
  static Map<String, Operand<TFloat32>> head(
      Ops tf,
      NetworkSpec spec,
      Weights weights,
      double temperature,
      Operand<TFloat32> input,
      Operand<TFloat32> map) {
    int rows = (int) map.asOutput().shape().get(1);
    int columns = (int) map.asOutput().shape().get(2);
    int channels = (int) map.asOutput().shape().get(3);
    CompactHead head =
        new CompactHead(
            tf,
            new ConstantWeights(tf, weights),
            spec.head(),
            spec.classes(),
            map,
            rows * columns,
            channels,
            null);
    Map<String, Operand<TFloat32>> named = new LinkedHashMap<>();
    named.put(INPUT, input);
    named.put("logits", head.logits());
    named.put(
        "probabilities",
        tf.withName("probabilities")
            .nn
            .softmax(tf.math.div(head.logits(), tf.constant((float) temperature))));
    named.put("embedding", head.embedding());
    CompactHead.Cams cams = head.cams();
    var shape = tf.array(-1, spec.classes(), rows, columns);
    named.put("gradcam_raw", tf.withName("gradcam_raw").reshape(cams.gradcam(), shape));
    named.put("hirescam_raw", tf.withName("hirescam_raw").reshape(cams.hirescam(), shape));
    named.put("gradcam", tf.withName("gradcam").nn.relu(named.get("gradcam_raw")));
    named.put("hirescam", tf.withName("hirescam").nn.relu(named.get("hirescam_raw")));
    return named;
  }
}
