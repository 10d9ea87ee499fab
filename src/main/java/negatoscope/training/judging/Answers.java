package negatoscope.training.judging;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;
import negatoscope.evaluation.Predictions;
import negatoscope.film.Film;
import negatoscope.network.NetworkAnswer;
import negatoscope.network.ServingModel;
import negatoscope.task.Cancellation;
import negatoscope.training.data.DataSet;
import negatoscope.training.films.Batches;
import negatoscope.training.films.FilmStore;
import negatoscope.training.films.Ledger;

/**
 * What a served model says about some films of a data set.
 *
 * @param rows of the data set
 * @param predictions calibrated probabilities against the truth
 * @param logits {@code [films][classes]}
 * @param embeddings {@code [films][U]}
 */
public record Answers(int[] rows, Predictions predictions, float[][] logits, float[][] embeddings) {
  private static final int FILMS_AT_ONCE = 8;

  /** Where films come from and who answers. */
  public record Desk(
      DataSet dataSet,
      FilmStore store,
      ServingModel model,
      ExecutorService pool,
      Ledger ledger,
      Cancellation cancellation) {

    /**
     * Asks for answers about some films.
     *
     * @param change made to each film before it becomes a tensor
     * @param message says what it is for
     */
    public Answers ask(int[] rows, UnaryOperator<Film> change, String message) {
      double[][] probabilities = new double[rows.length][];
      float[][] logits = new float[rows.length][];
      float[][] embeddings = new float[rows.length][];
      try (Batches batches = store.batches(rows, FILMS_AT_ONCE, change, pool, cancellation)) {
        while (batches.count() > 0) {
          int first = batches.first();
          int count = batches.count();
          NetworkAnswer answer = model.run(batches.next(), count, Set.of());
          for (int i = 0; i < count; i++) {
            float[] row = answer.probabilities()[i];
            double[] film = new double[row.length];
            Arrays.setAll(film, k -> row[k]);
            probabilities[first + i] = film;
            logits[first + i] = answer.logits()[i];
            embeddings[first + i] = answer.embeddings()[i];
          }
          ledger.add(count, message);
        }
      }
      Predictions predictions = new Predictions(dataSet.labels(rows), probabilities);
      return new Answers(rows, predictions, logits, embeddings);
    }
  }
}
