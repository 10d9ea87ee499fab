package negatoscope.network.savedmodel;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import negatoscope.network.WeightTensor;
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

/** Writes a served graph as a SavedModel of one file, its constants straight from the weights. */
public final class SavedModelWriter {
  private static final String METHOD = "tensorflow/serving/predict";

  private final MetaGraphDef around;
  private final GraphDef rest;
  private final Map<String, NodeDef> nodes = new LinkedHashMap<>();
  private final Map<String, ConstantNode> constants = new HashMap<>();

  private SavedModelWriter(
      GraphDef graph, Map<String, WeightTensor> values, Map<String, Operand<TFloat32>> named) {
    List<String> answers = ServingGraph.ANSWERS;
    List<String> all = Stream.concat(answers.stream(), ServingGraph.EXPLANATIONS.stream()).toList();
    around =
        MetaGraphDef.newBuilder()
            .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder().addTags("serve"))
            .putSignatureDef("serving_default", signature(named, answers))
            .putSignatureDef("explain", signature(named, all))
            .build();
    rest = GraphDef.newBuilder().setVersions(graph.getVersions()).build();
    Set<String> needed = reachable(graph, named, all);
    for (NodeDef node : graph.getNodeList()) {
      WeightTensor tensor = values.get(node.getName());
      if (needed.contains(node.getName())) {
        nodes.put(node.getName(), node);
        if (tensor != null) {
          constants.put(node.getName(), new ConstantNode(node.getName(), tensor));
        }
      }
    }
  }

  /**
   * Writes {@code saved_model.pb} in one step.
   *
   * @param graph whose large constants are placeholders
   * @param values of those, by name
   * @param named input and outputs by the names of the signatures
   */
  public static void write(
      GraphDef graph,
      Map<String, WeightTensor> values,
      Map<String, Operand<TFloat32>> named,
      Path folder) {
    SavedModelWriter writer = new SavedModelWriter(graph, values, named);
    AtomicFiles.write(
        folder.resolve(StoredModel.FILE),
        out -> {
          CodedOutputStream coded = CodedOutputStream.newInstance(out, 1 << 16);
          coded.useDeterministicSerialization();
          writer.writeTo(coded);
          coded.flush();
        });
  }

  private void writeTo(CodedOutputStream out) throws IOException {
    long graph = rest.getSerializedSize();
    for (String name : nodes.keySet()) {
      graph += ConstantNode.field(GraphDef.NODE_FIELD_NUMBER, size(name));
    }
    out.writeInt64(SavedModel.SAVED_MODEL_SCHEMA_VERSION_FIELD_NUMBER, 1);
    ConstantNode.begin(
        out,
        SavedModel.META_GRAPHS_FIELD_NUMBER,
        around.getSerializedSize()
            + ConstantNode.field(MetaGraphDef.GRAPH_DEF_FIELD_NUMBER, graph));
    around.writeTo(out);
    ConstantNode.begin(out, MetaGraphDef.GRAPH_DEF_FIELD_NUMBER, graph);
    for (Map.Entry<String, NodeDef> node : nodes.entrySet()) {
      ConstantNode.begin(out, GraphDef.NODE_FIELD_NUMBER, size(node.getKey()));
      ConstantNode constant = constants.get(node.getKey());
      if (constant == null) {
        node.getValue().writeTo(out);
      } else {
        constant.writeTo(out);
      }
    }
    rest.writeTo(out);
  }

  private long size(String name) {
    ConstantNode constant = constants.get(name);
    return constant == null
        ? Objects.requireNonNull(nodes.get(name)).getSerializedSize()
        : constant.size();
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

  /** Names of the nodes that the outputs need; what folding left behind is not among them. */
  private static Set<String> reachable(
      GraphDef graph, Map<String, Operand<TFloat32>> named, List<String> outputs) {
    Map<String, NodeDef> byName = new HashMap<>();
    graph.getNodeList().forEach(node -> byName.put(node.getName(), node));
    Set<String> needed = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(Objects.requireNonNull(named.get(ServingGraph.INPUT)).op().name());
    outputs.forEach(name -> open.add(Objects.requireNonNull(named.get(name)).op().name()));
    while (!open.isEmpty()) {
      String name = open.remove();
      if (needed.add(name)) {
        for (String input : Objects.requireNonNull(byName.get(name)).getInputList()) {
          String source = input.startsWith("^") ? input.substring(1) : input;
          int colon = source.indexOf(':');
          open.add(colon < 0 ? source : source.substring(0, colon));
        }
      }
    }
    return needed;
  }
}
