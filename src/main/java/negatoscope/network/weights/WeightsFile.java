package negatoscope.network.weights;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/**
 * Weights in a file of our own, {@code weights.bin}: they are unfolded and canonically named, so
 * that a further run can start from them.
 *
 * <p>Layout, big-endian: the eight bytes {@code NEGWEIGH}, version (int, 1), number of tensors
 * (int); for each its name (length as short, UTF-8) and itself ({@link TensorStream}); last the
 * CRC-32C of all before it (long).
 */
public final class WeightsFile {
  /** The file's usual name. */
  public static final String NAME = "weights.bin";

  private static final byte[] KIND = "NEGWEIGH".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;

  private WeightsFile() {}

  /** Whether a file starts like one of these. */
  public static boolean looksLike(Path file) {
    try (var in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(KIND.length), KIND);
    } catch (IOException e) {
      return false;
    }
  }

  /** Writes weights: aside, synced, then moved into place. */
  public static void write(Weights weights, Path file) {
    AtomicFiles.write(file, out -> write(weights, out));
  }

  private static void write(Weights weights, OutputStream to) throws IOException {
    CheckedOutputStream checked = new CheckedOutputStream(to, new CRC32C());
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, 1 << 16));
    out.write(KIND);
    out.writeInt(VERSION);
    out.writeInt(weights.names().size());
    for (Map.Entry<String, WeightTensor> entry : weights.asMap().entrySet()) {
      out.writeUTF(entry.getKey());
      TensorStream.write(entry.getValue(), out);
    }
    out.flush();
    out.writeLong(checked.getChecksum().getValue());
    out.flush();
  }

  /**
   * Reads weights.
   *
   * @throws Failure {@code NOT_READABLE}; {@code BAD_WEIGHTS} for a file of another kind or a
   *     damaged one; {@code NEWER_SCHEMA} for one that a later version of the program wrote
   */
  public static Weights read(Path file) {
    try (CheckedInputStream checked =
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file), 1 << 16), new CRC32C());
        DataInputStream in = new DataInputStream(checked)) {
      long left = Files.size(file);
      if (!Arrays.equals(in.readNBytes(KIND.length), KIND)) {
        throw bad(file, "is no file of weights.");
      }
      int version = in.readInt();
      if (version > VERSION) {
        throw new Failure(
            ErrorCode.NEWER_SCHEMA,
            file.getFileName() + " was written by a newer version of this program.",
            "Install that version, or start from other weights.");
      }
      Map<String, WeightTensor> tensors = new LinkedHashMap<>();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        tensors.put(in.readUTF(), TensorStream.read(in, left));
      }
      long sum = checked.getChecksum().getValue();
      if (in.readLong() != sum) {
        throw bad(file, "is damaged: its checksum does not fit.");
      }
      return new Weights(tensors);
    } catch (EOFException e) {
      throw bad(file, "is shorter than it says.");
    } catch (StreamCorruptedException e) {
      throw bad(file, "is damaged: " + e.getMessage() + ".");
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_READABLE,
          file.getFileName() + " cannot be read.",
          "Check that it is there and may be read.",
          e);
    }
  }

  private static Failure bad(Path file, String what) {
    return new Failure(
        ErrorCode.BAD_WEIGHTS,
        file.getFileName() + " " + what,
        "Start from another file of weights.");
  }
}
