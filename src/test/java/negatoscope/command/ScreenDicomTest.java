package negatoscope.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.dicom.builtin.BuiltInToolkit;
import negatoscope.screening.row.FilmIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code screen --dicom}. */
class ScreenDicomTest {
  @TempDir private Path folder;

  @Test
  void answeredFilmsGetObjectsAndFailedOnesNone() throws IOException {
    try (Bench bench = films()) {
      Bench.Result result = bench.run("screen", in("films"), "--out", in("out"), "--dicom");
      assertThat(result.exit()).as(result.err()).isZero();
      assertThat(objects("out").keySet().stream().map(ScreenDicomTest::kind))
          .containsExactly(
              "a.png.film",
              "a.png.heatmap",
              "a.png.report",
              "b.png.film",
              "b.png.heatmap",
              "b.png.report");
      DataSet report = new BuiltInToolkit().read(file("out", "a.png", "report"));
      DataSet copy = new BuiltInToolkit().read(file("out", "a.png", "film"));
      assertThat(report.text(Tag.MODALITY)).isEqualTo("SR");
      assertThat(report.text(Tag.STUDY_INSTANCE_UID)).isEqualTo(copy.text(Tag.STUDY_INSTANCE_UID));
    }
  }

  @Test
  void aSecondRunMakesTheSameObjects() throws IOException {
    try (Bench bench = films()) {
      assertThat(bench.run("screen", in("films"), "--out", in("out"), "--dicom").exit()).isZero();
    }
    try (Bench bench = new Bench(folder)) {
      assertThat(bench.run("screen", in("films"), "--out", in("again"), "--dicom").exit()).isZero();
    }
    assertThat(objects("again")).containsExactlyEntriesOf(objects("out"));
  }

  @Test
  void withoutHeatMapsThereAreReportsAndCopies() throws IOException {
    try (Bench bench = films()) {
      String[] command = {"screen", in("films"), "--out", in("out"), "--dicom", "--no-heatmaps"};
      assertThat(bench.run(command).exit()).isZero();
      assertThat(objects("out").keySet().stream().map(ScreenDicomTest::kind))
          .containsExactly("a.png.film", "a.png.report", "b.png.film", "b.png.report");
    }
  }

  @Test
  void goingOnWithoutObjectsIsAskedAbout() throws IOException {
    try (Bench bench = films()) {
      assertThat(bench.run("screen", in("films"), "--out", in("out"), "--dicom").exit()).isZero();
    }
    try (Bench bench = new Bench(folder)) {
      Bench.Result result = bench.run("screen", in("films"), "--out", in("out"), "--resume");
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err()).contains("whether DICOM objects are made", "--restart");
    }
  }

  @Test
  void aFilmThatBreaksAfterItWasAnsweredLeavesNoReport() throws IOException {
    try (Bench bench = films()) {
      assertThat(bench.run("screen", in("films"), "--out", in("out"), "--dicom").exit()).isZero();
    }
    try (Bench bench = new Bench(folder)) {
      bench.film("films/a.png", FakeClassifier.BREAKS);
      String[] again = {
        "screen", in("films"), "--out", in("out"), "--dicom", "--resume", "--rescreen-changed"
      };
      Bench.Result result = bench.run(again);
      assertThat(result.exit()).as(result.err()).isZero();
    }
    assertThat(objects("out").keySet().stream().map(ScreenDicomTest::kind))
        .containsExactly("b.png.film", "b.png.heatmap", "b.png.report");
  }

  @Test
  void startingAnewKeepsTheObjectsBefore() throws IOException {
    try (Bench bench = films()) {
      assertThat(bench.run("screen", in("films"), "--out", in("out"), "--dicom").exit()).isZero();
    }
    try (Bench bench = new Bench(folder)) {
      Bench.Result result = bench.run("screen", in("films"), "--out", in("out"), "--restart");
      assertThat(result.exit()).as(result.err()).isZero();
      assertThat(result.err()).contains("The DICOM objects before are kept in");
    }
    assertThat(folder.resolve("out/dicom")).doesNotExist();
    assertThat(folder.resolve("out/dicom-1")).isNotEmptyDirectory();
  }

  /** Two films that are answered and one that breaks the engine. */
  private Bench films() throws IOException {
    Bench bench = new Bench(folder);
    for (Map.Entry<String, Integer> film :
        Map.of("a.png", 64, "b.png", 70, "c.png", FakeClassifier.BREAKS).entrySet()) {
      bench.film("films/" + film.getKey(), film.getValue());
    }
    return bench;
  }

  private String in(String name) {
    return folder.resolve(name).toString();
  }

  private static String kind(String name) {
    return name.replaceAll("-[0-9a-f-]{13}", "").replace(".dcm", "");
  }

  private Path file(String out, String film, String kind) throws IOException {
    return objects(out).keySet().stream()
        .filter(name -> name.startsWith(film) && name.endsWith(kind + ".dcm"))
        .map(name -> folder.resolve(out).resolve("dicom").resolve(name))
        .findFirst()
        .orElseThrow();
  }

  /** Hashes by name. */
  private Map<String, String> objects(String out) throws IOException {
    Map<String, String> objects = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve(out).resolve("dicom"))) {
      for (Path file : files.toList()) {
        objects.put(file.getFileName().toString(), FilmIdentity.of(file, "").sha256());
      }
    }
    return objects;
  }
}
