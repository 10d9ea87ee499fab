package negatoscope.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code screen} as it is typed. */
class ScreenCommandTest {
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void make() throws IOException {
    bench = new Bench(folder);
    bench.film("films/a.png", 64);
    bench.film("films/b.png", 50);
    Files.writeString(folder.resolve("films/broken.dcm"), "");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Path out() {
    return folder.resolve("list");
  }

  private Bench.Result screen(String... more) {
    List<String> line =
        new ArrayList<>(
            List.of("screen", folder.resolve("films").toString(), "--out", out().toString()));
    line.addAll(List.of(more));
    return bench.run(line.toArray(String[]::new));
  }

  @Test
  void standardOutputHoldsTheListsAndStandardErrorWhatCameOfTheFilms() throws IOException {
    Bench.Result result = screen();
    assertThat(result.exit()).as("films that failed are rows, no failure").isZero();
    assertThat(result.lines())
        .containsExactly(
            out().resolve("worklist.csv").toString(),
            out().resolve("worklist.json").toString(),
            out().resolve("report.html").toString());
    assertThat(Files.readString(out().resolve("report.html"))).contains("RESEARCH USE ONLY");
    assertThat(result.err())
        .contains("3 films: 2 answered (1 with a warning), 0 refused, 1 failed.")
        .contains("pneumonia: 2")
        .contains("Research use only.");
    assertThat(Files.readAllLines(out().resolve("worklist.csv"))).hasSize(4);
    try (var maps = Files.list(out().resolve("heatmaps"))) {
      assertThat(maps).hasSize(2);
    }
  }

  @Test
  void aScreeningThatIsThereIsGoneOnWithOrKeptAsOneSays() {
    screen("--no-heatmaps");
    Bench.Result again = screen("--no-heatmaps");
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).startsWith("EXISTS: ").contains("--resume").contains("--restart");
    assertThat(screen("--no-heatmaps", "--resume").exit()).isZero();
    assertThat(screen("--resume").err()).startsWith("CHANGED: ").contains("--restart");
    Bench.Result anew = screen("--restart");
    assertThat(anew.exit()).isZero();
    assertThat(anew.err()).contains("kept as").contains("screening-1.db");
    assertThat(screen("--restart", "--resume").exit()).isEqualTo(2);
  }

  @Test
  void changedFilesAreAnErrorUntilOneSaysThatTheyAreScreenedAgain() throws IOException {
    screen("--no-heatmaps");
    Path film;
    try (var files = Files.list(folder.resolve("films"))) {
      film = files.filter(file -> file.toString().endsWith(".png")).sorted().findFirst().get();
    }
    Files.write(film, new byte[] {0}, StandardOpenOption.APPEND);
    Bench.Result asked = screen("--no-heatmaps", "--resume");
    assertThat(asked.exit()).isEqualTo(1);
    assertThat(asked.err())
        .startsWith("CHANGED: ")
        .contains(String.valueOf(film.getFileName()), "--restart", "--rescreen-changed");
    Bench.Result again = screen("--no-heatmaps", "--resume", "--rescreen-changed");
    assertThat(again.exit()).isZero();
    assertThat(again.err()).contains("is screened again");
    assertThat(screen("--rescreen-changed").exit()).isEqualTo(2);
    assertThat(screen("--restart", "--rescreen-changed").exit()).isEqualTo(2);
  }

  @Test
  void twoModelsAreComparedRowByRow() throws IOException {
    bench.others.put("other", new FakeClassifier("other", List.of(0.125, 0.25, 0.625)));
    Bench.Result result = screen("--with", "other");
    assertThat(result.err()).contains("The models disagree on 2.");
    assertThat(Files.readString(out().resolve("worklist.csv"))).contains(",normal,0.6250,0\r\n");
    assertThat(screen("--with", "x", "--model", "x", "--restart").exit()).isEqualTo(2);
  }

  @Test
  void whatHindersTheRunIsOneLineAndItsExitCode() {
    assertThat(screen("--overdue", "-1").exit()).isEqualTo(2);
    Bench.Result none =
        bench.run("screen", folder.resolve("no").toString(), "--out", out().toString());
    assertThat(out()).doesNotExist();
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.err()).startsWith("NOT_FOUND: ");
    bench.noModel = Optional.of(new Failure(ErrorCode.NO_MODEL, "There is no model.", ""));
    assertThat(screen().exit()).isEqualTo(3);
    assertThat(out().resolve("screening.db")).doesNotExist();
  }
}
