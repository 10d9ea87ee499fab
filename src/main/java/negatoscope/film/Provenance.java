package negatoscope.film;

import java.nio.file.Path;

/**
 * Where a film comes from. Texts are empty where the file does not say.
 *
 * @param file the file it was read from
 * @param frame number of the frame in the file, from 1
 * @param frames how many frames the file has
 * @param format what the file is: {@code PNG}, {@code JPEG}, {@code TIFF} or {@code DICOM}
 * @param encoding the transfer syntax, or bit depth and colour type
 * @param patientName for people, DICOM's {@code ^} kept
 * @param patientId Patient ID
 * @param studyDate Study Date, {@code YYYYMMDD}
 * @param studyDescription Study Description
 * @param studyInstanceUid Study Instance UID
 * @param seriesInstanceUid Series Instance UID
 * @param sopInstanceUid SOP Instance UID
 * @param modality Modality
 * @param bodyPart Body Part Examined
 * @param acquired Acquisition DateTime, or Acquisition Date and Time together, as DICOM writes a DT
 *     ({@code YYYYMMDDHHMMSS.FFFFFF&ZZXX}); the offset from UTC where the file says it
 */
public record Provenance(
    Path file,
    int frame,
    int frames,
    String format,
    String encoding,
    String patientName,
    String patientId,
    String studyDate,
    String studyDescription,
    String studyInstanceUid,
    String seriesInstanceUid,
    String sopInstanceUid,
    String modality,
    String bodyPart,
    String acquired) {

  /** Where a film comes from whose file does not say when it was acquired. */
  public Provenance(
      Path file,
      int frame,
      int frames,
      String format,
      String encoding,
      String patientName,
      String patientId,
      String studyDate,
      String studyDescription,
      String studyInstanceUid,
      String seriesInstanceUid,
      String sopInstanceUid,
      String modality,
      String bodyPart) {
    this(
        file,
        frame,
        frames,
        format,
        encoding,
        patientName,
        patientId,
        studyDate,
        studyDescription,
        studyInstanceUid,
        seriesInstanceUid,
        sopInstanceUid,
        modality,
        bodyPart,
        "");
  }

  /** Of a picture file that says nothing about a patient. */
  public static Provenance ofPicture(Path file, String format, String encoding) {
    return new Provenance(file, 1, 1, format, encoding, "", "", "", "", "", "", "", "", "");
  }

  /** The same, as one of several frames. */
  public Provenance withFrame(int number, int of) {
    return new Provenance(
        file,
        number,
        of,
        format,
        encoding,
        patientName,
        patientId,
        studyDate,
        studyDescription,
        studyInstanceUid,
        seriesInstanceUid,
        sopInstanceUid,
        modality,
        bodyPart,
        acquired);
  }
}
