package negatoscope.network.savedmodel;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import negatoscope.network.WeightTensor;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * A node {@code Const} as it is written: its values go from the weights to the file, without a copy
 * of them in between.
 */
final class ConstantNode {
  private static final int AT_ONCE = 1 << 14;

  /** An entry of a map is a message of a key and a value. */
  private static final int KEY = 1;

  private static final int VALUE = 2;

  private final NodeDef node;
  private final TensorProto tensor;
  private final float[] values;

  /** A constant of a name. */
  ConstantNode(String name, WeightTensor weights) {
    AttrValue type = AttrValue.newBuilder().setType(DataType.DT_FLOAT).build();
    node = NodeDef.newBuilder().setName(name).setOp("Const").putAttr("dtype", type).build();
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int size : weights.shape()) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
    }
    tensor = TensorProto.newBuilder().setDtype(DataType.DT_FLOAT).setTensorShape(shape).build();
    values = weights.values();
  }

  /** Bytes of the node, as a message. */
  long size() {
    return node.getSerializedSize() + field(NodeDef.ATTR_FIELD_NUMBER, entry());
  }

  private long entry() {
    return CodedOutputStream.computeStringSize(KEY, "value") + field(VALUE, attribute());
  }

  private long attribute() {
    return field(AttrValue.TENSOR_FIELD_NUMBER, content());
  }

  private long content() {
    return tensor.getSerializedSize()
        + field(TensorProto.TENSOR_CONTENT_FIELD_NUMBER, (long) Float.BYTES * values.length);
  }

  /** Bytes of a field that holds so many of them, tag and length included. */
  static long field(int number, long bytes) {
    return CodedOutputStream.computeTagSize(number)
        + CodedOutputStream.computeUInt64SizeNoTag(bytes)
        + bytes;
  }

  /** Begins a field that holds so many bytes, to be written next. */
  static void begin(CodedOutputStream out, int number, long bytes) throws IOException {
    out.writeTag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    out.writeUInt64NoTag(bytes);
  }

  /** Writes the node, {@link #size} bytes. */
  void writeTo(CodedOutputStream out) throws IOException {
    node.writeTo(out);
    begin(out, NodeDef.ATTR_FIELD_NUMBER, entry());
    out.writeString(KEY, "value");
    begin(out, VALUE, attribute());
    begin(out, AttrValue.TENSOR_FIELD_NUMBER, content());
    tensor.writeTo(out);
    begin(out, TensorProto.TENSOR_CONTENT_FIELD_NUMBER, (long) Float.BYTES * values.length);
    ByteBuffer part = ByteBuffer.allocate(Float.BYTES * AT_ONCE).order(ByteOrder.LITTLE_ENDIAN);
    for (int first = 0; first < values.length; first += AT_ONCE) {
      int count = Math.min(AT_ONCE, values.length - first);
      part.asFloatBuffer().put(values, first, count);
      out.write(part.array(), 0, Float.BYTES * count);
    }
  }
}
