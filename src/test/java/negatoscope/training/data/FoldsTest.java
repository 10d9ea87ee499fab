package negatoscope.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import negatoscope.task.Failure;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;

class FoldsTest {
  private static final Folds GIVEN = new Folds.Given();

  @Test
  void givenFoldsAreTestedOneAfterTheOtherAndFilmsWithoutOneTakeNoPart() {
    DataSet films = films(i -> i < 80 ? "f" + i / 2 % 4 : "");
    List<Split> splits = GIVEN.splits(films, FilmGroups.ofPatients(films), 1);
    assertThat(splits).hasSize(4);
    for (int fold = 0; fold < 4; fold++) {
      Split split = splits.get(fold);
      String own = "f" + fold;
      assertThat(split.by()).isEqualTo("fold " + (fold + 1) + " of 4");
      assertThat(split.test()).hasSize(20);
      assertThat(IntStream.of(split.test()).mapToObj(row -> films.films().get(row).fold()))
          .containsOnly(own);
      assertThat(
              IntStream.concat(IntStream.of(split.train()), IntStream.of(split.validation()))
                  .mapToObj(row -> films.films().get(row).fold()))
          .hasSize(60)
          .doesNotContain(own, "");
    }
  }

  @Test
  void drawnFilmByFilmTheSameFilmsAreTested() {
    DataSet films = films(i -> i < 80 ? "f" + i / 2 % 4 : "");
    List<Split> splits = GIVEN.atRandom(films, 1);
    assertThat(splits.stream().flatMapToInt(split -> Arrays.stream(split.test())).sorted())
        .containsExactlyElementsOf(IntStream.range(0, 80).boxed().toList());
  }

  @Test
  void aCopyOfATestFilmInAnotherFoldIsNotLearned() {
    DataSet films = films(i -> "f" + i / 2 % 4);
    FilmGroups groups = FilmGroups.ofPatients(films).joined(List.of(new int[] {0, 2}));
    Split split = GIVEN.splits(films, groups, 1).get(0);
    assertThat(split.test()).contains(0, 1);
    assertThat(split.train()).doesNotContain(2, 3);
    assertThat(split.validation()).doesNotContain(2, 3);
  }

  @Test
  void foldsThatCannotBeUsedAreRefused() {
    refused(films(i -> ""), "gives no fold.");
    refused(films(i -> "a"), "gives only the fold a.");
    refused(films(i -> "f" + i % 2), "has patient p0 in the folds f0 and f1.");
  }

  @Test
  @NeedsShared
  void theSharedFilmsGiveFiveFoldsOfTheRowsOfDarkCovidNet() {
    DataSet films = DataSet.scan(Shared.path("films"), DataSet.Options.NONE, folder -> List.of());
    List<Split> splits = GIVEN.splits(films, FilmGroups.ofPatients(films), 1);
    assertThat(splits).hasSize(5);
    assertThat(splits.stream().mapToInt(split -> split.test().length).sum()).isEqualTo(1122);
    assertThat(GIVEN.atRandom(films, 1).stream().mapToInt(split -> split.test().length).sum())
        .isEqualTo(1122);
  }

  private static void refused(DataSet films, String why) {
    assertThatThrownBy(() -> GIVEN.splits(films, FilmGroups.ofPatients(films), 1))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(why);
  }

  /** 100 films, two of each patient, of two classes. */
  private static DataSet films(IntFunction<String> fold) {
    List<LabelledFilm> films = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String name = i + ".png";
      films.add(
          new LabelledFilm(
              name,
              Path.of(name),
              i / 8 % 2,
              "p" + i / 2,
              PatientSource.TABLE,
              "",
              "",
              null,
              null,
              fold.apply(i)));
    }
    return new DataSet(Path.of("films"), List.of("a", "b"), films);
  }
}
