package negatoscope.training.judging;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import negatoscope.evaluation.Figures;
import negatoscope.evaluation.Predictions;
import negatoscope.film.Film;
import negatoscope.library.Model;
import negatoscope.library.card.CardFile;
import negatoscope.library.card.CardProbes;
import negatoscope.library.card.CardTest;
import negatoscope.library.card.ModelCard;
import negatoscope.network.Device;
import negatoscope.network.Engine;
import negatoscope.network.ServingModel;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.Split;
import negatoscope.training.films.FilmPool;
import negatoscope.training.films.FilmStore;
import negatoscope.training.films.Ledger;

/**
 * A look at the test films: figures, intervals and probes go into the model's card and {@code
 * evaluation.json}, and the look is counted. Whoever chooses anything after a look spends what the
 * test films are worth.
 */
public final class TestLook {
  /** Each film is judged whole and under every probe. */
  public static final int PASSES = 1 + Probe.values().length;

  private final Answers.Desk desk;
  private final int[] rows;

  /**
   * A look by a model that is open.
   *
   * @param rows the test films
   */
  public TestLook(Answers.Desk desk, int[] rows) {
    this.desk = desk;
    this.rows = rows.clone();
  }

  /**
   * Looks at the test films of a split with a model that is there already.
   *
   * @param reader opens a film; called from two threads
   * @param looksBefore how often these films were looked at before; the card's own count if that is
   *     greater
   * @return the model with its new card
   */
  public static Model look(
      Model model,
      DataSet dataSet,
      Split split,
      int looksBefore,
      Engine engine,
      Function<Path, Film> reader,
      Progress progress,
      Cancellation cancellation) {
    if (!dataSet.classes().equals(model.card().classes())) {
      throw DataSet.bad(
          dataSet.source(),
          "has the classes " + dataSet.classes() + ", the model " + model.card().classes() + ".",
          "Name the classes in the model's order.");
    }
    ExecutorService pool = FilmPool.start();
    try (ServingModel served = engine.open(model.folder(), Device.AUTO)) {
      FilmStore store = new FilmStore(dataSet, model.card().tensorOptions(), reader, new int[0]);
      Ledger ledger =
          new Ledger(
              (double) PASSES * split.test().length,
              Ledger.Listener.of(progress),
              System::nanoTime);
      Answers.Desk desk = new Answers.Desk(dataSet, store, served, pool, ledger, cancellation);
      return new TestLook(desk, split.test()).look(model, looksBefore);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Looks, and writes what was seen into the model's folder. */
  public Model look(Model model, int looksBefore) {
    if (rows.length == 0) {
      throw DataSet.bad(
          desk.dataSet().source(), "has no test films.", "Train without looking at them.");
    }
    CardTest before = model.card().test();
    int looks = Math.max(looksBefore, before == null ? 0 : before.looks()) + 1;
    Predictions test =
        desk.ask(rows, UnaryOperator.identity(), "Looking at the test films").predictions();
    CardProbes probes = new CardProbes(probe(Probe.LUNGS_AWAY), probe(Probe.BORDER_ONLY));
    ModelCard card =
        model.card().withTest(new FigureCard(judgement(test)).card(looks)).withProbes(probes);
    CardFile.write(model.folder().resolve(Model.CARD), card);
    EvaluationFile.addTest(model.folder(), card, test);
    return new Model(model.folder(), card);
  }

  private Judgement judgement(Predictions test) {
    DataSet dataSet = desk.dataSet();
    return Judgement.of(
        dataSet.classes(), Arrays.stream(rows).mapToObj(dataSet.films()::get).toList(), test);
  }

  private CardProbes.Probe probe(Probe probe) {
    Predictions answers =
        desk.ask(rows, probe::apply, "Looking at blacked-out test films").predictions();
    double auc = Figures.macroAuc(answers);
    return new CardProbes.Probe(Figures.accuracy(answers), Double.isNaN(auc) ? null : auc, false);
  }
}
