package negatoscope.training.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A film with its truth.
 *
 * @param name as the table has it, or its path below the folder, with {@code /}
 * @param file where it lies
 * @param label its class, from 0
 * @param patient films of the same patient carry the same text; the film's name where nobody says
 * @param patientSource who says whose film it is
 * @param collection where it comes from; empty where nothing is stated
 * @param view as the table has it; empty where nothing is stated
 * @param age of the patient in years, or null
 * @param part given with the data set, or null
 * @param fold of a cross-validation, given with the data set; empty where nothing is stated
 */
public record LabelledFilm(
    String name,
    Path file,
    int label,
    String patient,
    PatientSource patientSource,
    String collection,
    String view,
    @Nullable Double age,
    @Nullable Part part,
    String fold) {

  /** A film of unknown age, whose patient is stated unless it is the film's name. */
  public LabelledFilm(
      String name,
      Path file,
      int label,
      String patient,
      String collection,
      String view,
      @Nullable Part part) {
    this(
        name,
        file,
        label,
        patient,
        patient.equals(name) ? PatientSource.FILM : PatientSource.TABLE,
        collection,
        view,
        null,
        part,
        "");
  }

  /** The same film of a patient that was found out. */
  public LabelledFilm of(String other, PatientSource source) {
    return new LabelledFilm(name, file, label, other, source, collection, view, age, part, fold);
  }

  /** The same film in another class, where classes were merged or are in another order. */
  public LabelledFilm labelled(int other) {
    return new LabelledFilm(
        name, file, other, patient, patientSource, collection, view, age, part, fold);
  }

  /** The same film as one to test on, under another name and in another order of the classes. */
  LabelledFilm tested(String otherName, int otherLabel) {
    return new LabelledFilm(
        otherName,
        file,
        otherLabel,
        patientSource == PatientSource.FILM ? otherName : patient,
        patientSource,
        collection,
        view,
        age,
        Part.TEST,
        fold);
  }

  /** The same film in a view that was found out. */
  public LabelledFilm seenFrom(String other) {
    return new LabelledFilm(
        name, file, label, patient, patientSource, collection, other, age, part, fold);
  }

  /** The same film in a part, or in none. */
  public LabelledFilm in(@Nullable Part other) {
    return new LabelledFilm(
        name, file, label, patient, patientSource, collection, view, age, other, fold);
  }
}
