package negatoscope.intake;

import java.util.Locale;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;

/**
 * What a header says about its film. Texts are empty and numbers 0 where it does not say; a picture
 * file says nothing but its format.
 *
 * @param format {@code DICOM}, {@code PNG}, {@code JPEG} or {@code TIFF}
 * @param patientName Patient's Name with all its groups
 * @param patientId Patient ID
 * @param studyInstanceUid Study Instance UID
 * @param studyDate Study Date, {@code YYYYMMDD}
 * @param studyTime Study Time, {@code HHMMSS}
 * @param studyDescription Study Description
 * @param seriesInstanceUid Series Instance UID
 * @param seriesNumber Series Number
 * @param seriesDescription Series Description
 * @param modality Modality
 * @param sopInstanceUid SOP Instance UID
 * @param instanceNumber Instance Number
 * @param view View Position
 * @param frames Number of Frames, at least 1
 * @param rows Rows
 * @param columns Columns
 */
public record FilmHeading(
    String format,
    String patientName,
    String patientId,
    String studyInstanceUid,
    String studyDate,
    String studyTime,
    String studyDescription,
    String seriesInstanceUid,
    int seriesNumber,
    String seriesDescription,
    String modality,
    String sopInstanceUid,
    int instanceNumber,
    String view,
    int frames,
    int rows,
    int columns) {
  /** Of a picture, or of anything else that does not say more. */
  public static FilmHeading of(String format) {
    return new FilmHeading(format, "", "", "", "", "", "", "", 0, "", "", "", 0, "", 1, 0, 0);
  }

  /** Of a DICOM file. */
  static FilmHeading of(DataSet set) {
    return new FilmHeading(
        "DICOM",
        set.text(Tag.PATIENT_NAME),
        set.text(Tag.PATIENT_ID),
        set.text(Tag.STUDY_INSTANCE_UID),
        set.text(Tag.STUDY_DATE),
        set.text(Tag.STUDY_TIME),
        set.text(Tag.STUDY_DESCRIPTION),
        set.text(Tag.SERIES_INSTANCE_UID),
        number(set, Tag.SERIES_NUMBER),
        set.text(Tag.SERIES_DESCRIPTION),
        set.text(Tag.MODALITY),
        set.text(Tag.SOP_INSTANCE_UID),
        number(set, Tag.INSTANCE_NUMBER),
        set.text(Tag.VIEW_POSITION).toUpperCase(Locale.ROOT),
        Math.max(1, number(set, Tag.NUMBER_OF_FRAMES)),
        number(set, Tag.ROWS),
        number(set, Tag.COLUMNS));
  }

  private static int number(DataSet set, int tag) {
    return set.number(tag).orElse(0.0).intValue();
  }
}
