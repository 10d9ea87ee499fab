package negatoscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import negatoscope.intake.Intake;
import negatoscope.rendering.GreyPicture;
import negatoscope.rendering.PngWriter;
import negatoscope.task.AtomicFiles;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.training.data.DataSet;
import negatoscope.training.scan.DataSetScan;
import negatoscope.training.scan.ScanReport;
import negatoscope.training.scan.ScannedSet;

/**
 * How long a scan takes the first and the second time, with many small drawn films. One argument:
 * how many, 10000 if it is missing.
 */
public final class ScanBench {
  private static final int SIDE = 256;

  private ScanBench() {}

  /** Draws, scans twice, prints. */
  public static void main(String[] arguments) throws IOException {
    int films = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    Path folder = Files.createTempDirectory("scan-bench");
    try {
      for (int i = 0; i < films; i++) {
        draw(folder.resolve("films").resolve(i % 2 == 0 ? "a" : "b").resolve(i + ".png"), i);
      }
      Intake intake = Intake.withBuiltInToolkit();
      for (int time = 1; time <= 2; time++) {
        long start = System.nanoTime();
        DataSet dataSet =
            DataSet.scan(folder.resolve("films"), DataSet.Options.NONE, intake::films);
        long listed = System.nanoTime();
        long[] searching = {0};
        Progress progress =
            (done, total, message) -> {
              if (searching[0] == 0 && message.contains("copies")) {
                searching[0] = System.nanoTime();
              }
            };
        ScannedSet set =
            new DataSetScan(intake::openFirst, folder.resolve("cache"))
                .run(dataSet, progress, new Cancellation());
        long scanned = System.nanoTime();
        ScanReport.of(set, 224, new Cancellation());
        System.out.printf(
            Locale.ROOT,
            "scan %d of %d films: listing %.1f s, films and copies %.1f s (copies %.1f s), report"
                + " %.1f s%n",
            time,
            films,
            seconds(start, listed),
            seconds(listed, scanned),
            searching[0] == 0 ? 0 : seconds(searching[0], scanned),
            seconds(scanned, System.nanoTime()));
      }
    } finally {
      AtomicFiles.delete(folder);
    }
  }

  private static double seconds(long from, long to) {
    return (to - from) / 1e9;
  }

  /**
   * A chest, roughly: two dark ovals in a bright body, with blobs that differ from film to film.
   */
  private static void draw(Path file, int number) throws IOException {
    Files.createDirectories(file.getParent());
    Random random = new Random(number);
    byte[] pixels = new byte[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      double x = (i % SIDE) / (double) SIDE;
      double y = Math.floorDiv(i, SIDE) / (double) SIDE;
      double lungs =
          Math.min(
              Math.hypot((x - 0.3) / 0.18, (y - 0.5) / 0.36),
              Math.hypot((x - 0.7) / 0.18, (y - 0.5) / 0.36));
      pixels[i] = (byte) (lungs < 1 ? 60 : 170);
    }
    for (int blob = 0; blob < 120; blob++) {
      int x = random.nextInt(SIDE);
      int y = random.nextInt(SIDE);
      int size = 4 + random.nextInt(24);
      byte grey = (byte) (40 + random.nextInt(200));
      for (int row = y; row < Math.min(SIDE, y + size); row++) {
        Arrays.fill(pixels, row * SIDE + x, row * SIDE + Math.min(SIDE, x + size), grey);
      }
    }
    Files.write(
        file, PngWriter.encode(new GreyPicture(SIDE, SIDE, pixels), PngWriter.Packing.SMALL));
  }
}
