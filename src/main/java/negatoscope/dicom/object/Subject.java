package negatoscope.dicom.object;

import java.util.List;
import java.util.Optional;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Uid;

/**
 * The film that objects are about: one frame of a DICOM file, or a picture file.
 *
 * <p>Identifiers of objects are names turned into UUIDs ({@code 2.25.…}, PS3.5 annex B.2). A name
 * says what the object is and of which model, and ends in the film's own: its SOP Instance UID, or
 * the SHA-256 of its file and the path that it has in the folder that is worked through.
 */
public final class Subject {
  private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

  private final String identity;
  private final int frame;
  private final Optional<Reference> stored;
  private final DataSet patientAndStudy;
  private final DataSet image;

  private Subject(
      String identity, int frame, Optional<Reference> stored, DataSet header, DataSet image) {
    this.identity = identity;
    this.frame = frame;
    this.stored = stored;
    this.image = image;
    String study = Reference.uid(header, Tag.STUDY_INSTANCE_UID);
    this.patientAndStudy =
        Carried.patientAndStudy(header)
            .text(Tag.STUDY_INSTANCE_UID, study.isEmpty() ? named("study") : study)
            .build();
  }

  /**
   * A frame of a DICOM file.
   *
   * @param header of the file
   * @param frame from 1
   * @param frames how many the file has
   * @param sha256 of the file; tells apart films whose header does not
   * @param path of the file in the folder that is worked through, with {@code /}; likewise
   */
  public static Subject ofDicom(DataSet header, int frame, int frames, String sha256, String path) {
    String instance = Reference.uid(header, Tag.SOP_INSTANCE_UID);
    return new Subject(
        instance.isEmpty() ? file(sha256, path) : "instance\n" + instance,
        frame,
        Reference.of(header, frames > 1 ? frame : 0),
        header,
        ImageFacts.of(header));
  }

  /**
   * A picture file, about whose patient nothing is known.
   *
   * @param frame page of the file, from 1
   * @param lossy how it was compressed, where that cost something
   */
  public static Subject ofPicture(String sha256, String path, int frame, Optional<Lossy> lossy) {
    return new Subject(
        file(sha256, path),
        frame,
        Optional.empty(),
        DataSet.builder().build(),
        ImageFacts.of(lossy));
  }

  private static String file(String sha256, String path) {
    return "file\n" + sha256 + "\n" + path;
  }

  /** Whether the film must be written as a DICOM object first, because none can be referred to. */
  public boolean needsCopy() {
    return stored.isEmpty();
  }

  /** The film: the instance that it is, or the copy that is written of it. */
  public Reference film() {
    return stored.orElseGet(() -> new Reference(SECONDARY_CAPTURE, uid("film"), series("film"), 0));
  }

  /** The picture of the film under its heat map. */
  public Reference overlay(Answer.Model model, Explanation shown) {
    String uid = uid("overlay", model.id(), shown.className(), shown.method());
    return new Reference(SECONDARY_CAPTURE, uid, series("overlay", model.id()), 0);
  }

  /** The report. */
  Reference report(Answer.Model model) {
    return new Reference(
        MeasurementReport.SOP_CLASS, uid("report", model.id()), series("report", model.id()), 0);
  }

  /** Names a class of an answer through all reports of this film and model. */
  String trackingUid(Answer.Model model, String className) {
    return uid("class", model.id(), className);
  }

  int frame() {
    return frame;
  }

  String study() {
    return patientAndStudy.text(Tag.STUDY_INSTANCE_UID);
  }

  /** What all objects about the film say of its patient and study. */
  DataSet patientAndStudy() {
    return patientAndStudy;
  }

  /** What pictures made of the film say of it. */
  DataSet image() {
    return image;
  }

  private String uid(String... what) {
    return named(String.join("\n", what) + "\nframe " + frame);
  }

  private String series(String... what) {
    return named("series of\n" + String.join("\n", List.of(what)));
  }

  private String named(String what) {
    return Uid.named("negatoscope/" + what + "\n" + identity);
  }
}
