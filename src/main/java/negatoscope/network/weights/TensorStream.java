package negatoscope.network.weights;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import negatoscope.network.WeightTensor;

/**
 * Tensors one after another in a file, big-endian: number of dimensions (byte), dimensions (ints),
 * values (floats). Little beside the tensor itself is held at once.
 */
public final class TensorStream {
  private static final int MOST_DIMENSIONS = 8;
  private static final int FLOATS_AT_ONCE = 1 << 16;

  private TensorStream() {}

  /** Writes a tensor. */
  public static void write(WeightTensor tensor, DataOutputStream out) throws IOException {
    out.writeByte(tensor.shape().length);
    for (int size : tensor.shape()) {
      out.writeInt(size);
    }
    FloatBuffer values = FloatBuffer.wrap(tensor.values());
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * Math.min(FLOATS_AT_ONCE, values.limit()));
    while (values.hasRemaining()) {
      int count = Math.min(FLOATS_AT_ONCE, values.remaining());
      bytes.asFloatBuffer().put(values.slice(values.position(), count));
      out.write(bytes.array(), 0, Float.BYTES * count);
      values.position(values.position() + count);
    }
  }

  /**
   * Reads a tensor.
   *
   * @param most bytes that it can take, which is how long the file is
   * @throws StreamCorruptedException for what is no tensor; its message says why
   * @throws EOFException where the file ends within it
   */
  public static WeightTensor read(DataInputStream in, long most) throws IOException {
    int dimensions = in.readByte();
    if (dimensions < 0 || dimensions > MOST_DIMENSIONS) {
      throw new StreamCorruptedException("a tensor has " + dimensions + " dimensions");
    }
    int[] shape = new int[dimensions];
    long count = 1;
    for (int i = 0; i < dimensions; i++) {
      shape[i] = in.readInt();
      count *= shape[i];
      if (shape[i] < 0 || count * Float.BYTES > most) {
        throw new StreamCorruptedException("a tensor is larger than the file");
      }
    }
    float[] values = new float[(int) count];
    byte[] bytes = new byte[Float.BYTES * Math.min(FLOATS_AT_ONCE, values.length)];
    for (int done = 0; done < values.length; ) {
      int floats = Math.min(FLOATS_AT_ONCE, values.length - done);
      in.readFully(bytes, 0, Float.BYTES * floats);
      ByteBuffer.wrap(bytes).asFloatBuffer().get(values, done, floats);
      done += floats;
    }
    return new WeightTensor(shape, values);
  }
}
