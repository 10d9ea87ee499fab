package negatoscope.command.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import negatoscope.command.conventions.Exit;
import negatoscope.command.conventions.ProgressBar;
import negatoscope.command.surroundings.Console;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.library.Library;
import negatoscope.library.Model;
import negatoscope.library.Removal;
import negatoscope.library.Shelf;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/** Changes what models are at hand, and says what was done. */
final class ModelKeeper {
  private final Console console;
  private final Library library;

  ModelKeeper(Surroundings around) {
    this.console = around.console();
    this.library = around.workbench().library();
  }

  int take(Path from, Optional<String> name) {
    ProgressBar bar = new ProgressBar(console);
    try {
      Model model = library.importModel(from, name, bar, new Cancellation());
      bar.clear();
      return said("%s is imported as %s.".formatted(from, model.card().name()));
    } finally {
      bar.clear();
    }
  }

  int give(String name, Path to) {
    ProgressBar bar = new ProgressBar(console);
    try {
      library.exportModel(name, to, bar, new Cancellation());
      bar.clear();
      return said("%s is exported to %s.".formatted(name, to));
    } finally {
      bar.clear();
    }
  }

  int rename(String name, String newName) {
    library.rename(name, newName);
    return said("%s is now called %s.".formatted(name, newName));
  }

  int remove(String name, boolean yes) {
    if (!yes) {
      console.err().println(wouldRemove(name));
      return Exit.USAGE;
    }
    library.remove(name);
    return said(
        "%s is removed. Until %d days from now this brings it back: negatoscope models restore %s"
            .formatted(name, Library.KEPT_DAYS, name));
  }

  private String wouldRemove(String name) {
    Shelf shelf = library.list();
    Optional<Long> bytes =
        shelf.models().stream()
            .filter(model -> model.card().name().equals(name))
            .map(Shelf.Entry::bytes)
            .findFirst();
    boolean damaged = shelf.damaged().stream().anyMatch(folder -> folder.name().equals(name));
    if (bytes.isEmpty() && !damaged) {
      throw noModel(name, "See negatoscope models list.");
    }
    return "%s%s would be removed. Add --yes to do it; it can be brought back for %d days."
        .formatted(
            name,
            bytes.map(size -> " (" + ModelShelf.megabytes(size) + " MB)").orElse(" (damaged)"),
            Library.KEPT_DAYS);
  }

  int restore(String name) {
    List<Removal> removals = library.removals();
    removals.stream()
        .filter(removal -> removal.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                noModel(
                    name,
                    removals.isEmpty()
                        ? "No removed model is kept."
                        : "Kept are "
                            + String.join(
                                ", ", removals.stream().map(Removal::name).distinct().toList())
                            + "."))
        .undo();
    return said(name + " is back.");
  }

  int preferred(Optional<String> name) {
    name.ifPresent(library::setDefault);
    library.defaultTrouble().ifPresent(console.err()::println);
    console.out().println(library.defaultName());
    return Exit.WELL;
  }

  private int said(String sentence) {
    console.err().println(sentence);
    return Exit.WELL;
  }

  private static Failure noModel(String name, String advice) {
    return new Failure(ErrorCode.NO_MODEL, "There is no such model " + name + ".", advice);
  }
}
