package negatoscope.library;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import negatoscope.library.card.ModelCard;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import org.jspecify.annotations.Nullable;

/** The models at hand: the bundled one, and those in {@link Home#models}. */
public final class Library {
  /** Name of the model that comes with the program. */
  public static final String BUNDLED = BundledModel.NAME;

  /**
   * For how many days a removed model can be brought back. The first removal after that deletes it.
   */
  public static final int KEPT_DAYS = 7;

  private static final String SYSTEM_NAMES = "(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?";

  private final BundledModel bundled;
  private final OwnModels own;
  private final RemovedModels removed;
  private final DefaultModel choice;

  /** The library of a home folder. */
  public Library(Home home) {
    this(
        home,
        Library.class.getClassLoader(),
        "negatoscope/models/" + BUNDLED + "/",
        Clock.systemUTC());
  }

  Library(Home home, ClassLoader loader, String resources, Clock clock) {
    this.bundled = new BundledModel(loader, resources, home.cache());
    this.own = new OwnModels(home.models());
    this.removed = new RemovedModels(home.models(), clock);
    this.choice = new DefaultModel(home.library());
  }

  /**
   * The model that answers where none is named.
   *
   * @param reason why it is the bundled one although another was chosen, in a sentence or two
   */
  public record Preferred(Model model, Optional<String> reason) {}

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
    if (own.has(nameOrFolder)) {
      return own.find(nameOrFolder).verified();
    }
    Path folder = pathOrNoModel(nameOrFolder);
    if (Files.isDirectory(folder)) {
      return Model.of(folder).verified();
    }
    throw noModel(nameOrFolder, null);
  }

  /** All models at hand; a damaged one does not hide the others. */
  public Shelf list() {
    List<Shelf.Entry> models = new ArrayList<>();
    List<Shelf.Damaged> damaged = new ArrayList<>();
    String preferred = defaultName();
    try {
      bundled
          .card()
          .ifPresent(
              card ->
                  models.add(
                      new Shelf.Entry(card, true, preferred.equals(BUNDLED), bundled.bytes())));
    } catch (Failure e) {
      damaged.add(new Shelf.Damaged(BUNDLED, e));
    }
    for (String name : own.names()) {
      try {
        models.add(
            new Shelf.Entry(own.find(name).card(), false, preferred.equals(name), own.bytes(name)));
      } catch (Failure e) {
        damaged.add(new Shelf.Damaged(name, e));
      }
    }
    return new Shelf(models, damaged);
  }

  /**
   * Takes a model into the library: copied aside, its graph checked against its card, synced, then
   * moved into place. Whatever goes wrong, or a cancellation, leaves the library as it was.
   *
   * @param folderOrZip a model's folder, or a ZIP of one as {@link #exportModel} writes it
   * @param newName its name here; empty for the name on its card
   * @param progress in bytes
   * @throws Failure {@code NOT_FOUND}, {@code NOT_READABLE}; {@code BAD_MODEL}, {@code
   *     NEWER_SCHEMA}, {@code TOO_LARGE} for what is no model that can be used; {@code EXISTS} if
   *     the name is taken; {@code NOT_WRITABLE}, {@code DISK_FULL}
   */
  public Model importModel(
      Path folderOrZip, Optional<String> newName, Progress progress, Cancellation cancellation) {
    return new ModelImport(own).run(folderOrZip, newName, progress, cancellation);
  }

  /**
   * Gives a model that was trained here its place in the library, in one step, with all that lies
   * in its folder.
   *
   * @param folder on the same disk as the library; gone from there afterwards
   * @throws Failure {@code BAD_MODEL} if it is none or the name cannot be one; {@code EXISTS} if
   *     the name is taken; {@code NOT_WRITABLE}, {@code DISK_FULL}
   */
  public Model adopt(Path folder, String name) {
    return own.adopt(Model.of(folder).verified(), name);
  }

  /**
   * Writes a model to where others can take it from, in one step.
   *
   * @param name of a model at hand, or its folder
   * @param zipOrFolder a ZIP if it ends with {@code .zip}, else a new folder
   * @param progress in bytes
   * @throws Failure {@code NO_MODEL}, {@code BAD_MODEL}; {@code EXISTS} if something is already
   *     there; {@code NOT_WRITABLE}, {@code DISK_FULL}
   */
  public void exportModel(
      String name, Path zipOrFolder, Progress progress, Cancellation cancellation) {
    new ModelExport(find(name)).run(zipOrFolder, progress, cancellation);
  }

  /**
   * Gives a model another name. If it is the default it stays so.
   *
   * @throws Failure {@code NO_MODEL}; {@code BAD_MODEL} for the bundled model, a damaged one, or a
   *     name that cannot be one; {@code EXISTS}, {@code NOT_WRITABLE}
   */
  public void rename(String name, String newName) {
    ownOrRefused(name, "renamed");
    boolean preferred = defaultName().equals(name);
    own.rename(name, newName);
    if (preferred) {
      choice.write(newName);
    }
  }

  /**
   * Removes a model, be it whole or damaged. It is set aside for {@link #KEPT_DAYS} days, so that
   * it can be brought back. If it is the default it stays so, for the case that it comes back.
   *
   * @throws Failure {@code NO_MODEL}; {@code BAD_MODEL} for the bundled model; {@code NOT_WRITABLE}
   */
  public Removal remove(String name) {
    ownOrRefused(name, "removed");
    return removed.remove(name);
  }

  /** Removed models that can be brought back, the latest first. */
  public List<Removal> removals() {
    return removed.list();
  }

  /**
   * Chooses the model that answers where none is named.
   *
   * @throws Failure {@code NO_MODEL}, {@code BAD_MODEL}, {@code NEWER_SCHEMA} if it cannot be one;
   *     {@code NOT_WRITABLE}
   */
  public void setDefault(String name) {
    if (!name.equals(BUNDLED)) {
      requireOwn(name);
      own.find(name);
    }
    choice.write(name);
  }

  /** Name of the model that was chosen as the default; it need not be at hand any more. */
  public String defaultName() {
    return choice.read().name();
  }

  /** Why the model that was chosen as the default cannot be used, in a sentence or two. */
  public Optional<String> defaultTrouble() {
    DefaultModel.Choice chosen = choice.read();
    return chosen.name().equals(BUNDLED) ? chosen.trouble() : preferred().reason();
  }

  /**
   * The default model, its graph checked; the bundled one where that cannot be used.
   *
   * @throws Failure as {@link #bundled}
   */
  public Preferred preferred() {
    DefaultModel.Choice chosen = choice.read();
    if (chosen.name().equals(BUNDLED)) {
      return new Preferred(bundled(), chosen.trouble());
    }
    try {
      return new Preferred(own.find(chosen.name()).verified(), Optional.empty());
    } catch (Failure e) {
      return new Preferred(
          bundled(),
          Optional.of(
              "The default model %s cannot be used; %s answers instead. %s"
                  .formatted(chosen.name(), BUNDLED, e.sentence())));
    }
  }

  /**
   * Where an own model of a name lies, or would lie.
   *
   * @throws IllegalArgumentException if it is no name
   */
  public Path folder(String name) {
    return own.folder(name);
  }

  /**
   * Whether a text can be a model's name: letters, digits, {@code -}, {@code _} and {@code .}, not
   * starting or ending with a dot, at most 64, and no name that Windows keeps for itself.
   */
  public static boolean isName(String text) {
    return text.matches("[A-Za-z0-9_-]([A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?")
        && !text.matches(SYSTEM_NAMES);
  }

  private void ownOrRefused(String name, String done) {
    if (name.equals(BUNDLED)) {
      throw new Failure(
          ErrorCode.BAD_MODEL,
          "The model " + BUNDLED + " comes with the program and cannot be " + done + ".",
          "Export it, and import it under a name of your own.");
    }
    requireOwn(name);
  }

  private void requireOwn(String name) {
    if (!own.has(name)) {
      throw noModel(name, null);
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
