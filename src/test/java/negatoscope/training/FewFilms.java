package negatoscope.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import negatoscope.testing.Shared;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.data.Part;

/** A few real films of every class and of two collections. */
final class FewFilms {
  private FewFilms() {}

  /**
   * Films in the reference data's own parts.
   *
   * @param train how many of each class to learn from
   * @param validation how many of each class to choose by
   * @param test how many of each class to test on
   */
  static DataSet of(int train, int validation, int test) {
    DataSet all =
        DataSet.scan(
            Shared.path("films"),
            new DataSet.Options(null, List.of("covid-19", "pneumonia", "normal")),
            (Path folder) -> List.of());
    Map<String, Integer> taken = new HashMap<>();
    List<LabelledFilm> films = new ArrayList<>();
    for (LabelledFilm film : all.films()) {
      if (!Set.of("cohen", "kermany").contains(film.collection())) {
        continue;
      }
      int most = film.part() == Part.TRAIN ? train : film.part() == Part.TEST ? test : validation;
      if (taken.merge(film.part() + " " + film.label(), 1, Integer::sum) <= most) {
        films.add(film);
      }
    }
    return new DataSet(all.source(), all.classes(), films);
  }
}
