package negatoscope.workstation.studies;

import java.nio.file.Path;
import java.util.Comparator;
import negatoscope.intake.FilmHeading;

/**
 * Where a film stands: patients by name, unknown ones last; a patient's studies from the newest to
 * the oldest; series and films by their numbers. Films that name no study stand by their folder.
 *
 * @param key patient, study and series
 */
record StudyOrder(GroupKey key, FilmHeading heading, String path)
    implements Comparable<StudyOrder> {
  /** Between the two halves of a patient's key; in no name or ID. */
  private static final String AND = "\n";

  private static final Comparator<StudyOrder> ORDER =
      Comparator.<StudyOrder, Boolean>comparing(one -> one.key.patient().isEmpty())
          .thenComparing(one -> one.key.patient(), String.CASE_INSENSITIVE_ORDER)
          .thenComparing(one -> one.key.patient())
          .thenComparing(one -> one.heading.studyDate(), Comparator.reverseOrder())
          .thenComparing(one -> one.heading.studyTime(), Comparator.reverseOrder())
          .thenComparing(one -> one.key.study())
          .thenComparing(one -> one.heading.seriesNumber())
          .thenComparing(one -> one.key.series())
          .thenComparing(one -> one.heading.instanceNumber())
          .thenComparing(one -> one.path);

  static StudyOrder of(Path file, FilmHeading heading) {
    String folder = String.valueOf(file.toAbsolutePath().getParent());
    boolean unknown = heading.patientName().isBlank() && heading.patientId().isBlank();
    return new StudyOrder(
        new GroupKey(
            unknown
                ? ""
                : FilmCaption.person(heading.patientName()) + AND + heading.patientId().strip(),
            heading.studyInstanceUid().isBlank() ? folder : heading.studyInstanceUid(),
            heading.seriesInstanceUid()),
        heading,
        file.toString());
  }

  @Override
  public int compareTo(StudyOrder other) {
    return ORDER.compare(this, other);
  }
}
