package negatoscope.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import negatoscope.testing.NeedsShared;
import org.junit.jupiter.api.Test;

/** The conformance statement says what is measured. */
@NeedsShared
class ConformanceTest {
  @Test
  void itsTablesAreThoseOfTheSharedFiles() throws IOException {
    String page = Files.readString(ConformanceFigures.PAGE);
    assertThat(page)
        .as("to write them anew, run negatoscope.dicom.ConformanceFigures as CONTRIBUTING.md says")
        .isEqualTo(new ConformanceFigures().wanted(page));
  }
}
