package negatoscope.workstation.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import negatoscope.library.Library;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.task.Work;

/**
 * Takes models into the library, one after the other. One that is refused does not hold up the
 * others; what was taken in before a cancellation stays.
 */
final class ModelImports implements Work<ModelImports.Result> {
  private final Library library;
  private final List<Path> foldersOrZips;

  ModelImports(Library library, List<Path> foldersOrZips) {
    this.library = library;
    this.foldersOrZips = List.copyOf(foldersOrZips);
  }

  /**
   * What came of it.
   *
   * @param names under which models were taken in
   * @param refusals why others were not, a sentence each
   * @param cancelled whether some were not looked at
   */
  record Result(List<String> names, List<String> refusals, boolean cancelled) {
    boolean isRefused() {
      return !refusals.isEmpty();
    }

    /** The model that was taken in last. */
    Optional<String> last() {
      return names.isEmpty() ? Optional.empty() : Optional.of(names.get(names.size() - 1));
    }

    String sentence() {
      List<String> sentences = new ArrayList<>(refusals);
      if (!names.isEmpty()) {
        sentences.add(0, "Imported " + listed(names) + ".");
      }
      if (cancelled) {
        sentences.add("The rest was cancelled.");
      }
      return String.join("\n", sentences);
    }

    private static String listed(List<String> names) {
      int last = names.size() - 1;
      return last == 0
          ? names.get(0)
          : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
  }

  static String title(List<Path> foldersOrZips) {
    return foldersOrZips.size() == 1
        ? "Importing " + foldersOrZips.get(0).getFileName()
        : "Importing " + foldersOrZips.size() + " models";
  }

  @Override
  public Result run(Progress progress, Cancellation cancellation) {
    List<String> names = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    for (Path path : foldersOrZips) {
      try {
        cancellation.check();
        names.add(
            library.importModel(path, Optional.empty(), progress, cancellation).card().name());
      } catch (CancellationException e) {
        if (names.isEmpty() && refusals.isEmpty()) {
          throw e;
        }
        return new Result(names, refusals, true);
      } catch (Failure e) {
        if (foldersOrZips.size() == 1) {
          throw e;
        }
        refusals.add(e.getMessage());
      }
    }
    return new Result(names, refusals, false);
  }
}
