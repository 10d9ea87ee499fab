package negatoscope.network.savedmodel;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.TensorProto;

/**
 * A SavedModel's first graph as its file has it, but for the values of large constants: they stay
 * in the file until they are wanted.
 *
 * @param file {@code saved_model.pb}
 * @param model graph and signatures; the large constants have a shape and no values
 * @param values where those values lie, by the node's number in the graph
 */
record SavedModelFile(Path file, MetaGraphDef model, Map<Integer, Place> values) {
  /**
   * A stretch of the file.
   *
   * @param offset in bytes from its beginning
   * @param bytes how many
   */
  record Place(long offset, int bytes) {}

  /** The fields that lead from a SavedModel to a constant's values. */
  private static final int[] PATH = {
    SavedModel.META_GRAPHS_FIELD_NUMBER,
    MetaGraphDef.GRAPH_DEF_FIELD_NUMBER,
    GraphDef.NODE_FIELD_NUMBER,
    NodeDef.ATTR_FIELD_NUMBER,
    // The value in an entry of a map.
    2,
    AttrValue.TENSOR_FIELD_NUMBER,
    TensorProto.TENSOR_CONTENT_FIELD_NUMBER
  };

  private static final int NODE = 2;

  /**
   * Reads the file, passing over large constants.
   *
   * @param least bytes of a constant's values from which on they stay in the file
   * @throws IOException if the file cannot be read or is no SavedModel
   */
  static SavedModelFile read(Path file, int least) throws IOException {
    Map<Integer, Place> values = new HashMap<>();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] rest = new Reader(values, least).without(CodedInputStream.newInstance(in), 0);
      SavedModel model = SavedModel.parseFrom(rest);
      if (model.getMetaGraphsCount() == 0) {
        throw new IOException("it holds no graph");
      }
      return new SavedModelFile(file, model.getMetaGraphs(0), Map.copyOf(values));
    }
  }

  private static final class Reader {
    private final Map<Integer, Place> values;
    private final int least;
    private int nodes;

    Reader(Map<Integer, Place> values, int least) {
      this.values = values;
      this.least = least;
    }

    /** The message that is read, without large values. */
    byte[] without(CodedInputStream in, int depth) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      UnknownFieldSet.Builder others = UnknownFieldSet.newBuilder();
      int onPath = PATH[depth] << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        if (tag != onPath) {
          others.mergeFieldFrom(tag, in);
        } else if (depth + 1 < PATH.length) {
          int end = in.pushLimit(in.readRawVarint32());
          out.writeByteArray(PATH[depth], without(in, depth + 1));
          in.popLimit(end);
          nodes += depth == NODE ? 1 : 0;
        } else {
          int length = in.readRawVarint32();
          if (length < least) {
            out.writeByteArray(PATH[depth], in.readRawBytes(length));
          } else {
            values.put(nodes, new Place(in.getTotalBytesRead(), length));
            in.skipRawBytes(length);
          }
        }
      }
      others.build().writeTo(out);
      out.flush();
      return bytes.toByteArray();
    }
  }
}
