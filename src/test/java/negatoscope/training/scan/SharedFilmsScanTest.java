package negatoscope.training.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import negatoscope.intake.Intake;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.FilmGroups;
import negatoscope.training.data.Folds;
import negatoscope.training.data.Split;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the scan says about real films from six collections, whose faults are known. */
@NeedsShared
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedFilmsScanTest {
  @TempDir Path cache;
  private ScannedSet set =
      new ScannedSet(new DataSet(Path.of(""), List.of(), List.of()), List.of(), List.of());
  private List<Shortcut> shortcuts = List.of();

  @BeforeAll
  void scan() {
    Intake intake = Intake.withBuiltInToolkit();
    DataSet films = DataSet.scan(Shared.path("films"), DataSet.Options.NONE, intake::films);
    set = new DataSetScan(intake::openFirst, cache).run(films, Progress.NONE, new Cancellation());
    shortcuts = ScanReport.of(set, 224, new Cancellation()).shortcuts();
  }

  @Test
  void theCollectionTellsCovidFromTheRest() {
    Shortcut collection = shortcut("", Attribute.COLLECTION);
    assertThat(collection.tempting()).isTrue();
    assertThat(collection.cramersV().orElseThrow()).isBetween(0.60, 0.70);
    assertThat(collection.auc().low()).isBetween(0.74, 0.80);
    assertThat(collection.auc().value()).isBetween(0.76, 0.82);
    assertThat(collection.perClass().get("covid-19")).isGreaterThan(0.95);
    assertThat(collection.sentence())
        .contains(
            "Collection alone", "covid-19 against the rest 0.9", "may learn the hospital, not");
  }

  /** The reference's own look at it: the ratio of width to height alone gives 0.76. */
  @Test
  void theSizeTellsNormalFromPneumoniaInsideKermany() {
    Shortcut size = shortcut("kermany", Attribute.SIZE);
    assertThat(size.tempting()).isTrue();
    assertThat(size.auc().value()).isBetween(0.72, 0.79);
    assertThat(size.films()).isEqualTo(511);
    assertThat(size.sentence()).startsWith("Inside kermany, size alone tells the classes apart");
    assertThat(shortcut("cohen", Attribute.SIZE).tempting()).isFalse();
  }

  @Test
  void noAttributeThatDoesNotVaryIsJudged() {
    assertThat(shortcuts)
        .noneMatch(
            shortcut ->
                shortcut.inside().equals("kermany")
                    && shortcut.attributes().equals(List.of(Attribute.VIEW)))
        .noneMatch(shortcut -> shortcut.inside().equals("hannover"))
        .noneMatch(shortcut -> shortcut.attributes().equals(List.of(Attribute.FORMAT)));
  }

  @Test
  void theFilmsAreFreeOfCopiesAsTheirPublishersSay() {
    assertThat(set.copies()).hasSizeLessThan(3);
    assertThat(set.copies()).noneMatch(CopyPair::exact);
  }

  /** Few films: the figure is high, its interval says that it may be chance. */
  @Test
  void whatFewFilmsCannotDecideIsSaidSo() {
    assertThat(shortcut("actualmed", Attribute.VIEW).sentence())
        .startsWith("Inside actualmed, view alone may tell the classes apart; the interval leaves");
    assertThat(shortcut("", Attribute.AGE).sentence()).startsWith("Age alone hardly tells");
  }

  @Test
  void viewsAndPatientsAreCounted() {
    ScanReport report = ScanReport.of(set, 224, new Cancellation());
    assertThat(report.patients()).isEqualTo(1438);
    assertThat(report.views()).extracting(GroupCount::name).contains("", "AP", "AP Supine", "PA");
    assertThat(report.collections())
        .filteredOn(count -> count.name().equals("hannover"))
        .singleElement()
        .satisfies(
            count -> {
              assertThat(count.films()).isEqualTo(193);
              assertThat(count.patients()).isEqualTo(57);
            });
    assertThat(report.findings()).extracting(Finding::kind).contains(Finding.Kind.VIEW_UNKNOWN);
  }

  @Test
  void foldsInsideTheFilmsKeepPatientsAndShareOutCollections() {
    FilmGroups groups = set.groups();
    for (Split split : new Folds.Drawn(5).splits(set.dataSet(), groups, 1)) {
      assertThat(set.dataSet().perCollection(split.test()).get("kermany")).isBetween(97, 107);
      assertThat(Set.copyOf(set.dataSet().patientsOf(split.train())))
          .doesNotContainAnyElementsOf(set.dataSet().patientsOf(split.test()));
    }
    assertThat(Split.leaveOneOut(set.dataSet(), groups, 1)).containsKeys("kermany", "cohen");
  }

  private Shortcut shortcut(String inside, Attribute attribute) {
    return shortcuts.stream()
        .filter(one -> one.inside().equals(inside) && one.attributes().equals(List.of(attribute)))
        .findFirst()
        .orElseThrow();
  }
}
