package negatoscope.dicom.dcm4che;

import java.nio.file.Path;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.task.AtomicFiles;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.UID;
import org.dcm4che3.io.DicomOutputStream;

/** Writes DICOM files by dcm4che, as Explicit VR Little Endian; compressed pixels as they are. */
final class Dcm4cheWriter {
  private Dcm4cheWriter() {}

  /**
   * Writes a file in one step.
   *
   * @throws IllegalArgumentException if SOP Class UID or SOP Instance UID is missing, or a value
   *     was left in the file that it was read from
   * @throws negatoscope.task.Failure NOT_WRITABLE or DISK_FULL
   */
  static void write(Path file, DataSet set) {
    Attributes attributes = Elements.of(set);
    Attributes meta =
        Attributes.createFileMetaInformation(
            identity(set, Tag.SOP_INSTANCE_UID, Tag.MEDIA_STORAGE_SOP_INSTANCE_UID),
            identity(set, Tag.SOP_CLASS_UID, Tag.MEDIA_STORAGE_SOP_CLASS_UID),
            syntax(set));
    AtomicFiles.write(
        file,
        out -> {
          // Closed by whoever opened the stream below it.
          @SuppressWarnings("resource")
          DicomOutputStream dicom = new DicomOutputStream(out, UID.ExplicitVRLittleEndian);
          dicom.writeDataset(meta, attributes);
          dicom.flush();
        });
  }

  private static String identity(DataSet set, int tag, int metaTag) {
    return set.text(tag).isEmpty() ? set.text(metaTag) : set.text(tag);
  }

  private static String syntax(DataSet set) {
    boolean compressed =
        set.find(Tag.PIXEL_DATA).map(pixels -> !pixels.fragments().isEmpty()).orElse(false);
    return compressed ? set.text(Tag.TRANSFER_SYNTAX_UID) : UID.ExplicitVRLittleEndian;
  }
}
