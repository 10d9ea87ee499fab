package negatoscope.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/** Removed models, set aside beside the others as {@code .removed/NAME~MILLISECONDS}. */
final class RemovedModels {
  private static final String FOLDER = ".removed";
  private static final Duration KEPT = Duration.ofDays(Library.KEPT_DAYS);

  private final Path models;
  private final Clock clock;

  RemovedModels(Path models, Clock clock) {
    this.models = models;
    this.clock = clock;
  }

  /** Sets a model aside, and deletes for good what was removed long ago. */
  Removal remove(String name) {
    deleteOld();
    Instant now = clock.instant();
    Path place = models.resolve(name);
    Path aside = models.resolve(FOLDER).resolve(name + "~" + now.toEpochMilli());
    AtomicFiles.move(place, aside);
    return new Removal(name, now, aside, place);
  }

  /** What can be brought back, the latest first. */
  List<Removal> list() {
    return all().filter(removal -> !isOld(removal)).toList();
  }

  private Stream<Removal> all() {
    Path folder = models.resolve(FOLDER);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return Stream.empty();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(this::removal)
          .flatMap(Optional::stream)
          .sorted(Comparator.comparing(Removal::when).reversed())
          .toList()
          .stream();
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_READABLE, folder + " cannot be read.", "Check its permissions.", e);
    }
  }

  private Optional<Removal> removal(Path aside) {
    String[] parts = aside.getFileName().toString().split("~", -1);
    if (parts.length != 2 || !Library.isName(parts[0]) || !parts[1].matches("[0-9]{1,15}")) {
      return Optional.empty();
    }
    Instant when = Instant.ofEpochMilli(Long.parseLong(parts[1]));
    return Optional.of(new Removal(parts[0], when, aside, models.resolve(parts[0])));
  }

  private boolean isOld(Removal removal) {
    return removal.when().isBefore(clock.instant().minus(KEPT));
  }

  private void deleteOld() {
    all().filter(this::isOld).forEach(RemovedModels::deleteQuietly);
  }

  private static void deleteQuietly(Removal old) {
    try {
      AtomicFiles.delete(old.aside());
    } catch (IOException e) {
      // The next removal tries again; nobody waits for it.
      return;
    }
  }

  static void bringBack(Removal removal) {
    if (!Files.isDirectory(removal.aside(), LinkOption.NOFOLLOW_LINKS)) {
      throw new Failure(
          ErrorCode.NO_MODEL,
          "The removed model " + removal.name() + " is not kept any more.",
          "Import it again.");
    }
    AtomicFiles.move(removal.aside(), removal.place());
  }
}
