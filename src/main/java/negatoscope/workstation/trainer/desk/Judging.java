package negatoscope.workstation.trainer.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import negatoscope.classification.Classifier;
import negatoscope.classification.EngineClassifier;
import negatoscope.film.Film;
import negatoscope.library.Model;
import negatoscope.network.Device;
import negatoscope.network.Engine;
import negatoscope.network.ServingModel;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.films.Batches;
import negatoscope.training.films.FilmStore;
import negatoscope.training.judging.FilmsToJudge;
import negatoscope.training.report.CrossValidation;
import negatoscope.training.report.Evaluation;
import negatoscope.training.report.EvaluationRun;
import org.jspecify.annotations.Nullable;

/**
 * Asks a model that was trained about the test films; where there are none, about those that the
 * epoch was chosen by.
 */
final class Judging {
  private static final int FILMS_AT_ONCE = 8;

  private final Engine engine;
  private final Function<Path, Film> reader;
  private final Model model;
  private final DataSet dataSet;
  private final boolean tested;
  private final int[] rows;
  private final @Nullable CrossValidation folds;

  Judging(Engine engine, Function<Path, Film> reader, Wish wish, RunFolder folder) {
    this.engine = engine;
    this.reader = reader;
    model = Model.of(folder.model()).verified();
    folds = folder.crossValidation().orElse(null);
    dataSet = wish.films().set().dataSet();
    tested = wish.films().split().test().length > 0;
    rows = tested ? wish.films().split().test() : wish.films().split().validation();
  }

  /** What the model says, without more. */
  Trained answers(Progress progress, Cancellation cancellation) {
    ExecutorService pool = EngineDesk.pool();
    List<Judged> judged = new ArrayList<>();
    FilmStore store = new FilmStore(dataSet, model.card().tensorOptions(), reader, new int[0]);
    try (ServingModel served = engine.open(model.folder(), Device.AUTO);
        Batches batches = store.batches(rows, FILMS_AT_ONCE, pool, cancellation)) {
      while (batches.count() > 0) {
        int first = batches.first();
        int count = batches.count();
        float[][] said = served.run(batches.next(), count, Set.of()).probabilities();
        for (int i = 0; i < count; i++) {
          judged.add(judged(dataSet.films().get(rows[first + i]), said[i]));
        }
        progress.report(judged.size(), rows.length, "Asking the model");
      }
    } finally {
      pool.shutdownNow();
    }
    return new Trained(model, judged, tested, folds, "");
  }

  private static Judged judged(LabelledFilm film, float[] said) {
    List<Double> probabilities = new ArrayList<>();
    for (float probability : said) {
      probabilities.add((double) probability);
    }
    return new Judged(film.file(), film.name(), film.collection(), film.label(), probabilities);
  }

  /** With probes, heat maps and examples. */
  Evaluation evaluation(Progress progress, Cancellation cancellation) {
    List<LabelledFilm> films = Arrays.stream(rows).mapToObj(dataSet.films()::get).toList();
    FilmsToJudge asked = new FilmsToJudge(dataSet, films, List.of(), List.of(), List.of(note()));
    try (Classifier classifier = EngineClassifier.open(model, engine, Device.AUTO)) {
      return new EvaluationRun(
              List.of(new EvaluationRun.Opened(model, classifier)),
              reader,
              new EvaluationRun.Options(true, 0))
          .run(asked, progress, cancellation)
          .withFolds(folds);
    }
  }

  private String note() {
    return tested
        ? "The %,d test films of %,d; the model learned from the others, or was chosen by them."
            .formatted(rows.length, dataSet.films().size())
        : "There are no test films: these are the %,d that the epoch was chosen by, and the figures are too good."
            .formatted(rows.length);
  }
}
