package negatoscope.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import negatoscope.network.Backbone;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/** The folders of stored weights, each named by the SHA-256 of its file. */
record WeightFolder(Path path) {
  List<StoredWeights> list() {
    return folders(WeightFacts::isPlace).stream()
        .map(WeightFacts::read)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(StoredWeights::backbone).thenComparing(StoredWeights::name))
        .toList();
  }

  List<Path> damaged() {
    return folders(place -> WeightFacts.isPlace(place) && WeightFacts.read(place).isEmpty());
  }

  private List<Path> folders(Predicate<Path> wanted) {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.filter(wanted).sorted().toList();
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_READABLE,
          "The folder of the weights, " + path + ", cannot be read.",
          "Check its permissions.",
          e);
    }
  }

  /** Brings the file to its place. */
  @FunctionalInterface
  interface Bringer {
    void bring(Path to) throws IOException;
  }

  /** Stores a file, or adds to what is known of it where it is stored already. */
  StoredWeights add(StoredWeights stored, Bringer bringer) {
    Path place = path.resolve(stored.sha256());
    Optional<StoredWeights> there = WeightFacts.read(place);
    if (there.isPresent()) {
      return WeightFacts.learned(there.get(), stored);
    }
    try {
      AtomicFiles.delete(place);
    } catch (IOException e) {
      throw notRemoved(place, e);
    }
    try {
      AtomicFiles.writeFolder(
          place,
          aside -> {
            bringer.bring(aside.resolve(stored.name()));
            WeightFacts.write(stored, aside);
          });
    } catch (Failure e) {
      // Another process may have stored the same file in the meantime.
      return WeightFacts.read(place).orElseThrow(() -> e);
    }
    return stored;
  }

  /** What is to be stored, under a name that no other has. */
  StoredWeights stored(
      Backbone backbone, String name, FileDigest digest, boolean official, String licence) {
    Path place = path.resolve(digest.sha256());
    String unique = unique(name, digest.sha256());
    return new StoredWeights(
        backbone,
        place.resolve(unique),
        unique,
        digest.sha256(),
        official,
        licence,
        digest.bytes());
  }

  /** A name that prints, and that no other stored file has. */
  private String unique(String name, String sha256) {
    Set<String> taken =
        list().stream()
            .filter(stored -> !stored.sha256().equals(sha256))
            .map(StoredWeights::name)
            .collect(Collectors.toSet());
    String clean = name.replaceAll("[^A-Za-z0-9._+-]", "_");
    clean = clean.substring(Math.max(0, clean.length() - 120));
    return taken.contains(clean) || clean.equals(WeightFacts.NAME)
        ? sha256.substring(0, 8) + "-" + clean
        : clean;
  }

  void remove(StoredWeights stored) {
    Path place = path.resolve(stored.sha256());
    if (!WeightFacts.isPlace(place)) {
      throw new IllegalArgumentException(stored.sha256() + " is no SHA-256");
    }
    try {
      AtomicFiles.delete(place);
    } catch (IOException e) {
      throw notRemoved(place, e);
    }
  }

  private static Failure notRemoved(Path place, IOException cause) {
    return new Failure(
        ErrorCode.NOT_WRITABLE,
        "The stored weights " + place + " cannot be deleted.",
        "Close what uses them, or delete them by hand.",
        cause);
  }
}
