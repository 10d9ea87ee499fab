package negatoscope.training.data;

/** Who says whose film it is. */
public enum PatientSource {
  /** The column {@code patient} of the table. */
  TABLE,
  /** A pattern on the film's name. */
  PATTERN,
  /** Patient ID (0010,0020) of the DICOM file. */
  DICOM,
  /** Nobody: the film counts as a patient of its own, which may be wrong. */
  FILM
}
