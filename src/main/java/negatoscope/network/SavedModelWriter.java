package negatoscope.network;

import com.google.protobuf.CodedOutputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import negatoscope.network.graph.ServingGraph;
import negatoscope.task.AtomicFiles;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.types.TFloat32;

/** Writes a graph of constants as a SavedModel of one file. */
final class SavedModelWriter {
  static final String FILE = "saved_model.pb";
  private static final String METHOD = "tensorflow/serving/predict";

  private SavedModelWriter() {}

  /**
   * Writes {@code saved_model.pb} in one step.
   *
   * @param named input and outputs by the names of the signatures
   */
  static void write(GraphDef graph, Map<String, Operand<TFloat32>> named, Path folder) {
    List<String> answers = ServingGraph.ANSWERS;
    List<String> all = Stream.concat(answers.stream(), ServingGraph.EXPLANATIONS.stream()).toList();
    SavedModel model =
        SavedModel.newBuilder()
            .setSavedModelSchemaVersion(1)
            .addMetaGraphs(
                MetaGraphDef.newBuilder()
                    .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder().addTags("serve"))
                    .setGraphDef(reachable(graph, named, all))
                    .putSignatureDef("serving_default", signature(named, answers))
                    .putSignatureDef("explain", signature(named, all)))
            .build();
    AtomicFiles.write(
        folder.resolve(FILE),
        out -> {
          CodedOutputStream coded = CodedOutputStream.newInstance(out);
          coded.useDeterministicSerialization();
          model.writeTo(coded);
          coded.flush();
        });
  }

  private static SignatureDef signature(
      Map<String, Operand<TFloat32>> named, List<String> outputs) {
    SignatureDef.Builder signature = SignatureDef.newBuilder().setMethodName(METHOD);
    signature.putInputs(ServingGraph.INPUT, info(named, ServingGraph.INPUT));
    outputs.forEach(name -> signature.putOutputs(name, info(named, name)));
    return signature.build();
  }

  private static TensorInfo info(Map<String, Operand<TFloat32>> named, String name) {
    Output<TFloat32> output = Objects.requireNonNull(named.get(name)).asOutput();
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long size : output.shape().asArray()) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
    }
    return TensorInfo.newBuilder()
        .setName(output.op().name() + ":" + output.index())
        .setDtype(DataType.DT_FLOAT)
        .setTensorShape(shape)
        .build();
  }

  /** The nodes that the outputs need; what folding left behind is dropped. */
  private static GraphDef reachable(
      GraphDef graph, Map<String, Operand<TFloat32>> named, List<String> outputs) {
    Map<String, NodeDef> nodes = new HashMap<>();
    graph.getNodeList().forEach(node -> nodes.put(node.getName(), node));
    Set<String> needed = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(Objects.requireNonNull(named.get(ServingGraph.INPUT)).op().name());
    outputs.forEach(name -> open.add(Objects.requireNonNull(named.get(name)).op().name()));
    while (!open.isEmpty()) {
      String name = open.remove();
      if (needed.add(name)) {
        for (String input : Objects.requireNonNull(nodes.get(name)).getInputList()) {
          String source = input.startsWith("^") ? input.substring(1) : input;
          int colon = source.indexOf(':');
          open.add(colon < 0 ? source : source.substring(0, colon));
        }
      }
    }
    GraphDef.Builder kept = GraphDef.newBuilder().setVersions(graph.getVersions());
    graph.getNodeList().stream()
        .filter(node -> needed.contains(node.getName()))
        .forEach(kept::addNode);
    return kept.build();
  }
}
