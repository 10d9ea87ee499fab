package negatoscope.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import negatoscope.film.FilmException;
import negatoscope.intake.Intake;
import negatoscope.testing.NeedsShared;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Damaged files are refused by the code that their manifest names, quickly. */
@NeedsShared
class BrokenTest {
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
    if (entry.path("file").asText().contains("j2k")) {
      codes.add("UNSUPPORTED_SYNTAX");
    }
    return codes;
  }
}
