package negatoscope.training.judging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import negatoscope.library.Model;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.data.SplitJson;

/**
 * The films that a model learned from or was chosen by, as {@code split.json} beside it says. They
 * are known by their content, and where the file does not have that, by their names.
 */
public final class LearnedFilms {
  private final Set<String> names = new HashSet<>();
  private final Set<String> contents = new HashSet<>();

  private LearnedFilms(JsonNode split) {
    split.path(SplitJson.CONTENTS).forEach(content -> contents.add(content.asText()));
    if (contents.isEmpty()) {
      split.path("train").forEach(name -> names.add(name.asText()));
      split.path("validation").forEach(name -> names.add(name.asText()));
    }
  }

  /** Reads a model's split; empty where there is none, as with imported models. */
  public static Optional<LearnedFilms> of(Model model) {
    Path file = model.folder().resolve(SplitJson.FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new LearnedFilms(new ObjectMapper().readTree(file.toFile())));
    } catch (IOException e) {
      // A damaged split is like none: it is said that nobody knows what the model learned from.
      return Optional.empty();
    }
  }

  /** Whether a film is one of them. Reads the file where they are known by content. */
  public boolean hold(LabelledFilm film) {
    return contents.isEmpty()
        ? names.contains(film.name())
        : SplitJson.content(film.file()).map(contents::contains).orElse(false);
  }
}
