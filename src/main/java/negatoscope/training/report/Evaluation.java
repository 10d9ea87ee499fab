package negatoscope.training.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import negatoscope.evaluation.Comparison;
import negatoscope.library.card.ModelCard;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.judging.JudgedFilm;
import org.jspecify.annotations.Nullable;

/**
 * One or two models judged on the same films: plain values, ready to be shown or written.
 *
 * @param source the films' folder or table
 * @param made when, ISO 8601
 * @param notes sentences on films that were left out, and on what is not known
 * @param learned films left out because a model had learned from them or was chosen by them
 * @param films judged, and those that could not be, in the order of the source
 * @param models the first is the one asked for, the second the one it is compared with
 * @param comparison of the two; null of one
 * @param folds what cross-validation beside it came to; null where there was none
 * @param examples the most confident wrong ones first, then right ones, of the first model
 */
public record Evaluation(
    Path source,
    String made,
    List<String> notes,
    List<LabelledFilm> learned,
    List<JudgedFilm> films,
    List<ModelVerdict> models,
    @Nullable Comparison comparison,
    @Nullable CrossValidation folds,
    List<Example> examples) {
  /** Copies the lists. */
  public Evaluation {
    notes = List.copyOf(notes);
    learned = List.copyOf(learned);
    films = List.copyOf(films);
    models = List.copyOf(models);
    examples = List.copyOf(examples);
  }

  /** The model asked for. */
  public ModelVerdict first() {
    return models.get(0);
  }

  /** The same of a model that has another name or other thresholds by now. */
  public Evaluation withCard(ModelCard card) {
    List<ModelVerdict> renamed = new ArrayList<>(models);
    renamed.set(0, first().withCard(card));
    return new Evaluation(
        source, made, notes, learned, films, renamed, comparison, folds, examples);
  }

  /** The same with what cross-validation came to. */
  public Evaluation withFolds(@Nullable CrossValidation others) {
    return new Evaluation(
        source, made, notes, learned, films, models, comparison, others, examples);
  }

  /** Films that could not be judged. */
  public List<JudgedFilm> failed() {
    return films.stream().filter(film -> !film.judged()).toList();
  }
}
