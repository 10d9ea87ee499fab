package negatoscope.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the papers say against what is there. */
class ReadmeTest {
  @Test
  void theFiguresAreThoseOfTheBundledModelsCard() throws IOException {
    assertThat(ReadmeFigures.part(Files.readString(ReadmeFigures.README)))
        .as("to write them anew, run negatoscope.scripts.ReadmeFigures as CONTRIBUTING.md says")
        .isEqualTo(ReadmeFigures.wanted());
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    for (Path page :
        List.of(
            Path.of("README.md"),
            Path.of("CONTRIBUTING.md"),
            Path.of("CHANGELOG.md"),
            Path.of("src/site/markdown/index.md"))) {
      List<String> links =
          Pattern.compile("\\]\\(([^):]+)\\)")
              .matcher(Files.readString(page))
              .results()
              .map(match -> match.group(1))
              .toList();
      for (String link : links) {
        assertThat(page.resolveSibling(link)).as(page + " names it").exists();
      }
    }
  }
}
