package negatoscope.training.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import negatoscope.task.Failure;
import negatoscope.training.data.DataSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where scans keep what they saw, two files a data set; of the data sets scanned longest ago
 * nothing is kept. Without it a scan is slow, so trouble with it is logged and no failure.
 */
final class CacheFolder {
  private static final Logger LOG = LoggerFactory.getLogger(CacheFolder.class);
  private static final int MOST_FILES = 40;

  private final Path folder;

  /**
   * A folder.
   *
   * @param cache as {@code Home.cache} names it
   */
  CacheFolder(Path cache) {
    folder = cache.resolve("data-sets");
  }

  /** Facts about the films of a data set. */
  Path facts(DataSet dataSet) {
    return folder.resolve(name(dataSet) + ".jsonl");
  }

  /** Copies among the films of a data set. */
  Path copies(DataSet dataSet) {
    return folder.resolve(name(dataSet) + ".copies.json");
  }

  private static UUID name(DataSet dataSet) {
    String source = dataSet.source().toAbsolutePath().normalize().toString();
    return UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file, and deletes the oldest ones beyond the most that are kept. */
  void write(Path file, Consumer<Path> writer) {
    try {
      writer.accept(file);
      for (Path old : oldest()) {
        Files.deleteIfExists(old);
      }
    } catch (Failure | IOException e) {
      LOG.warn("What was seen is not remembered: {}", e.getMessage());
    }
  }

  private List<Path> oldest() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Comparator<Path> byAge = Comparator.comparingLong(file -> file.toFile().lastModified());
      return files.filter(Files::isRegularFile).sorted(byAge.reversed()).skip(MOST_FILES).toList();
    }
  }
}
