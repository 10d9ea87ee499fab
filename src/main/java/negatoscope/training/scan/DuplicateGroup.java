package negatoscope.training.scan;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import negatoscope.training.data.LabelledFilm;

/**
 * Films that show the same.
 *
 * @param rows of the data set, ascending
 * @param exact whether all their files have the same content
 * @param acrossClasses whether they carry different labels: at most one can be right
 * @param acrossParts whether they lie in different parts: what is tested was learned
 * @param acrossPatients whether they are said to be of different patients
 */
public record DuplicateGroup(
    int[] rows, boolean exact, boolean acrossClasses, boolean acrossParts, boolean acrossPatients) {
  static DuplicateGroup of(ScannedSet set, int[] rows) {
    return new DuplicateGroup(
        rows,
        IntStream.of(rows)
                .mapToObj(row -> set.films().get(row).facts().map(FilmFacts::sha256).orElse(""))
                .distinct()
                .count()
            == 1,
        differ(set, rows, LabelledFilm::label),
        differ(set, rows, film -> Objects.toString(film.part())),
        differ(set, rows, LabelledFilm::patient));
  }

  private static boolean differ(
      ScannedSet set, int[] rows, Function<LabelledFilm, Object> property) {
    return Arrays.stream(rows)
            .mapToObj(row -> property.apply(set.films().get(row).film()))
            .distinct()
            .count()
        > 1;
  }
}
