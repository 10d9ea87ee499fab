package negatoscope.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/** The models at hand: the bundled one, and those in {@link Home#models}. */
public final class Library {
  /** Name of the model that comes with the program. */
  public static final String BUNDLED = BundledModel.NAME;

  private final Home home;
  private final BundledModel bundled;

  /** The library of a home folder. */
  public Library(Home home) {
    this(home, Library.class.getClassLoader(), "negatoscope/models/" + BUNDLED + "/");
  }

  Library(Home home, ClassLoader loader, String resources) {
    this.home = home;
    this.bundled = new BundledModel(loader, resources, home.cache());
  }

  /**
   * What is at hand.
   *
   * @param cards of the models, the bundled one first, the others by name
   * @param damaged why a folder among the models is none
   */
  public record Shelf(List<ModelCard> cards, List<Failure> damaged) {
    /** Copies the lists. */
    public Shelf {
      cards = List.copyOf(cards);
      damaged = List.copyOf(damaged);
    }
  }

  /** The card of the bundled model, without touching the disk; empty in a build without one. */
  public Optional<ModelCard> bundledCard() {
    return bundled.card();
  }

  /**
   * The model that comes with the program.
   *
   * @throws Failure {@code NO_MODEL} in a build without one, {@code NOT_WRITABLE}, {@code
   *     BAD_MODEL}
   */
  public Model bundled() {
    return bundled
        .model()
        .orElseThrow(
            () ->
                new Failure(
                    ErrorCode.NO_MODEL,
                    "This build comes without a model.",
                    "Train one, or name a model folder."));
  }

  /**
   * A model by name or folder, its graph checked against its card. A name goes before a folder of
   * the same name.
   *
   * @throws Failure {@code NO_MODEL}, {@code BAD_MODEL}, {@code NEWER_SCHEMA}
   */
  public Model find(String nameOrFolder) {
    if (nameOrFolder.equals(BUNDLED)) {
      return bundled();
    }
    if (isName(nameOrFolder)) {
      Path own = folder(nameOrFolder);
      if (Files.isDirectory(own)) {
        return Model.of(own).verified();
      }
    }
    Path folder = pathOrNoModel(nameOrFolder);
    if (Files.isDirectory(folder)) {
      return Model.of(folder).verified();
    }
    throw noModel(nameOrFolder, null);
  }

  /** All models at hand; a damaged one does not hide the others. */
  public Shelf list() {
    List<ModelCard> cards = new ArrayList<>();
    List<Failure> damaged = new ArrayList<>();
    try {
      bundled.card().ifPresent(cards::add);
    } catch (Failure e) {
      damaged.add(e);
    }
    for (Path folder : ownFolders()) {
      try {
        cards.add(Model.of(folder).card());
      } catch (Failure e) {
        damaged.add(e);
      }
    }
    return new Shelf(cards, damaged);
  }

  /**
   * Where an own model of a name lies, or would lie.
   *
   * @throws IllegalArgumentException if it is no name
   */
  public Path folder(String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException(name + " is not a name of a model");
    }
    return home.models().resolve(name);
  }

  /**
   * Whether a text can be a model's name: letters, digits, {@code -}, {@code _} and {@code .}, not
   * starting with a dot, at most 64.
   */
  public static boolean isName(String text) {
    return text.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");
  }

  private List<Path> ownFolders() {
    if (!Files.isDirectory(home.models())) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(home.models())) {
      return entries
          .filter(Files::isDirectory)
          .filter(folder -> isName(folder.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_READABLE,
          "The folder of the models, " + home.models() + ", cannot be read.",
          "Check its permissions.",
          e);
    }
  }

  private static Path pathOrNoModel(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw noModel(text, e);
    }
  }

  private static Failure noModel(String named, @Nullable Throwable cause) {
    return new Failure(
        ErrorCode.NO_MODEL,
        "There is no model " + named + ".",
        "See negatoscope models list, or name a folder that holds " + Model.CARD + ".",
        cause);
  }
}
