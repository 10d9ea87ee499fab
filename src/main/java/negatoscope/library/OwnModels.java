package negatoscope.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import negatoscope.library.card.CardFile;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/** The models trained or imported here, a folder each; the folder's name is the model's. */
final class OwnModels {
  private final Path models;

  OwnModels(Path models) {
    this.models = models;
  }

  /** Where a model of a name lies, or would lie. */
  Path folder(String name) {
    if (!Library.isName(name)) {
      throw new IllegalArgumentException(name + " is not a name of a model");
    }
    return models.resolve(name);
  }

  /** Whether there is a folder of that name, be it a whole model or a damaged one. */
  boolean has(String name) {
    return Library.isName(name) && Files.isDirectory(folder(name), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Reads a model; the graph is only looked for.
   *
   * @throws Failure {@code NO_MODEL}, {@code BAD_MODEL}, {@code NEWER_SCHEMA}
   */
  Model find(String name) {
    Model model = Model.of(folder(name));
    return model.card().name().equals(name)
        ? model
        : new Model(model.folder(), model.card().withName(name));
  }

  /** Names of all folders, in order. */
  List<String> names() {
    if (!Files.isDirectory(models)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(models)) {
      return entries
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .filter(Library::isName)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_READABLE,
          "The folder of the models, " + models + ", cannot be read.",
          "Check its permissions.",
          e);
    }
  }

  /**
   * Where a new model may lie.
   *
   * @throws Failure {@code BAD_MODEL} if the name cannot be one, {@code EXISTS} if it is taken
   */
  Path freePlace(String name) {
    if (!Library.isName(name)) {
      throw new Failure(
          ErrorCode.BAD_MODEL,
          "\"" + name + "\" cannot be the name of a model.",
          "Choose up to 64 letters, digits, \"-\", \"_\" and \".\", beginning with none of the"
              + " dots.");
    }
    taken(name)
        .ifPresent(
            other -> {
              throw new Failure(
                  ErrorCode.EXISTS,
                  "There is already a model " + other + ".",
                  "Choose another name, or rename or remove that one.");
            });
    return folder(name);
  }

  private Optional<String> taken(String name) {
    return Stream.concat(Stream.of(Library.BUNDLED), names().stream())
        .filter(name::equalsIgnoreCase)
        .findFirst();
  }

  /** Gives a model another name in one step. */
  void rename(String name, String newName) {
    Path place = name.equalsIgnoreCase(newName) ? folder(newName) : freePlace(newName);
    Model model = find(name);
    // The folder's name counts; the card's is for whoever copies the folder elsewhere.
    CardFile.write(model.folder().resolve(Model.CARD), model.card().withName(newName));
    AtomicFiles.move(model.folder(), place);
  }

  /** Moves a model from elsewhere into its place. */
  Model adopt(Model model, String name) {
    Path place = freePlace(name);
    CardFile.write(model.folder().resolve(Model.CARD), model.card().withName(name));
    AtomicFiles.move(model.folder(), place);
    return find(name);
  }

  /** How much a model takes on disk. */
  long bytes(String name) {
    try (Stream<Path> below = Files.walk(folder(name))) {
      return below.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_READABLE, folder(name) + " cannot be read.", "Check its permissions.", e);
    }
  }
}
