package negatoscope.training.cache;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for kept values, bounded in bytes: what was used longest ago goes first. What a training
 * under way needs is never deleted by itself, so it may go beyond the bound until it ends.
 *
 * @param folder made when something is first written
 * @param mostBytes how much stays
 */
public record CacheSpace(Path folder, long mostBytes) {
  /** 10 GB: maps of some ten thousand films. */
  public static final long USUAL_BYTES = 10_000_000_000L;

  /** The environment variable that bounds the space, in gigabytes. */
  public static final String VARIABLE = "NEGATOSCOPE_CACHE_GB";

  private static final double GIGABYTE = 1e9;

  private static final Logger LOG = LoggerFactory.getLogger(CacheSpace.class);
  private static final Duration LEFT_OVER = Duration.ofDays(1);

  /** Checks the bound. */
  public CacheSpace {
    if (mostBytes < 0) {
      throw new IllegalArgumentException("the size of a cache must not be below 0");
    }
  }

  /**
   * The usual place below a home's {@code cache} folder, bounded as the environment says.
   *
   * @param environment of the process; what is no number there is passed over
   */
  public static CacheSpace below(Path cache, Map<String, String> environment) {
    try {
      double gigabytes = Double.parseDouble(environment.getOrDefault(VARIABLE, ""));
      return below(cache, gigabytes >= 0 ? (long) (gigabytes * GIGABYTE) : USUAL_BYTES);
    } catch (NumberFormatException e) {
      return below(cache, USUAL_BYTES);
    }
  }

  /** The usual place below a home's {@code cache} folder. */
  public static CacheSpace below(Path cache, long mostBytes) {
    return new CacheSpace(cache.resolve("trainings"), mostBytes);
  }

  /** A space of its own that keeps nothing beyond a training. */
  public static CacheSpace passing() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", "."));
    return new CacheSpace(temporary.resolve("negatoscope-" + UUID.randomUUID()), 0);
  }

  Path shelf(EntryKey common) {
    return folder.resolve(common.hex().substring(0, EntryKey.BYTES));
  }

  /** The finished files of a shelf, by name. */
  List<Path> segments(EntryKey common) {
    return list(shelf(common), "*" + Segment.ENDING);
  }

  /** Says that a file was used now. */
  void touch(Path segment) {
    try {
      Files.setLastModifiedTime(segment, FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.debug("{} is gone already", segment, e);
    }
  }

  /**
   * Deletes what was used longest ago beyond the bound, and what a process that died left over a
   * day ago.
   *
   * @param needed files that stay, whatever their size
   */
  void trim(Set<Path> needed) {
    record Kept(Path file, long bytes, long used) {}
    List<Kept> all = new ArrayList<>();
    long now = System.currentTimeMillis();
    for (Path shelf : list(folder, "*")) {
      for (Path file : list(shelf, "*{" + Segment.ENDING + "," + SegmentWriter.ENDING + "}")) {
        Kept kept = new Kept(file, file.toFile().length(), file.toFile().lastModified());
        boolean unfinished = file.toString().endsWith(SegmentWriter.ENDING);
        if (!unfinished) {
          all.add(kept);
        } else if (now - kept.used() > LEFT_OVER.toMillis()) {
          delete(file);
        }
      }
    }
    all.sort(Comparator.comparingLong(Kept::used).reversed());
    long bytes =
        all.stream().filter(kept -> needed.contains(kept.file())).mapToLong(Kept::bytes).sum();
    for (Kept kept : all) {
      if (needed.contains(kept.file())) {
        continue;
      }
      bytes += kept.bytes();
      if (bytes > mostBytes) {
        delete(kept.file());
        bytes -= kept.bytes();
      }
    }
    if (mostBytes == 0) {
      list(folder, "*").forEach(CacheSpace::delete);
      delete(folder);
    }
  }

  private static List<Path> list(Path folder, String pattern) {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
        files.forEach(found::add);
      } catch (IOException | java.nio.file.DirectoryIteratorException e) {
        LOG.warn("{} cannot be listed", folder, e);
      }
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // In use by another process, or a folder that is not empty: it stays for the next time.
      LOG.debug("{} stays", file, e);
    }
  }
}
