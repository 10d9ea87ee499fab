package negatoscope.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import negatoscope.film.FilmException;
import negatoscope.intake.Intake;
import negatoscope.testing.NeedsShared;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Damaged files are refused by the code that their manifest names, quickly. */
@NeedsShared
class BrokenTest {
  private static final long MOST_MILLISECONDS = 1000;
  private final Intake intake = Intake.withBuiltInToolkit();

  @TestFactory
  Stream<DynamicTest> everyDamageHasItsCode() {
    return Corpus.broken()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.path("file").asText(),
                    () ->
                        assertThat(
                                assertTimeoutPreemptively(
                                    Duration.ofSeconds(10), () -> outcome(entry)))
                            .isIn(accepted(entry))));
  }

  /** One process opens them all in 256 MiB, each in a second, and lives. */
  @Test
  void aSmallProcessLivesThroughAll() throws IOException, InterruptedException {
    List<JsonNode> entries = Corpus.broken().toList();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", classPath(), OpenFiles.class.getName()));
    entries.forEach(entry -> command.add(Corpus.file(entry).toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    System.out.println(printed);
    List<String> lines = printed.lines().toList();
    assertThat(lines).hasSameSizeAs(entries);
    SoftAssertions.assertSoftly(
        softly -> {
          for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).split("\t");
            softly.assertThat(parts[1]).as(parts[0]).isIn(accepted(entries.get(i)));
            softly
                .assertThat(Long.parseLong(parts[3]))
                .as("milliseconds of the processor for " + parts[0])
                .isLessThanOrEqualTo(MOST_MILLISECONDS);
          }
        });
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private String outcome(JsonNode entry) {
    try {
      assertThat(intake.open(Corpus.file(entry))).isNotEmpty();
      return "opens";
    } catch (FilmException e) {
      assertThat(e.sentence()).startsWith(Corpus.file(entry).getFileName().toString());
      return e.code().name();
    }
  }

  private static Set<String> accepted(JsonNode entry) {
    Set<String> codes = new HashSet<>();
    codes.add(entry.path("kind").asText());
    entry.path("alsoAccepted").forEach(code -> codes.add(code.asText()));
    return codes;
  }
}
