package negatoscope.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import negatoscope.library.card.CardFile;
import negatoscope.library.card.ModelCard;
import negatoscope.library.files.GraphSignatures;
import negatoscope.library.files.ModelSource;
import negatoscope.task.AtomicFiles;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;

/** Takes a model that somebody hands over into the library, whole or not at all. */
final class ModelImport {
  private static final Set<String> SIGNATURES = Set.of("serving_default", "explain");

  private final OwnModels own;

  ModelImport(OwnModels own) {
    this.own = own;
  }

  Model run(
      Path folderOrZip, Optional<String> newName, Progress progress, Cancellation cancellation) {
    try (ModelSource source = ModelSource.open(folderOrZip)) {
      ModelCard card = CardFile.parse(source.card(), "in " + folderOrZip);
      String name = newName.orElse(card.name());
      Path place = own.freePlace(name);
      AtomicFiles.writeFolder(
          place,
          aside -> {
            source.copy(aside, progress, cancellation);
            cancellation.check();
            check(aside, folderOrZip);
            if (!card.name().equals(name)) {
              CardFile.write(aside.resolve(Model.CARD), card.withName(name));
            }
            cancellation.check();
          });
      return own.find(name);
    }
  }

  private static void check(Path aside, Path source) {
    if (!Model.of(aside).intact()) {
      throw bad(source, "holds another graph than its card speaks of");
    }
    if (!signatures(aside).containsAll(SIGNATURES)) {
      throw bad(source, "has a graph without the signatures " + String.join(" and ", SIGNATURES));
    }
  }

  private static Set<String> signatures(Path aside) {
    try {
      return GraphSignatures.names(aside.resolve(Model.GRAPH));
    } catch (IOException e) {
      return Set.of();
    }
  }

  private static Failure bad(Path source, String what) {
    return new Failure(
        ErrorCode.BAD_MODEL,
        source + " " + what + ".",
        "Get or export the model again; nothing was changed.");
  }
}
