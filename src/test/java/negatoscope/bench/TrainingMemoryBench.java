package negatoscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import negatoscope.film.Film;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;
import negatoscope.network.Backbone;
import negatoscope.network.Engine;
import negatoscope.network.Engines;
import negatoscope.network.HeadSpec;
import negatoscope.task.AtomicFiles;
import negatoscope.training.StartWeights;
import negatoscope.training.Training;
import negatoscope.training.TrainingOrder;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.data.Split;
import negatoscope.training.films.Augmentation;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.run.TrainingWatcher;

/**
 * The memory of the whole process in a training of so many drawn films, MobileNetV2 at side 128, an
 * epoch a stage: bytes at the end of each, and at most. One number of films a process.
 */
public final class TrainingMemoryBench {
  private static final int SIDE = 128;
  private static final int FILM_SIDE = 160;
  private static final double MEGABYTE = 1e6;

  private TrainingMemoryBench() {}

  /** Argument: how many films. */
  public static void main(String[] arguments) throws IOException {
    int count = Integer.parseInt(arguments[0]);
    List<LabelledFilm> films = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Path file = Path.of(i + ".png");
      films.add(new LabelledFilm(file.toString(), file, i % 3, "p" + i, "drawn", "", null));
    }
    DataSet dataSet = new DataSet(Path.of("drawn"), List.of("a", "b", "c"), films);
    Path folder = Files.createTempDirectory("training-memory");
    StartWeights start = StartWeights.drawn(Backbone.MOBILENET_V2, 1);
    TrainingOrder order =
        new TrainingOrder(
            "memory",
            folder.resolve("memory"),
            dataSet,
            Split.make(dataSet, Split.Shares.USUAL, 1),
            Backbone.MOBILENET_V2,
            start.weights(),
            null,
            recipe(),
            false,
            0,
            "",
            List.of());
    Engine engine = Engines.start();
    TrainingWatcher watcher =
        TrainingWatcher.ofEpochs(
            epoch ->
                System.out.printf(
                    "%d films, %s: %.0f MB%n", count, epoch.stage(), epoch.memory() / MEGABYTE));
    try {
      new Training(engine, TrainingMemoryBench::draw).run(order, watcher, new TrainingControl());
    } finally {
      AtomicFiles.delete(folder);
    }
    Path status = Path.of("/proc/self/status");
    if (Files.isReadable(status)) {
      Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM"))
          .forEach(line -> System.out.println(count + " films, at most: " + line));
    }
  }

  private static Recipe recipe() {
    return Recipe.recommended(Backbone.MOBILENET_V2)
        .withSide(SIDE)
        .withEpochs(1, 1)
        .withFineTuneFrom("block_16")
        .with(
            Map.of(
                "head",
                new HeadSpec.Compact(16, 1, 0, false, HeadSpec.Pooling.MEAN),
                "augmentation",
                Augmentation.NONE));
  }

  private static Film draw(Path file) {
    String name = file.toString().replace(".png", "");
    byte[] greys = new byte[FILM_SIDE * FILM_SIDE];
    new Random(Integer.parseInt(name)).nextBytes(greys);
    return Film.ofPicture(
        Samples.of8(FILM_SIDE, FILM_SIDE, 8, false, greys),
        Provenance.ofPicture(file, "PNG", "8-bit grey"));
  }
}
