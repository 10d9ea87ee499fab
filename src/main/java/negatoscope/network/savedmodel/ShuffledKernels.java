package negatoscope.network.savedmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import negatoscope.network.NetworkException;
import negatoscope.network.Randomised;
import negatoscope.task.ErrorCode;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/**
 * Shuffles kernels of a served graph, each within itself. Convolution kernels (four dimensions) are
 * the backbone's, matrices the head's. The graph of the heat maps holds some matrices a second
 * time, transposed: such copies stay copies, so that the maps are those of the shuffled network.
 */
final class ShuffledKernels implements ConstantChange {
  private final Set<Integer> chosen;
  private final long seed;

  /** Which node a matrix was first met as, by its digest. */
  private final Map<Long, Integer> matrices = new HashMap<>();

  private ShuffledKernels(Set<Integer> chosen, long seed) {
    this.chosen = chosen;
    this.seed = seed;
  }

  /**
   * Chooses the kernels.
   *
   * @param graph whose constants have shapes; their values are not looked at
   * @throws NetworkException {@code BAD_MODEL} where the graph holds no kernels as constants
   */
  static ShuffledKernels of(GraphDef graph, Randomised what, long seed) {
    List<Integer> convolutions = new ArrayList<>();
    Set<Integer> chosen = new HashSet<>();
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
    return new ShuffledKernels(chosen, seed);
  }

  /** Dimensions of a constant of floats; 0 for any other node, and for a single number. */
  private static int rank(NodeDef node) {
    if (!node.getOp().equals("Const")) {
      return 0;
    }
    TensorProto tensor = node.getAttrOrThrow("value").getTensor();
    boolean several = tensor.getTensorShape().getDimList().stream().anyMatch(d -> d.getSize() > 1);
    return tensor.getDtype() == DataType.DT_FLOAT && several
        ? tensor.getTensorShape().getDimCount()
        : 0;
  }

  @Override
  public void change(int node, int[] shape, float[] values) {
    if (!chosen.contains(node)) {
      return;
    }
    if (shape.length == 2) {
      shuffleMatrix(node, shape[0], shape[1], values);
    } else {
      shuffle(values, node);
    }
  }

  private void shuffleMatrix(int node, int rows, int columns, float[] values) {
    long own = digest(values, rows, columns, 1, columns);
    Integer same = matrices.get(own);
    Integer turned = matrices.get(digest(values, columns, rows, columns, 1));
    if (same == null && turned != null) {
      float[] original = transposed(values, rows, columns);
      shuffle(original, turned);
      System.arraycopy(transposed(original, columns, rows), 0, values, 0, values.length);
    } else {
      matrices.putIfAbsent(own, node);
      shuffle(values, same == null ? node : same);
    }
  }

  /**
   * A number that tells one matrix from another.
   *
   * @param across from one element of a row to the next
   * @param down from one row to the next
   */
  private static long digest(float[] values, int rows, int columns, int across, int down) {
    long digest = rows * 31L + columns;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int bits = Float.floatToRawIntBits(values[row * down + column * across]);
        digest = (digest ^ bits) * 0x9E3779B97F4A7C15L;
        digest ^= digest >>> 29;
      }
    }
    return digest;
  }

  private static float[] transposed(float[] values, int rows, int columns) {
    float[] turned = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = values[row * columns + column];
      }
    }
    return turned;
  }

  private void shuffle(float[] values, int number) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      float value = values[i];
      values[i] = values[other];
      values[other] = value;
    }
  }
}
