package negatoscope.dicom.directory;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Tag;

/**
 * What a DICOMDIR lists (PS3.3 annex F.5). Texts are empty where it does not say.
 *
 * @param patients in its order; only those with images
 */
public record DicomDirectory(List<Patient> patients) {
  /** Media Storage Directory Storage, the SOP class of every DICOMDIR (PS3.4 annex B.5). */
  private static final String SOP_CLASS = "1.2.840.10008.1.3.10";

  /** Copies the list. */
  public DicomDirectory {
    patients = List.copyOf(patients);
  }

  /** A PATIENT record. */
  public record Patient(String id, String name, List<Study> studies) {}

  /** A STUDY record. */
  public record Study(String uid, String date, String description, List<Series> series) {}

  /** A SERIES record. */
  public record Series(
      String uid, String number, String modality, String description, List<Image> images) {}

  /**
   * An IMAGE record.
   *
   * @param fileId Referenced File ID: folders and file below the folder of the DICOMDIR
   */
  public record Image(List<String> fileId, String sopInstanceUid, String number) {
    /** Copies the list. */
    public Image {
      fileId = List.copyOf(fileId);
    }
  }

  /** Whether a file that was read is a directory and no film. */
  public static boolean is(DataSet header) {
    return header.text(Tag.MEDIA_STORAGE_SOP_CLASS_UID).equals(SOP_CLASS)
        || header.has(Tag.DIRECTORY_RECORD_SEQUENCE);
  }

  /**
   * Reads a directory.
   *
   * @throws negatoscope.film.FilmException with the reason why it cannot be read
   */
  public static DicomDirectory read(DicomToolkit toolkit, Path file) {
    return of(toolkit.read(file));
  }

  /** The directory that was read; empty where its records are of no use. */
  public static DicomDirectory of(DataSet header) {
    return new DicomDirectory(
        of("PATIENT", DirectoryRecord.roots(header))
            .map(DicomDirectory::patient)
            .filter(patient -> !patient.studies().isEmpty())
            .toList());
  }

  private static Patient patient(DirectoryRecord level) {
    return new Patient(
        level.set().text(Tag.PATIENT_ID),
        level.set().text(Tag.PATIENT_NAME),
        of("STUDY", level.children())
            .map(DicomDirectory::study)
            .filter(study -> !study.series().isEmpty())
            .toList());
  }

  private static Study study(DirectoryRecord level) {
    return new Study(
        level.set().text(Tag.STUDY_INSTANCE_UID),
        level.set().text(Tag.STUDY_DATE),
        level.set().text(Tag.STUDY_DESCRIPTION),
        of("SERIES", level.children())
            .map(DicomDirectory::series)
            .filter(series -> !series.images().isEmpty())
            .toList());
  }

  private static Series series(DirectoryRecord level) {
    return new Series(
        level.set().text(Tag.SERIES_INSTANCE_UID),
        level.set().text(Tag.SERIES_NUMBER),
        level.set().text(Tag.MODALITY),
        level.set().text(Tag.SERIES_DESCRIPTION),
        of("IMAGE", level.children()).map(record -> image(record.set())).toList());
  }

  private static Image image(DataSet set) {
    return new Image(
        set.texts(Tag.REFERENCED_FILE_ID),
        set.text(Tag.REFERENCED_SOP_INSTANCE_UID_IN_FILE),
        set.text(Tag.INSTANCE_NUMBER));
  }

  /** Records of a type; reports, presentation states and the like show no film. */
  private static Stream<DirectoryRecord> of(String type, List<DirectoryRecord> records) {
    return records.stream()
        .filter(record -> record.set().text(Tag.DIRECTORY_RECORD_TYPE).equalsIgnoreCase(type));
  }

  /** All images in the directory's order. */
  public List<Image> images() {
    return patients.stream()
        .flatMap(patient -> patient.studies().stream())
        .flatMap(study -> study.series().stream())
        .flatMap(series -> series.images().stream())
        .toList();
  }
}
