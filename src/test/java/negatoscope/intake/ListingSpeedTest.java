package negatoscope.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Five thousand films, as an archive hands them out: listed within ten seconds. */
class ListingSpeedTest {
  private static final int FILMS = 5000;
  private static final double MOST_SECONDS = 10;
  private static final String UID = "2.25.100000";

  @Test
  void fiveThousandFilmsAreListedInTime(@TempDir Path folder, TestReporter reporter)
      throws IOException {
    fill(folder);
    List<Found> found = new ArrayList<>();
    long start = System.nanoTime();
    long[] first = {0};
    Intake.withBuiltInToolkit()
        .scan(
            List.of(folder),
            one -> {
              if (found.isEmpty()) {
                first[0] = System.nanoTime() - start;
              }
              found.add(one);
            },
            new Cancellation(),
            Progress.NONE);
    double seconds = (System.nanoTime() - start) / 1e9;
    reporter.publishEntry(
        "listing",
        "%d films in %.2f s, the first after %.0f ms; load %.1f"
            .formatted(
                FILMS,
                seconds,
                first[0] / 1e6,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    assertThat(found).hasSize(FILMS).allMatch(FoundFilm.class::isInstance);
    assertThat(seconds).isLessThan(MOST_SECONDS);
  }

  /** The same film of 128 x 128 pixels again and again, each under its own UID. */
  private static void fill(Path folder) throws IOException {
    Path template = folder.resolve("template");
    ScanTest.write(
        template, ScanTest.film(UID).bytes(Tag.PIXEL_DATA, Vr.OW, new byte[2 * 128 * 128]));
    String text = Files.readString(template, StandardCharsets.ISO_8859_1);
    Files.delete(template);
    for (int i = 0; i < FILMS; i++) {
      Path study = Files.createDirectories(folder.resolve("P%03d/S%d".formatted(i / 50, i / 10)));
      Files.writeString(
          study.resolve("IM%05d".formatted(i)),
          text.replace(UID, "2.25.%d".formatted(100000 + i)),
          StandardCharsets.ISO_8859_1);
    }
  }
}
