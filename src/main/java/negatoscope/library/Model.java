package negatoscope.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import negatoscope.library.card.CardFile;
import negatoscope.library.card.ModelCard;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A model on disk.
 *
 * @param folder holds {@link #GRAPH}, {@link #CARD}, {@link #EVALUATION}, {@link #LICENCES}
 * @param card the folder's card
 */
public record Model(Path folder, ModelCard card) {
  /** The frozen graph with its signatures. */
  public static final String GRAPH = "saved_model.pb";

  /** Variables beside the graph; may be absent or empty. */
  public static final String VARIABLES = "variables";

  /** The card. */
  public static final String CARD = "card.json";

  /** All figures of the evaluation. */
  public static final String EVALUATION = "evaluation.json";

  /** Terms under which weights and films may be used. */
  public static final String LICENCES = "LICENCES.txt";

  /**
   * Reads the card of a model folder; the graph is only looked for.
   *
   * @throws Failure {@code NO_MODEL} if there is no such folder, {@code BAD_MODEL}, {@code
   *     NEWER_SCHEMA}
   */
  public static Model of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Failure(
          ErrorCode.NO_MODEL,
          "There is no model folder " + folder + ".",
          "Name a model of the list, or a folder that holds " + CARD + ".");
    }
    ModelCard card = CardFile.read(folder.resolve(CARD));
    if (!Files.isRegularFile(folder.resolve(GRAPH))) {
      throw bad(folder, "has no " + GRAPH, null);
    }
    return new Model(folder, card);
  }

  /**
   * Makes sure that the graph is the one that the card speaks of. Reads the whole graph; some
   * milliseconds for ten megabytes.
   *
   * @return this
   * @throws Failure {@code BAD_MODEL} if it differs
   */
  public Model verified() {
    if (!intact()) {
      throw bad(folder, "holds another graph than its card speaks of", null);
    }
    return this;
  }

  /** Whether the graph is the one that the card speaks of. */
  public boolean intact() {
    try {
      return ModelId.of(folder).equals(card.id());
    } catch (IOException e) {
      throw bad(folder, "cannot be read", e);
    }
  }

  private static Failure bad(Path folder, String what, @Nullable Throwable cause) {
    return new Failure(
        ErrorCode.BAD_MODEL,
        "The model folder " + folder + " " + what + ".",
        "Copy, export or train the model again.",
        cause);
  }
}
