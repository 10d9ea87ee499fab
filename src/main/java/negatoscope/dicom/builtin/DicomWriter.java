package negatoscope.dicom.builtin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
   * @throws IllegalArgumentException if SOP Class UID or SOP Instance UID is missing
   * @throws negatoscope.task.Failure NOT_WRITABLE or DISK_FULL
   */
  static void write(Path file, DataSet set) {
    byte[] bytes = bytes(set);
    AtomicFiles.write(file, out -> out.write(bytes));
  }

  /** The file as bytes. */
  static byte[] bytes(DataSet set) {
    String sopClass = set.text(Tag.SOP_CLASS_UID);
    String sopInstance = set.text(Tag.SOP_INSTANCE_UID);
    if (sopClass.isEmpty() || sopInstance.isEmpty()) {
      throw new IllegalArgumentException("SOP Class UID and SOP Instance UID must be given");
    }
    DataSet meta =
        DataSet.builder()
            .bytes(Tag.FILE_META_INFORMATION_VERSION, Vr.OB, new byte[] {0, 1})
            .text(Tag.MEDIA_STORAGE_SOP_CLASS_UID, sopClass)
            .text(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, sopInstance)
            .text(Tag.TRANSFER_SYNTAX_UID, TransferSyntax.EXPLICIT.uid())
            .text(Tag.IMPLEMENTATION_CLASS_UID, IMPLEMENTATION)
            .text(Tag.IMPLEMENTATION_VERSION_NAME, VERSION)
            .build();
    ByteArrayOutputStream metaBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      elements(metaBytes, meta, false);
      out.write(new byte[128]);
      out.write("DICM".getBytes(StandardCharsets.US_ASCII));
      DataSet length =
          DataSet.builder()
              .integers(Tag.FILE_META_INFORMATION_GROUP_LENGTH, metaBytes.size())
              .build();
      elements(out, length, false);
      metaBytes.writeTo(out);
      elements(out, set, true);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static void elements(OutputStream out, DataSet set, boolean withoutMeta)
      throws IOException {
    for (Attribute attribute : set.attributes()) {
      if (withoutMeta && Tag.group(attribute.tag()) == 2) {
        continue;
      }
      if (attribute.isOmitted()) {
        throw new IllegalArgumentException(attribute + " was not read and cannot be written");
      }
      element(out, attribute);
    }
  }

  private static void element(OutputStream out, Attribute attribute) throws IOException {
    Vr vr = attribute.vr();
    byte[] value = vr == Vr.SQ ? items(attribute) : attribute.raw();
    int odd = value.length & 1;
    boolean longLength = vr.hasLongLength() || value.length + odd > 0xFFFF;
    tag(out, attribute.tag());
    // A short form that cannot hold the length becomes UN (PS3.5 section 6.2.2).
    String letters = vr.hasLongLength() || !longLength ? vr.name() : "UN";
    out.write(letters.getBytes(StandardCharsets.US_ASCII));
    if (longLength) {
      u16(out, 0);
      u32(out, value.length + odd);
    } else {
      u16(out, value.length + odd);
    }
    out.write(value);
    if (odd == 1) {
      out.write(vr.padding());
    }
  }

  private static byte[] items(Attribute sequence) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (DataSet item : sequence.items()) {
      ByteArrayOutputStream one = new ByteArrayOutputStream();
      elements(one, item, false);
      tag(all, Tag.ITEM);
      u32(all, one.size());
      one.writeTo(all);
    }
    return all.toByteArray();
  }

  private static void tag(OutputStream out, int tag) throws IOException {
    u16(out, Tag.group(tag));
    u16(out, tag & 0xFFFF);
  }

  private static void u16(OutputStream out, int value) throws IOException {
    out.write(value);
    out.write(value >> 8);
  }

  private static void u32(OutputStream out, int value) throws IOException {
    u16(out, value);
    u16(out, value >> 16);
  }
}
