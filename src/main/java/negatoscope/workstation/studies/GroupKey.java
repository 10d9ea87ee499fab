package negatoscope.workstation.studies;

/**
 * Which patient, study or series a heading stands for; the lower levels are empty in the keys of
 * the upper ones.
 */
public record GroupKey(String patient, String study, String series) {
  /** The patient that the group belongs to. */
  GroupKey ofPatient() {
    return new GroupKey(patient, "", "");
  }

  /** The study that the group belongs to. */
  GroupKey ofStudy() {
    return new GroupKey(patient, study, "");
  }
}
