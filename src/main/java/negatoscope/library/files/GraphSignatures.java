package negatoscope.library.files;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of a SavedModel's signatures, read without loading its graph: fields of no interest are
 * passed over on disk. Field numbers are those of TensorFlow's {@code saved_model.proto} and {@code
 * meta_graph.proto}.
 */
public final class GraphSignatures {
  private static final int META_GRAPH = tag(2);
  private static final int SIGNATURE = tag(5);
  private static final int SIGNATURE_NAME = tag(1);

  /** Longer than any signature. */
  private static final int MOST_BYTES = 1 << 20;

  private GraphSignatures() {}

  /**
   * Reads the names.
   *
   * @param graph a {@code saved_model.pb}
   * @throws IOException if the file cannot be read or is no protocol buffer of this kind
   */
  public static Set<String> names(Path graph) throws IOException {
    Set<String> names = new TreeSet<>();
    try (InputStream in = Files.newInputStream(graph)) {
      CodedInputStream coded = CodedInputStream.newInstance(in);
      for (int tag = coded.readTag(); tag != 0; tag = coded.readTag()) {
        if (tag == META_GRAPH) {
          int end = coded.pushLimit(coded.readRawVarint32());
          metaGraph(coded, names);
          coded.popLimit(end);
        } else {
          coded.skipField(tag);
        }
      }
    }
    return names;
  }

  private static void metaGraph(CodedInputStream coded, Set<String> names) throws IOException {
    for (int tag = coded.readTag(); tag != 0; tag = coded.readTag()) {
      if (tag == SIGNATURE) {
        int length = coded.readRawVarint32();
        if (length > MOST_BYTES) {
          throw new IOException("a signature is too long");
        }
        int end = coded.pushLimit(length);
        signature(coded, names);
        coded.popLimit(end);
      } else {
        coded.skipField(tag);
      }
    }
  }

  private static void signature(CodedInputStream coded, Set<String> names) throws IOException {
    for (int tag = coded.readTag(); tag != 0; tag = coded.readTag()) {
      if (tag == SIGNATURE_NAME) {
        names.add(coded.readString());
      } else {
        coded.skipField(tag);
      }
    }
  }

  private static int tag(int field) {
    return field << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
  }
}
