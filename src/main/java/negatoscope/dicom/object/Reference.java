package negatoscope.dicom.object;

import java.util.Optional;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;

/**
 * An instance of the study that others refer to.
 *
 * @param sopClass SOP Class UID
 * @param sopInstance SOP Instance UID
 * @param series Series Instance UID
 * @param frame which frame is meant, from 1; 0 where there is only one
 */
public record Reference(String sopClass, String sopInstance, String series, int frame) {
  /** The instance without its frame, as it is listed among the evidence (PS3.3 table 10-11). */
  DataSet instance() {
    return builder().build();
  }

  /** The instance with its frame (PS3.3 table 10-3). */
  DataSet image() {
    DataSet.Builder item = builder();
    if (frame > 0) {
      item.integers(Tag.REFERENCED_FRAME_NUMBER, frame);
    }
    return item.build();
  }

  /** The instance with its frame, and what it is there for. */
  DataSet image(Code purpose) {
    DataSet.Builder item = DataSet.builder();
    image().attributes().forEach(item::put);
    return item.items(Tag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE, purpose.item()).build();
  }

  private DataSet.Builder builder() {
    return DataSet.builder()
        .text(Tag.REFERENCED_SOP_CLASS_UID, sopClass)
        .text(Tag.REFERENCED_SOP_INSTANCE_UID, sopInstance);
  }

  /** What a header says of itself; empty unless all of it is there. */
  static Optional<Reference> of(DataSet header, int frame) {
    Reference found =
        new Reference(
            uid(header, Tag.SOP_CLASS_UID),
            uid(header, Tag.SOP_INSTANCE_UID),
            uid(header, Tag.SERIES_INSTANCE_UID),
            frame);
    boolean whole =
        !found.sopClass.isEmpty()
            && !found.sopInstance.isEmpty()
            && !found.series.isEmpty()
            && !uid(header, Tag.STUDY_INSTANCE_UID).isEmpty();
    return whole ? Optional.of(found) : Optional.empty();
  }

  /** An identifier, if it can be written as one; others' leading zeros are kept. */
  static String uid(DataSet header, int tag) {
    String uid = header.text(tag);
    return uid.length() <= 64 && uid.matches("[0-9]+(\\.[0-9]+)*") ? uid : "";
  }
}
