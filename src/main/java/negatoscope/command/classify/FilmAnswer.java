package negatoscope.command.classify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import negatoscope.classification.Classification;
import negatoscope.film.FilmWarning;
import negatoscope.task.Failure;

/** What became of one film that was to be classified. */
sealed interface FilmAnswer {
  /** The file, or a path that holds no film. */
  Path file();

  /**
   * The network answered.
   *
   * @param frame number of the frame in its file, from 1
   * @param frames how many the file has
   * @param warnings the classification's, and those about heat maps of other classes that were
   *     asked for
   * @param heatMaps pictures written, by class
   * @param explanations how far heat maps are to be believed; empty where that was not asked
   */
  record Answered(
      Path file,
      int frame,
      int frames,
      Classification classification,
      List<FilmWarning> warnings,
      Map<String, Path> heatMaps,
      List<Explanation> explanations)
      implements FilmAnswer {
    /** Sentences about empty heat maps. */
    List<String> emptiness() {
      return warnings.stream()
          .filter(warning -> warning.code() == FilmWarning.Code.ZERO_HEAT_MAP)
          .map(FilmWarning::message)
          .toList();
    }
  }

  /** There is no answer. */
  record Refused(Path file, Failure failure) implements FilmAnswer {}

  /** The file, with the number of the frame where it has several. */
  default String label() {
    return this instanceof Answered answered && answered.frames() > 1
        ? file() + "#" + answered.frame()
        : file().toString();
  }

  /**
   * Whether models name the same most probable class; empty where fewer than two of them answered.
   *
   * @param answers about one film, one a model
   */
  static Optional<Boolean> agree(List<FilmAnswer> answers) {
    List<String> classes = new ArrayList<>();
    for (FilmAnswer answer : answers) {
      if (answer instanceof Answered answered) {
        classes.add(answered.classification().topClass());
      }
    }
    return classes.size() < 2
        ? Optional.empty()
        : Optional.of(classes.stream().distinct().count() == 1);
  }
}
