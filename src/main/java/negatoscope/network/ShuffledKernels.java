package negatoscope.network;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import negatoscope.task.ErrorCode;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/**
 * A served graph whose kernels are shuffled, each within itself. Convolution kernels (four
 * dimensions) are the backbone's, matrices the head's. The graph of the heat maps holds some
 * matrices a second time, transposed: such copies stay copies, so that the maps are those of the
 * shuffled network.
 */
final class ShuffledKernels {
  private static final String VALUE = "value";

  private record Matrix(int rows, int columns, float[] values) {
    Matrix transposed() {
      float[] turned = new float[values.length];
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          turned[column * rows + row] = values[row * columns + column];
        }
      }
      return new Matrix(columns, rows, turned);
    }

    boolean same(Matrix other) {
      return rows == other.rows && columns == other.columns && Arrays.equals(values, other.values);
    }
  }

  /** A matrix as it was and as it is. */
  private record Pair(Matrix before, Matrix after) {}

  private final long seed;
  private final List<Pair> matrices = new ArrayList<>();

  private ShuffledKernels(long seed) {
    this.seed = seed;
  }

  /**
   * The graph with the chosen kernels shuffled.
   *
   * @throws NetworkException {@code BAD_MODEL} where the graph holds no kernels as constants
   */
  static GraphDef in(GraphDef graph, Randomised what, long seed) {
    List<Integer> convolutions = new ArrayList<>();
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < graph.getNodeCount(); i++) {
      int rank = rank(graph.getNode(i));
      if (rank == 4) {
        convolutions.add(i);
      } else if (rank > 1) {
        chosen.add(i);
      }
    }
    if (chosen.isEmpty() || convolutions.isEmpty()) {
      throw new NetworkException(
          ErrorCode.BAD_MODEL,
          "The model holds no weights as constants, so they cannot be randomised.",
          "Choose a model that this program exported.");
    }
    int kept = (int) Math.round(convolutions.size() * (1 - what.ofBackbone()));
    chosen.addAll(convolutions.subList(kept, convolutions.size()));
    ShuffledKernels shuffled = new ShuffledKernels(seed);
    GraphDef.Builder changed = graph.toBuilder();
    chosen.forEach(i -> changed.setNode(i, shuffled.node(graph.getNode(i), i)));
    return changed.build();
  }

  /** Dimensions of a constant of floats; 0 for any other node, and for a single number. */
  private static int rank(NodeDef node) {
    if (!node.getOp().equals("Const")) {
      return 0;
    }
    TensorProto tensor = node.getAttrOrThrow(VALUE).getTensor();
    boolean several = tensor.getTensorShape().getDimList().stream().anyMatch(d -> d.getSize() > 1);
    return tensor.getDtype() == DataType.DT_FLOAT && several
        ? tensor.getTensorShape().getDimCount()
        : 0;
  }

  private NodeDef node(NodeDef node, int number) {
    TensorProto tensor = node.getAttrOrThrow(VALUE).getTensor();
    int[] shape =
        tensor.getTensorShape().getDimList().stream().mapToInt(d -> (int) d.getSize()).toArray();
    float[] values = values(tensor, Arrays.stream(shape).reduce(1, Math::multiplyExact));
    float[] after =
        shape.length == 2
            ? matrix(new Matrix(shape[0], shape[1], values), number)
            : shuffled(values, number);
    TensorProto.Builder changed =
        tensor.toBuilder().clearFloatVal().setTensorContent(content(after));
    return node.toBuilder()
        .putAttr(VALUE, AttrValue.newBuilder().setTensor(changed).build())
        .build();
  }

  private float[] matrix(Matrix matrix, int number) {
    for (Pair known : matrices) {
      if (known.before().same(matrix)) {
        return known.after().values();
      }
      if (known.before().rows() == matrix.columns() && known.before().transposed().same(matrix)) {
        return known.after().transposed().values();
      }
    }
    float[] after = shuffled(matrix.values(), number);
    matrices.add(new Pair(matrix, new Matrix(matrix.rows(), matrix.columns(), after)));
    return after;
  }

  private float[] shuffled(float[] values, int number) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    float[] after = values.clone();
    for (int i = after.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      float value = after[i];
      after[i] = after[other];
      after[other] = value;
    }
    return after;
  }

  /** The numbers of a tensor; where fewer are written, the last one stands for the rest. */
  private static float[] values(TensorProto tensor, int count) {
    float[] values = new float[count];
    if (!tensor.getTensorContent().isEmpty()) {
      tensor
          .getTensorContent()
          .asReadOnlyByteBuffer()
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values);
    } else {
      for (int i = 0; i < count && tensor.getFloatValCount() > 0; i++) {
        values[i] = tensor.getFloatVal(Math.min(i, tensor.getFloatValCount() - 1));
      }
    }
    return values;
  }

  private static ByteString content(float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(4, values.length)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return ByteString.copyFrom(bytes);
  }
}
