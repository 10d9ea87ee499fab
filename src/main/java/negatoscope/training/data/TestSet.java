package negatoscope.training.data;

import java.util.ArrayList;
import java.util.List;

/** Films of a folder or table of their own that a model is tested on. */
public final class TestSet {
  private TestSet() {}

  /**
   * One data set of what is learned from and chosen by, and of what is tested on. Names of the
   * latter begin with {@code test:}, so that no two films have the same one.
   *
   * @throws negatoscope.task.Failure {@code BAD_DATASET} if the first one has test films of its
   *     own, if a film, a patient or a class does not fit
   */
  public static DataSet join(DataSet learned, DataSet tested) {
    List<LabelledFilm> films = new ArrayList<>();
    for (LabelledFilm film : learned.films()) {
      if (film.part() == Part.TEST) {
        throw DataSet.bad(
            learned.source(),
            "has test films of its own, such as " + film.name() + ".",
            "Leave the separate test films out, or take those out of the table.");
      }
      films.add(film.part() == null ? film.in(Part.TRAIN) : film);
    }
    for (LabelledFilm film : tested.films()) {
      String name = tested.classes().get(film.label());
      int label = learned.classes().indexOf(name);
      if (label < 0) {
        throw DataSet.bad(
            tested.source(),
            "has the class " + name + ", of which nothing is learned.",
            "The classes learned are " + String.join(", ", learned.classes()) + ".");
      }
      films.add(film.tested("test:" + film.name(), label));
    }
    DataSet joined = learned.with(films);
    DataSetCheck.check(joined);
    return joined;
  }
}
