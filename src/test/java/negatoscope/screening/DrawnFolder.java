package negatoscope.screening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import negatoscope.intake.Intake;
import negatoscope.rendering.GreyPicture;
import negatoscope.rendering.PngWriter;
import negatoscope.screening.worklist.ReadingOrder;
import negatoscope.task.Cancellation;

/** Small drawn films in a folder, and screenings of it at a fixed hour. */
record DrawnFolder(Path root) {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  Path films() {
    return root.resolve("films");
  }

  Path out() {
    return root.resolve("out");
  }

  /** Draws a film whose first pixel has a grey value, an hour old. */
  Path film(String name, int width, int grey) throws IOException {
    Path file = films().resolve(name);
    Files.createDirectories(file.getParent());
    byte[] pixels = new byte[width * 8];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (grey + i);
    }
    Files.write(file, PngWriter.encode(new GreyPicture(width, 8, pixels), PngWriter.Packing.SMALL));
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofHours(1))));
    return file;
  }

  /** Draws so many films of different greys, in two folders. */
  void films(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      film((i % 2 == 0 ? "a/" : "b/") + "film%04d.png".formatted(i), 60 + i, i * 7 % 256);
    }
  }

  ScreeningOrder order(ScreeningOrder.Start start, boolean heatMaps) {
    return new ScreeningOrder(films(), out(), start, heatMaps, ReadingOrder.OVERDUE);
  }

  Screening screening() {
    return new Screening(
        Intake.withBuiltInToolkit(), root.resolve("natives"), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  ScreeningSummary run(MeanClassifier classifier, ScreeningOrder order) {
    return run(classifier, order, (done, total, message) -> {}, new Cancellation());
  }

  ScreeningSummary run(
      MeanClassifier classifier,
      ScreeningOrder order,
      ScreeningWatcher watcher,
      Cancellation cancellation) {
    return screening()
        .run(order, () -> new ScreeningModels(classifier, Optional.empty()), watcher, cancellation);
  }

  String csv() throws IOException {
    return Files.readString(new WorkListFiles(out()).csv());
  }

  String json() throws IOException {
    return Files.readString(new WorkListFiles(out()).json());
  }
}
