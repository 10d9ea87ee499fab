package negatoscope.network.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import negatoscope.network.NetworkSpec;
import negatoscope.network.backbone.Architecture;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The graph of a served network: one pass gives probabilities, embedding and both heat maps of
 * every class.
 */
public final class ServingGraph {
  public static final String INPUT = "film";
  public static final List<String> ANSWERS = List.of("logits", "probabilities", "embedding");
  public static final List<String> EXPLANATIONS = List.of("gradcam", "hirescam");

  private ServingGraph() {}

  /**
   * Builds the graph.
   *
   * @return its input and outputs by the names of the signatures
   */
  public static Map<String, Operand<TFloat32>> build(
      Ops tf, NetworkSpec spec, ConstantWeights weights, double temperature) {
    int side = spec.side();
    Operand<TFloat32> film =
        tf.withName(INPUT)
            .placeholder(
                TFloat32.class, Placeholder.shape(ConstantWeights.shape(-1, side, side, 1)));
    ServingLayers layers = new ServingLayers(tf, weights);
    Operand<TFloat32> map =
        Architecture.features(spec.backbone(), layers, layers.scaled(film, spec.scaling()));
    return head(tf, spec, weights, temperature, film, map);
  }

  /** The head and its outputs on a feature map. */
  public static Map<String, Operand<TFloat32>> head(
      Ops tf,
      NetworkSpec spec,
      ConstantWeights weights,
      double temperature,
      Operand<TFloat32> input,
      Operand<TFloat32> map) {
    int rows = (int) map.asOutput().shape().get(1);
    int columns = (int) map.asOutput().shape().get(2);
    Head head = Heads.on(map, spec, tf, weights);
    Map<String, Operand<TFloat32>> named = new LinkedHashMap<>();
    named.put(INPUT, input);
    named.put("logits", head.logits());
    named.put(
        "probabilities",
        tf.withName("probabilities")
            .nn
            .softmax(tf.math.div(head.logits(), tf.constant((float) temperature))));
    named.put("embedding", head.embedding());
    Head.Cams cams = head.cams();
    var shape = tf.array(-1, spec.classes(), rows, columns);
    named.put("gradcam_raw", tf.withName("gradcam_raw").reshape(cams.gradcam(), shape));
    named.put("hirescam_raw", tf.withName("hirescam_raw").reshape(cams.hirescam(), shape));
    named.put("gradcam", tf.withName("gradcam").nn.relu(named.get("gradcam_raw")));
    named.put("hirescam", tf.withName("hirescam").nn.relu(named.get("hirescam_raw")));
    return named;
  }
}
