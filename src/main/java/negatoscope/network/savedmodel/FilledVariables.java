package negatoscope.network.savedmodel;

import com.google.protobuf.ByteString;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import negatoscope.network.graph.Floats;
import negatoscope.network.savedmodel.SavedModelFile.Place;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.types.TFloat32;

/**
 * A served graph whose large constants are variables, filled from the file. TensorFlow copies a
 * constant into every graph that it prepares from this one, some nine times in all; it holds a
 * variable once.
 *
 * @param file where the values lie
 * @param graph to be imported
 * @param variables of the graph
 */
record FilledVariables(SavedModelFile file, GraphDef graph, List<Variable> variables) {
  /** A constant that became a variable: its node's number and name, its shape and its values. */
  record Variable(int node, String name, int[] shape, Place place) {}

  private static final String VALUE = "value";
  private static final int AT_ONCE = 1 << 20;

  /**
   * The graph of a file, constants of floats made variables.
   *
   * @throws IOException if the file cannot be read
   */
  static FilledVariables of(SavedModelFile file) throws IOException {
    GraphDef stored = file.model().getGraphDef();
    GraphDef.Builder graph = stored.toBuilder().clearNode();
    List<Variable> variables = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file.file())) {
      for (int i = 0; i < stored.getNodeCount(); i++) {
        NodeDef node = stored.getNode(i);
        Place place = file.values().get(i);
        if (place == null) {
          graph.addNode(node);
        } else if (isVariable(node, place)) {
          variables.add(new Variable(i, node.getName(), shape(node), place));
          VariableNodes.of(node, tensor(node).getTensorShape()).forEach(graph::addNode);
        } else {
          graph.addNode(whole(node, channel, place));
        }
      }
    }
    return new FilledVariables(file, graph.build(), variables);
  }

  private static TensorProto tensor(NodeDef node) {
    return node.getAttrMap().getOrDefault(VALUE, AttrValue.getDefaultInstance()).getTensor();
  }

  private static int[] shape(NodeDef node) {
    return tensor(node).getTensorShape().getDimList().stream()
        .mapToInt(dimension -> (int) dimension.getSize())
        .toArray();
  }

  /** Whether a node is a constant of floats that fills its shape and waits for no other node. */
  private static boolean isVariable(NodeDef node, Place place) {
    long bytes = Float.BYTES;
    for (int size : shape(node)) {
      bytes = size < 1 || bytes > place.bytes() ? 0 : bytes * size;
    }
    return node.getOp().equals("Const")
        && node.getInputCount() == 0
        && tensor(node).getDtype() == DataType.DT_FLOAT
        && bytes == place.bytes();
  }

  private static NodeDef whole(NodeDef node, FileChannel channel, Place place) throws IOException {
    byte[] content = new byte[place.bytes()];
    read(channel, place.offset(), ByteBuffer.wrap(content));
    TensorProto filled =
        tensor(node).toBuilder().setTensorContent(ByteString.copyFrom(content)).build();
    return node.toBuilder()
        .putAttr(VALUE, AttrValue.newBuilder().setTensor(filled).build())
        .build();
  }

  /**
   * Gives the variables their values; TensorFlow takes the tensors over, so that there is no second
   * copy.
   *
   * @throws IOException if the file cannot be read
   */
  void fill(Session session, Optional<ConstantChange> change) throws IOException {
    Session.Runner runner = session.runner();
    List<TFloat32> tensors = new ArrayList<>();
    byte[] part = new byte[AT_ONCE];
    try (FileChannel channel = FileChannel.open(file.file())) {
      for (Variable variable : variables) {
        TFloat32 tensor =
            change.isPresent()
                ? changed(channel, variable, part, change.get())
                : stored(channel, variable, part);
        tensors.add(tensor);
        runner
            .feed(VariableNodes.value(variable.name()), tensor)
            .addTarget(VariableNodes.assignment(variable.name()));
      }
      if (!tensors.isEmpty()) {
        runner.run().close();
      }
    } finally {
      tensors.forEach(TFloat32::close);
    }
  }

  private static TFloat32 stored(FileChannel channel, Variable variable, byte[] part)
      throws IOException {
    TFloat32 tensor = TFloat32.tensorOf(Shape.of(longs(variable.shape())));
    try {
      ByteDataBuffer content = tensor.asRawTensor().data();
      inParts(
          channel, variable.place(), part, (at, count) -> content.offset(at).write(part, 0, count));
      return tensor;
    } catch (IOException | RuntimeException e) {
      tensor.close();
      throw e;
    }
  }

  private static TFloat32 changed(
      FileChannel channel, Variable variable, byte[] part, ConstantChange change)
      throws IOException {
    float[] values = new float[variable.place().bytes() / Float.BYTES];
    FloatBuffer floats = ByteBuffer.wrap(part).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    inParts(
        channel,
        variable.place(),
        part,
        (at, count) -> floats.rewind().get(values, at / Float.BYTES, count / Float.BYTES));
    change.change(variable.node(), variable.shape(), values);
    return Floats.tensor(values, variable.shape());
  }

  /** Takes bytes that have just been read. */
  private interface Taker {
    void take(int at, int count);
  }

  private static void inParts(FileChannel channel, Place place, byte[] part, Taker taker)
      throws IOException {
    for (int at = 0; at < place.bytes(); at += part.length) {
      int count = Math.min(part.length, place.bytes() - at);
      read(channel, place.offset() + at, ByteBuffer.wrap(part, 0, count));
      taker.take(at, count);
    }
  }

  private static long[] longs(int[] shape) {
    return Arrays.stream(shape).asLongStream().toArray();
  }

  /** Fills what remains of a buffer from a place in the file. */
  private static void read(FileChannel channel, long offset, ByteBuffer into) throws IOException {
    long at = offset;
    while (into.hasRemaining()) {
      int count = channel.read(into, at);
      if (count < 0) {
        throw new EOFException("it is cut off");
      }
      at += count;
    }
  }
}
