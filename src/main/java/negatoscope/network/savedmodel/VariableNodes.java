package negatoscope.network.savedmodel;

import com.google.protobuf.ByteString;
import java.util.List;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

/** The nodes of a variable that stands where a constant of floats stood. */
final class VariableNodes {
  private VariableNodes() {}

  /**
   * The variable, what reads it under the constant's name, and what assigns it a value that is fed.
   */
  static List<NodeDef> of(NodeDef constant, TensorShapeProto shape) {
    String name = constant.getName();
    String handle = name + "/handle";
    return List.of(
        node(constant, handle, "VarHandleOp")
            .putAttr("shape", AttrValue.newBuilder().setShape(shape).build())
            .putAttr(
                "shared_name", AttrValue.newBuilder().setS(ByteString.copyFromUtf8(name)).build())
            .build(),
        node(constant, name, "ReadVariableOp").addInput(handle).build(),
        node(constant, value(name), "Placeholder")
            .putAttr("shape", AttrValue.newBuilder().setShape(shape).build())
            .build(),
        node(constant, assignment(name), "AssignVariableOp")
            .addInput(handle)
            .addInput(value(name))
            .build());
  }

  /** The name of the node that the value is fed to. */
  static String value(String name) {
    return name + "/value";
  }

  /** The name of the node that assigns it. */
  static String assignment(String name) {
    return name + "/assign";
  }

  private static NodeDef.Builder node(NodeDef constant, String name, String operation) {
    return NodeDef.newBuilder()
        .setName(name)
        .setOp(operation)
        .setDevice(constant.getDevice())
        .putAttr("dtype", AttrValue.newBuilder().setType(DataType.DT_FLOAT).build());
  }
}
