package negatoscope.training.checkpoint;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import negatoscope.network.weights.TensorStream;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/**
 * A checkpoint in a file.
 *
 * <p>Layout, big-endian: the eight bytes {@code NEGCHECK}, version (int, 1), length of the head
 * (int), the head (JSON in UTF-8: {@code identity}, {@code checkpoint}; weights as numbers of
 * tensors, −1 for the start weight of the name), number of tensors (int), the tensors ({@link
 * TensorStream}); last the CRC-32C of all before it (long).
 */
public final class CheckpointFile {
  private static final byte[] KIND = "NEGCHECK".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int BUFFER = 1 << 16;
  private static final String IDENTITY = "identity";
  private static final String CHECKPOINT = "checkpoint";

  private CheckpointFile() {}

  /**
   * Writes a checkpoint: aside, synced, then moved into the place of the one before.
   *
   * @param start the weights that the training started from
   * @throws Failure {@code DISK_FULL}, {@code NOT_WRITABLE}; the one before is left as it was
   */
  public static void write(
      Path file, TrainingIdentity identity, Checkpoint checkpoint, Weights start) {
    AtomicFiles.write(file, out -> write(out, identity, checkpoint, start));
  }

  private static void write(
      OutputStream to, TrainingIdentity identity, Checkpoint checkpoint, Weights start)
      throws IOException {
    WeightTable table = new WeightTable(start);
    ObjectMapper json = table.mapper();
    ObjectNode root = json.createObjectNode();
    root.set(IDENTITY, json.valueToTree(identity));
    root.set(CHECKPOINT, json.valueToTree(checkpoint));
    byte[] head = json.writeValueAsBytes(root);
    CheckedOutputStream checked = new CheckedOutputStream(to, new CRC32C());
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, BUFFER));
    out.write(KIND);
    out.writeInt(VERSION);
    out.writeInt(head.length);
    out.write(head);
    out.writeInt(table.tensors().size());
    for (WeightTensor tensor : table.tensors()) {
      TensorStream.write(tensor, out);
    }
    out.flush();
    out.writeLong(checked.getChecksum().getValue());
    out.flush();
  }

  /**
   * Reads of which training a checkpoint is.
   *
   * @throws Failure {@code BAD_CHECKPOINT}; {@code NEWER_SCHEMA}; {@code NOT_READABLE}
   */
  public static TrainingIdentity identity(Path file) {
    return read(
        file,
        (head, in) -> new ObjectMapper().treeToValue(head.path(IDENTITY), TrainingIdentity.class));
  }

  /**
   * Reads a checkpoint.
   *
   * @param start the weights that the training started from
   * @throws Failure {@code BAD_CHECKPOINT}; {@code NEWER_SCHEMA}; {@code NOT_READABLE}
   */
  public static Checkpoint read(Path file, Weights start) {
    return read(
        file,
        (head, in) -> {
          WeightTable table = new WeightTable(start);
          int count = in.readInt();
          for (int i = 0; i < count; i++) {
            table.add(TensorStream.read(in, Files.size(file)));
          }
          return table.mapper().treeToValue(head.path(CHECKPOINT), Checkpoint.class);
        });
  }

  /** Takes what follows the head. */
  private interface Rest<T> {
    T read(JsonNode head, DataInputStream in) throws IOException;
  }

  private static <T> T read(Path file, Rest<T> rest) {
    try (DataInputStream in = stream(Files.newInputStream(file))) {
      if (!Arrays.equals(in.readNBytes(KIND.length), KIND)) {
        throw new StreamCorruptedException("it is of another kind");
      }
      int version = in.readInt();
      if (version > VERSION) {
        throw new Failure(
            ErrorCode.NEWER_SCHEMA,
            file + " was written by a newer version of this program.",
            "Go on with that version, or delete the file and start anew.");
      }
      verify(file);
      byte[] head = in.readNBytes(in.readInt());
      return rest.read(new ObjectMapper().readTree(head), in);
    } catch (EOFException | StreamCorruptedException | JacksonException e) {
      throw new Failure(
          ErrorCode.BAD_CHECKPOINT,
          file + " is no whole checkpoint of a training (" + e.getMessage() + ").",
          "Delete it and start the training anew.",
          e);
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_READABLE, file + " cannot be read.", "Check that you may read it.", e);
    }
  }

  /** Compares all of a file with the checksum at its end. */
  private static void verify(Path file) throws IOException {
    CRC32C sum = new CRC32C();
    try (DataInputStream in = stream(Files.newInputStream(file))) {
      byte[] bytes = new byte[BUFFER];
      for (long left = Files.size(file) - Long.BYTES; left > 0; ) {
        int count = (int) Math.min(left, bytes.length);
        in.readFully(bytes, 0, count);
        sum.update(bytes, 0, count);
        left -= count;
      }
      if (in.readLong() != sum.getValue()) {
        throw new StreamCorruptedException("its checksum does not fit");
      }
    }
  }

  private static DataInputStream stream(InputStream in) {
    return new DataInputStream(new BufferedInputStream(in, BUFFER));
  }
}
