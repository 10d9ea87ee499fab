package negatoscope.dicom.builtin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.dicom.TransferSyntax;
import negatoscope.dicom.Uid;
import negatoscope.dicom.Vr;
import negatoscope.task.AtomicFiles;

/**
 * Writes DICOM files as Explicit VR Little Endian (PS3.10). The same data set always gives the same
 * bytes.
 */
final class DicomWriter {
  /** Names this program among implementations; 2.25 with a fixed UUID (PS3.5 annex B.2). */
  private static final String IMPLEMENTATION = Uid.named("negatoscope");

  private static final String VERSION = "NEGATOSCOPE";

  private DicomWriter() {}

  /**
   * Writes a file in one step.
   *
   * @throws IllegalArgumentException if SOP Class UID or SOP Instance UID is missing, or a value
   *     was left in the file that it was read from
   * @throws negatoscope.task.Failure NOT_WRITABLE or DISK_FULL
   */
  static void write(Path file, DataSet set) {
    ElementWriter.checkComplete(set);
    DataSet meta = meta(set);
    AtomicFiles.write(file, out -> write(out, meta, set));
  }

  /** The file as bytes. */
  static byte[] bytes(DataSet set) {
    ElementWriter.checkComplete(set);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(out, meta(set), set);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static void write(OutputStream out, DataSet meta, DataSet set) throws IOException {
    ElementWriter writer = new ElementWriter(out);
    out.write(new byte[128]);
    out.write("DICM".getBytes(StandardCharsets.US_ASCII));
    writer.metaLength(ElementWriter.length(meta.attributes()));
    writer.elements(meta.attributes());
    writer.elements(body(set));
  }

  private static DataSet meta(DataSet set) {
    return DataSet.builder()
        .bytes(Tag.FILE_META_INFORMATION_VERSION, Vr.OB, new byte[] {0, 1})
        .text(
            Tag.MEDIA_STORAGE_SOP_CLASS_UID,
            identity(set, Tag.SOP_CLASS_UID, Tag.MEDIA_STORAGE_SOP_CLASS_UID))
        .text(
            Tag.MEDIA_STORAGE_SOP_INSTANCE_UID,
            identity(set, Tag.SOP_INSTANCE_UID, Tag.MEDIA_STORAGE_SOP_INSTANCE_UID))
        .text(Tag.TRANSFER_SYNTAX_UID, syntax(set))
        .text(Tag.IMPLEMENTATION_CLASS_UID, IMPLEMENTATION)
        .text(Tag.IMPLEMENTATION_VERSION_NAME, VERSION)
        .build();
  }

  private static String identity(DataSet set, int tag, int metaTag) {
    String uid = set.text(tag).isEmpty() ? set.text(metaTag) : set.text(tag);
    if (uid.isEmpty()) {
      throw new IllegalArgumentException("SOP Class UID and SOP Instance UID must be given");
    }
    return uid;
  }

  private static String syntax(DataSet set) {
    boolean compressed =
        set.find(Tag.PIXEL_DATA).map(pixels -> !pixels.fragments().isEmpty()).orElse(false);
    return compressed ? set.text(Tag.TRANSFER_SYNTAX_UID) : TransferSyntax.EXPLICIT.uid();
  }

  private static List<Attribute> body(DataSet set) {
    return set.attributes().stream().filter(one -> Tag.group(one.tag()) != 2).toList();
  }
}
