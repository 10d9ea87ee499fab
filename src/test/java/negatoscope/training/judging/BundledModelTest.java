package negatoscope.training.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;
import negatoscope.evaluation.Predictions;
import negatoscope.intake.Intake;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.Model;
import negatoscope.library.card.CardProbes;
import negatoscope.library.card.CardTest;
import negatoscope.library.card.ModelCard;
import negatoscope.network.Device;
import negatoscope.network.Engine;
import negatoscope.network.Engines;
import negatoscope.network.ServingModel;
import negatoscope.task.Cancellation;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.Split;
import negatoscope.training.films.FilmPool;
import negatoscope.training.films.FilmStore;
import negatoscope.training.films.Ledger;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model that comes with the program is as good, and as bad, as its card says. */
class BundledModelTest {
  private static final long MOST_BYTES = 16L << 20;

  @TempDir Path folder;

  @Test
  void itsCardStatesFiguresThatAreGoodEnoughAndTheirShadows() throws Exception {
    Model model = bundled();
    ModelCard card = model.card();
    assertThat(card.classes()).containsExactly("covid-19", "pneumonia", "normal");
    CardTest test = Objects.requireNonNull(card.test());
    assertThat(test.films()).isEqualTo(424);
    assertThat(test.accuracy()).isGreaterThanOrEqualTo(0.79);
    assertThat(test.macroAuc()).isGreaterThanOrEqualTo(0.913);
    assertThat(test.perClass().values()).allMatch(figures -> figures.recall() >= 0.70);
    assertThat(test.ece()).isLessThanOrEqualTo(0.05);
    assertThat(test.looks()).isBetween(1, 5);
    assertThat(test.intervals()).containsKeys("accuracy", "macroAuc", "recall:covid-19");
    assertThat(test.insideCollection())
        .extracting(CardTest.InsideCollection::collection)
        .contains("cohen", "kermany", "nih");
    CardProbes probes = Objects.requireNonNull(card.probes());
    assertThat(probes.lungsAway()).isNotNull();
    assertThat(probes.borderOnly()).isNotNull();
    assertThat(card.calibration()).isNotNull();
    assertThat(card.embedding()).isNotNull();
    assertThat(card.limits()).hasSizeGreaterThan(6);
    assertThat(Files.size(model.folder().resolve(Model.GRAPH))).isLessThan(MOST_BYTES);
    assertThat(Files.readString(model.folder().resolve(Model.LICENCES)))
        .contains("MIT License", "Copyright (c) 2019 Infinite Red, Inc.", "CC BY-NC-SA");
  }

  @Test
  @NeedsShared
  void itReproducesTheFiguresOfItsCard() {
    Model model = bundled();
    CardTest card = Objects.requireNonNull(model.card().test());
    DataSet films =
        DataSet.scan(
            Shared.path("films"),
            new DataSet.Options(null, model.card().classes()),
            path -> Intake.withBuiltInToolkit().films(path));
    int[] rows = Split.of(films, 1).test();

    CardTest again =
        new FigureCard(
                Judgement.of(
                    films.classes(),
                    Arrays.stream(rows).mapToObj(films.films()::get).toList(),
                    predictions(model, films, rows)))
            .card(card.looks());

    assertThat(again)
        .usingRecursiveComparison(
            RecursiveComparisonConfiguration.builder()
                .withComparatorForType(
                    (a, b) -> Math.abs(a - b) < 1e-3 ? 0 : Double.compare(a, b), Double.class)
                .build())
        .isEqualTo(card);
  }

  private Model bundled() {
    return new Library(new Home(folder)).bundled();
  }

  private static Predictions predictions(Model model, DataSet films, int[] rows) {
    ExecutorService pool = FilmPool.start();
    Engine engine = Engines.start();
    try (ServingModel served = engine.open(model.folder(), Device.CPU)) {
      FilmStore store =
          new FilmStore(
              films,
              model.card().tensorOptions(),
              Intake.withBuiltInToolkit()::openFirst,
              new int[0]);
      Ledger ledger = new Ledger(rows.length, (doing, share, seconds) -> {}, System::nanoTime);
      return new Answers.Desk(films, store, served, pool, ledger, new Cancellation())
          .ask(rows, UnaryOperator.identity(), "Asking again")
          .predictions();
    } finally {
      pool.shutdownNow();
    }
  }
}
