package negatoscope.training.data;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A film as a table or folder names it, its label still a text; what is not stated is empty. */
record FilmRow(
    String name,
    Path file,
    String label,
    String patient,
    String collection,
    String view,
    String age,
    @Nullable Part part,
    String fold) {

  /** The film with the number of its class; its patient by the pattern if nothing is stated. */
  LabelledFilm labelled(int number, @Nullable PatientPattern pattern) {
    LabelledFilm film =
        new LabelledFilm(
            name,
            file,
            number,
            patient.isEmpty() ? name : patient,
            patient.isEmpty() ? PatientSource.FILM : PatientSource.TABLE,
            collection,
            view,
            years(),
            part,
            fold);
    if (pattern == null || !patient.isEmpty()) {
      return film;
    }
    Optional<String> found = pattern.patient(name);
    return found.map(text -> film.of(text, PatientSource.PATTERN)).orElse(film);
  }

  private @Nullable Double years() {
    try {
      double years = Double.parseDouble(age);
      return years >= 0 && years <= 130 ? years : null;
    } catch (NumberFormatException e) {
      // Ages such as "70s" are passed over: the rest of the row is still good.
      return null;
    }
  }

  /** The film with what another table says of it. */
  FilmRow in(@Nullable Part otherPart, String otherFold) {
    return new FilmRow(name, file, label, patient, collection, view, age, otherPart, otherFold);
  }
}
