package negatoscope.library;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import negatoscope.library.card.CardFile;
import negatoscope.library.card.ModelCard;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The model that comes with the program as resources. TensorFlow reads a graph from a folder only,
 * so it is laid out once in the cache, under its id, and laid out anew where it was damaged.
 */
final class BundledModel {
  static final String NAME = "mobilenet-v2-films";

  private static final List<String> FILES =
      List.of(Model.GRAPH, Model.CARD, Model.EVALUATION, Model.LICENCES);

  private final ClassLoader loader;
  private final String resources;
  private final Path cache;

  BundledModel(ClassLoader loader, String resources, Path cache) {
    this.loader = loader;
    this.resources = resources;
    this.cache = cache;
  }

  /** The model's card, or empty if this build comes without a model. */
  Optional<ModelCard> card() {
    try (InputStream in = loader.getResourceAsStream(resources + Model.CARD)) {
      return in == null
          ? Optional.empty()
          : Optional.of(CardFile.parse(in.readAllBytes(), "of the bundled model"));
    } catch (IOException e) {
      throw unreadable(Model.CARD, e);
    }
  }

  /** How much the model takes; 0 if this build comes without one. */
  long bytes() {
    long bytes = 0;
    for (String file : FILES) {
      URL place = loader.getResource(resources + file);
      if (place != null) {
        bytes += bytes(place, file);
      }
    }
    return bytes;
  }

  private static long bytes(URL place, String file) {
    try {
      URLConnection connection = place.openConnection();
      long bytes = connection.getContentLengthLong();
      connection.getInputStream().close();
      return bytes;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The model in a folder, its graph checked; empty if this build comes without a model. */
  Optional<Model> model() {
    return card().map(this::laidOut);
  }

  private Model laidOut(ModelCard card) {
    Path folder = cache.resolve("models").resolve(NAME + "-" + card.id());
    Model model = new Model(folder, card);
    if (isWhole(model)) {
      return model;
    }
    try {
      AtomicFiles.delete(folder);
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_WRITABLE,
          "The damaged copy " + folder + " of the bundled model cannot be deleted.",
          "Delete it by hand.",
          e);
    }
    try {
      AtomicFiles.writeFolder(folder, this::layOut);
    } catch (Failure e) {
      // Another process may have laid it out in the meantime.
      if (e.code() != ErrorCode.EXISTS || !isWhole(model)) {
        throw e;
      }
    }
    return model.verified();
  }

  private static boolean isWhole(Model model) {
    return FILES.stream().allMatch(file -> Files.isRegularFile(model.folder().resolve(file)))
        && model.intact();
  }

  private void layOut(Path folder) throws IOException {
    for (String file : FILES) {
      try (InputStream in = loader.getResourceAsStream(resources + file)) {
        if (in == null) {
          throw unreadable(file, null);
        }
        Files.copy(in, folder.resolve(file));
      }
    }
  }

  private static Failure unreadable(String file, @Nullable IOException cause) {
    return new Failure(
        ErrorCode.BAD_MODEL,
        "The file " + file + " of the bundled model cannot be read.",
        "Install the program again.",
        cause);
  }
}
