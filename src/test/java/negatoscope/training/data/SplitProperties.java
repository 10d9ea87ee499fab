package negatoscope.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import negatoscope.task.Failure;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SplitProperties {
  @Property(tries = 60)
  void noPatientIsInTwoPartsAndEveryFilmIsInOne(
      @ForAll @IntRange(min = 12, max = 200) int patients, @ForAll long seed) {
    DataSet films = drawn(patients, seed);
    Split split = Split.make(films, Split.Shares.USUAL, seed);
    Set<String> train = new HashSet<>(films.patientsOf(split.train()));
    Set<String> validation = new HashSet<>(films.patientsOf(split.validation()));
    Set<String> test = new HashSet<>(films.patientsOf(split.test()));
    assertThat(train).doesNotContainAnyElementsOf(validation).doesNotContainAnyElementsOf(test);
    assertThat(validation).doesNotContainAnyElementsOf(test);
    List<Integer> all = new ArrayList<>();
    for (int[] part : List.of(split.train(), split.validation(), split.test())) {
      IntStream.of(part).forEach(all::add);
    }
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, films.films().size()).boxed().toList());
  }

  @Property(tries = 40)
  void everyClassIsSharedOutAlike(@ForAll long seed) {
    DataSet films = drawn(150, seed);
    Split split = Split.make(films, Split.Shares.USUAL, seed);
    int[] all = IntStream.range(0, films.films().size()).toArray();
    films
        .perClass(all)
        .forEach(
            (name, count) -> {
              assertThat(films.perClass(split.train()).get(name))
                  .isBetween((int) (0.64 * count) - 4, (int) (0.64 * count) + 5);
              assertThat(films.perClass(split.validation()).get(name))
                  .isBetween((int) (0.16 * count) - 4, (int) (0.16 * count) + 5);
            });
  }

  @Property(tries = 20)
  void theSameSeedGivesTheSameParts(@ForAll long seed) {
    DataSet films = drawn(60, 5);
    assertThat(Split.make(films, Split.Shares.USUAL, seed).test())
        .isEqualTo(Split.make(films, Split.Shares.USUAL, seed).test());
  }

  @Property(tries = 40)
  void copiesStayTogetherWithAllFilmsOfTheirPatients(@ForAll long seed) {
    DataSet films = drawn(80, seed);
    FilmGroups groups = withCopies(films, seed);
    Split split = Split.make(films, groups, Split.Shares.USUAL, seed);
    List<Set<Integer>> parts =
        List.of(
            groupsOf(groups, split.train()),
            groupsOf(groups, split.validation()),
            groupsOf(groups, split.test()));
    assertThat(parts.get(0)).doesNotContainAnyElementsOf(parts.get(1));
    assertThat(parts.get(0)).doesNotContainAnyElementsOf(parts.get(2));
    assertThat(parts.get(1)).doesNotContainAnyElementsOf(parts.get(2));
    assertThat(split.train().length + split.validation().length + split.test().length)
        .isEqualTo(films.films().size());
  }

  @Property(tries = 30)
  void everyFilmIsTestedInOneFoldAndLearnedWithItsGroupOnly(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int folds) {
    DataSet films = drawn(120, seed);
    FilmGroups groups = withCopies(films, seed);
    List<Split> splits = new Folds.Drawn(folds).splits(films, groups, seed);
    assertThat(splits).hasSize(folds);
    List<Integer> tested = new ArrayList<>();
    for (Split split : splits) {
      IntStream.of(split.test()).forEach(tested::add);
      Set<Integer> test = groupsOf(groups, split.test());
      assertThat(groupsOf(groups, split.train()))
          .doesNotContainAnyElementsOf(test)
          .doesNotContainAnyElementsOf(groupsOf(groups, split.validation()));
      assertThat(groupsOf(groups, split.validation())).doesNotContainAnyElementsOf(test);
      assertThat(split.test().length)
          .isBetween(films.films().size() / folds - 12, films.films().size() / folds + 12);
      films
          .perClass(films.rows())
          .forEach(
              (name, count) ->
                  assertThat(films.perClass(split.test()).get(name))
                      .isBetween(count / folds - 8, count / folds + 9));
    }
    assertThat(tested)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, films.films().size()).boxed().toList());
    assertThat(new Folds.Drawn(folds).splits(films, groups, seed).get(0).train())
        .isEqualTo(splits.get(0).train());
  }

  @Property(tries = 20)
  void aCollectionLeftOutIsTestedAndNothingOfItOrItsPatientsIsLearned(@ForAll long seed) {
    DataSet films = drawn(90, seed);
    FilmGroups groups = withCopies(films, seed);
    Split.leaveOneOut(films, groups, seed)
        .forEach(
            (collection, split) -> {
              assertThat(films.perCollection(split.test())).containsOnlyKeys(collection);
              assertThat(films.perCollection(split.train())).doesNotContainKey(collection);
              assertThat(groupsOf(groups, split.train()))
                  .doesNotContainAnyElementsOf(groupsOf(groups, split.test()));
              assertThat(split.test())
                  .hasSize(films.perCollection(films.rows()).getOrDefault(collection, 0));
            });
  }

  @Example
  void aCollectionThatAloneHoldsAClassCannotBeLeftOut() {
    List<LabelledFilm> films = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      films.add(film(i, i % 2, "p" + i, i % 2 == 0 || i > 20 ? "mixed" : "single"));
    }
    DataSet dataSet = new DataSet(Path.of("films"), List.of("a", "b"), films);
    FilmGroups groups = FilmGroups.ofPatients(dataSet);
    assertThat(Split.leaveOneOut(dataSet, groups, 1)).containsOnlyKeys("single");
    assertThatThrownBy(() -> new Folds.Drawn(25).splits(dataSet, groups, 1))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("fewer than 25 patients");
  }

  private static FilmGroups withCopies(DataSet films, long seed) {
    Random random = new Random(seed);
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      pairs.add(
          new int[] {random.nextInt(films.films().size()), random.nextInt(films.films().size())});
    }
    return FilmGroups.ofPatients(films).joined(pairs);
  }

  private static Set<Integer> groupsOf(FilmGroups groups, int[] rows) {
    return IntStream.of(rows).map(groups::of).boxed().collect(Collectors.toSet());
  }

  @Example
  void threePatientsOfAClassGoIntoThreeParts() {
    List<LabelledFilm> films = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      films.add(film(i, i < 3 ? 0 : 1, "p" + i, ""));
    }
    DataSet dataSet = new DataSet(Path.of("films"), List.of("rare", "common"), films);
    Split split = Split.make(dataSet, Split.Shares.USUAL, 3);
    assertThat(dataSet.perClass(split.train())).containsEntry("rare", 1);
    assertThat(dataSet.perClass(split.validation())).containsEntry("rare", 1);
    assertThat(dataSet.perClass(split.test())).containsEntry("rare", 1);
    DataSet two = new DataSet(Path.of("films"), dataSet.classes(), films.subList(1, 30));
    assertThatThrownBy(() -> Split.make(two, Split.Shares.USUAL, 3))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("rare");
  }

  @Example
  void validationIsTakenFromTrainWhereOnlyTrainAndTestAreGiven() {
    List<LabelledFilm> films = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      LabelledFilm film = film(i, i % 2, "p" + i, "");
      films.add(
          new LabelledFilm(
              film.name(),
              film.file(),
              film.label(),
              film.patient(),
              "",
              "",
              i < 40 ? Part.TRAIN : Part.TEST));
    }
    Split split = Split.of(new DataSet(Path.of("films"), List.of("a", "b"), films), 1);
    assertThat(split.train()).hasSize(32);
    assertThat(split.validation()).hasSize(8);
    assertThat(split.test()).hasSize(20);
  }

  private static DataSet drawn(int patients, long seed) {
    Random random = new Random(seed);
    List<LabelledFilm> films = new ArrayList<>();
    for (int p = 0; p < patients; p++) {
      int label = p < 9 ? p % 3 : random.nextInt(3);
      int count = 1 + random.nextInt(4);
      for (int i = 0; i < count; i++) {
        films.add(film(films.size(), label, "p" + p, "c" + random.nextInt(2)));
      }
    }
    return new DataSet(Path.of("films"), List.of("a", "b", "c"), films);
  }

  private static LabelledFilm film(int number, int label, String patient, String collection) {
    String name = number + ".png";
    return new LabelledFilm(name, Path.of(name), label, patient, collection, "", null);
  }
}
