package negatoscope.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSetTest {
  @TempDir Path folder;

  @Test
  void aFolderPerClassGivesTheClassesByName() throws IOException {
    touch("normal/a.png", "normal/deeper/b.png", "covid/c.png", ".hidden/d.png");
    DataSet films = scan(folder);
    assertThat(films.classes()).containsExactly("covid", "normal");
    assertThat(films.films())
        .extracting(LabelledFilm::name)
        .containsExactly("covid/c.png", "normal/a.png", "normal/deeper/b.png");
    assertThat(films.films()).extracting(LabelledFilm::label).containsExactly(0, 1, 1);
    assertThat(films.films()).allMatch(film -> film.patient().equals(film.name()));
  }

  @Test
  void foldersNamedAfterThePartsGiveThem() throws IOException {
    touch("train/NORMAL/a.png", "train/SICK/b.png", "val/NORMAL/c.png", "val/SICK/d.png");
    DataSet films = scan(folder);
    assertThat(films.classes()).containsExactly("NORMAL", "SICK");
    assertThat(films.films())
        .extracting(LabelledFilm::part)
        .containsExactly(Part.TRAIN, Part.TRAIN, Part.VALIDATION, Part.VALIDATION);
  }

  @Test
  void aTableMayCarryPatientCollectionAndViewAndIsJoinedWithItsSplits() throws IOException {
    touch("a.png", "b.png", "c.png");
    write(
        "table.csv",
        """
        \uFEFFlabel,file,patient,collection,view,else
        sick,a.png,p1,x,AP,1
        well,"b.png",,y,,2

        sick,c.png,p1,x,PA,3
        """);
    write("splits.csv", "file,split\na.png,train\nb.png,validation\nc.png,train\n");
    DataSet films = scan(folder.resolve("table.csv"));
    assertThat(films.classes()).containsExactly("sick", "well");
    LabelledFilm second = films.films().get(1);
    assertThat(second.patient()).isEqualTo("b.png");
    assertThat(second.collection()).isEqualTo("y");
    assertThat(second.part()).isEqualTo(Part.VALIDATION);
    assertThat(films.films().get(0).file()).isRegularFile();
    assertThat(films.patients(new int[] {0, 1, 2})).isEqualTo(2);
  }

  @Test
  void thePatientIsTheTablesElseThePatternsElseTheFilmItself() throws IOException {
    touch("p12_a.png", "p12_b.png", "c.png", "p13_d.png");
    write(
        "films.csv",
        """
        file,label,patient,age
        p12_a.png,x,,61
        p12_b.png,y,,70s
        c.png,x,,-3
        p13_d.png,y,Q,0.5
        """);
    DataSet.Options options = new DataSet.Options(null, List.of(), PatientPattern.of("p(\\d+)_"));
    List<LabelledFilm> films = DataSet.scan(folder, options, DataSetTest::filmsBelow).films();
    assertThat(films).extracting(LabelledFilm::patient).containsExactly("12", "12", "c.png", "Q");
    assertThat(films)
        .extracting(LabelledFilm::patientSource)
        .containsExactly(
            PatientSource.PATTERN, PatientSource.PATTERN, PatientSource.FILM, PatientSource.TABLE);
    assertThat(films).extracting(LabelledFilm::age).containsExactly(61.0, null, null, 0.5);
  }

  @Test
  void theOrderOfTheClassesMayBeGiven() throws IOException {
    touch("a/1.png", "b/2.png");
    DataSet.Options wanted = new DataSet.Options(null, List.of("b", "a"));
    assertThat(DataSet.scan(folder, wanted, DataSetTest::filmsBelow).classes())
        .containsExactly("b", "a");
    DataSet.Options wrong = new DataSet.Options(null, List.of("b", "c"));
    assertThatThrownBy(() -> DataSet.scan(folder, wrong, DataSetTest::filmsBelow))
        .hasMessageContaining("classes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file,label;a.png,x;b.png,x                        | only the class x",
        "file,label;a.png,x;gone.png,y                     | gone.png",
        "file,label;a.png,x;b.png,                         | no label",
        "file,label;a.png,x;a.png,y                        | twice",
        "file,label                                        | holds no film",
        "name,label;a.png,x;b.png,y                        | no column file",
        "file,label,split;a.png,x,tain;b.png,y,test        | \"tain\"",
        "file,label,split;a.png,x,train;b.png,y,           | without a part",
        "file,label,patient,split;a.png,x,p,train;b.png,y,p,test | patient p",
        "file,label;a.png;b.png,y                          | cannot be read",
        "file,label;a.png,Normal;b.png,normal              | only by case",
      })
  void aBadTableIsRefusedWithItsReason(String table, String reason) throws IOException {
    touch("a.png", "b.png");
    write("films.csv", table.strip().replace(';', '\n') + "\n");
    refused(folder, ErrorCode.BAD_DATASET, reason.strip());
  }

  @Test
  void anEmptyFolderAndAMissingOneAreRefused() {
    refused(folder, ErrorCode.BAD_DATASET, "holds no film");
    refused(folder.resolve("none"), ErrorCode.NOT_FOUND, "does not exist");
  }

  @Test
  void aSeparateFolderIsTestedOnAndValidationIsTakenFromTheRest() throws IOException {
    for (int i = 0; i < 10; i++) {
      touch("learn/b/" + i + ".png", "learn/a/" + i + ".png", "test/b/" + i + ".png");
    }
    touch("test/a/0.png");
    DataSet learned = scan(folder.resolve("learn"));
    DataSet joined = TestSet.join(learned, scan(folder.resolve("test")));
    Split split = Split.of(joined, 3);
    assertThat(split.train()).hasSize(16);
    assertThat(split.validation()).hasSize(4);
    assertThat(joined.perClass(split.test())).containsEntry("a", 1).containsEntry("b", 10);
    assertThat(joined.films().get(30).name()).isEqualTo("test:b/9.png");
    assertThatThrownBy(() -> TestSet.join(learned, learned)).hasMessageContaining("twice");
    assertThatThrownBy(() -> TestSet.join(joined, scan(folder.resolve("test"))))
        .hasMessageContaining("test films of its own");
    touch("test/c/0.png");
    assertThatThrownBy(() -> TestSet.join(learned, scan(folder.resolve("test"))))
        .hasMessageContaining("class c, of which nothing is learned");
  }

  @Test
  void foldsComeFromTheTableOrTheTableOfParts() throws IOException {
    touch("1.png", "2.png");
    write("films.csv", "file,label,fold\n1.png,a,3\n2.png,b,\n");
    assertThat(scan(folder).films()).extracting(LabelledFilm::fold).containsExactly("3", "");
    write("splits.csv", "file,split,fold\n1.png,train,4\n2.png,validation,\n");
    assertThat(scan(folder).films()).extracting(LabelledFilm::fold).containsExactly("4", "");
  }

  @Test
  void splitsThatNameOtherFilesAreRefused() throws IOException {
    touch("a/1.png", "b/2.png");
    write("splits.csv", "file,split\nimages/1.png,train\n");
    refused(folder, ErrorCode.BAD_DATASET, "names none of the films");
  }

  @Test
  @NeedsShared
  void theSharedFilmsAreReadWithTheirParts() {
    DataSet films = scan(Shared.path("films"));
    assertThat(films.classes()).containsExactlyInAnyOrder("covid-19", "pneumonia", "normal");
    assertThat(films.films()).hasSize(2110);
    Split split = Split.of(films, 1);
    assertThat(split.by()).isEqualTo("given");
    assertThat(split.train()).hasSize(1349);
    assertThat(split.validation()).hasSize(337);
    assertThat(split.test()).hasSize(424);
    assertThat(films.perClass(split.test()))
        .containsEntry("covid-19", 103)
        .containsEntry("pneumonia", 161);
  }

  @Test
  @NeedsShared
  void aSplitOfTheSharedFilmsSharesOutItsCollections() {
    DataSet films = scan(Shared.path("films"));
    Split split = Split.make(films, Split.Shares.USUAL, 11);
    assertThat(films.perCollection(split.test()).get("kermany")).isBetween(97, 107);
    assertThat(films.perCollection(split.test()).get("hannover")).isBetween(33, 45);
    assertThat(split.train().length).isBetween(1330, 1370);
  }

  private void refused(Path source, ErrorCode code, String reason) {
    assertThatThrownBy(() -> scan(source))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(code);
              assertThat(failure.sentence()).contains(reason);
              assertThat(failure.advice()).isNotEmpty();
            });
  }

  private static DataSet scan(Path source) {
    return DataSet.scan(source, DataSet.Options.NONE, DataSetTest::filmsBelow);
  }

  private static List<Path> filmsBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void touch(String... names) throws IOException {
    for (String name : names) {
      write(name, "");
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
