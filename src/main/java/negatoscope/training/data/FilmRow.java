package negatoscope.training.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A film as a table or folder names it, its label still a text. */
record FilmRow(
    String name,
    Path file,
    String label,
    String patient,
    String collection,
    String view,
    @Nullable Part part) {

  LabelledFilm labelled(int number) {
    return new LabelledFilm(name, file, number, patient, collection, view, part);
  }

  FilmRow in(@Nullable Part other) {
    return new FilmRow(name, file, label, patient, collection, view, other);
  }
}
