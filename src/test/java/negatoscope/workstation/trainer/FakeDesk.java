package negatoscope.workstation.trainer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import negatoscope.evaluation.Predictions;
import negatoscope.library.Model;
import negatoscope.library.SampleCards;
import negatoscope.library.card.CardFile;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.judging.ChosenPoints;
import negatoscope.training.judging.EvaluationFile;
import negatoscope.training.judging.HeatFigures;
import negatoscope.training.judging.JudgedFilm;
import negatoscope.training.judging.Judgement;
import negatoscope.training.report.CrossValidation;
import negatoscope.training.report.Evaluation;
import negatoscope.training.report.ModelVerdict;
import negatoscope.training.run.Epoch;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.run.TrainingMoment;
import negatoscope.training.run.Validation;
import negatoscope.workstation.trainer.desk.Estimate;
import negatoscope.workstation.trainer.desk.Judged;
import negatoscope.workstation.trainer.desk.RunFolder;
import negatoscope.workstation.trainer.desk.RunWatcher;
import negatoscope.workstation.trainer.desk.Trained;
import negatoscope.workstation.trainer.desk.TrainingDesk;
import negatoscope.workstation.trainer.desk.Wish;

/** Trains nothing: tells epochs as fast as it is let, and writes a sample model. */
public final class FakeDesk implements TrainingDesk {
  public static final int EPOCHS = 150;

  final List<Wish> wishes = Collections.synchronizedList(new ArrayList<>());
  final AtomicInteger measured = new AtomicInteger();
  final AtomicInteger evaluated = new AtomicInteger();
  public volatile boolean reportHeld;
  volatile boolean foldsHeld;
  public volatile boolean held;
  volatile int failAt = -1;

  private static final int HEAD = 40;
  private final List<Epoch> epochs = Collections.synchronizedList(new ArrayList<>());

  /** How many epochs were learned. */
  int epochs() {
    return epochs.size();
  }

  @Override
  public Estimate measure(Wish wish, Progress progress, Cancellation cancellation) {
    measured.incrementAndGet();
    return new Estimate(754, 812_000_000, 14_000_000);
  }

  @Override
  public Trained train(Wish wish, RunFolder folder, RunWatcher watcher, TrainingControl control) {
    wishes.add(wish);
    watcher.part(1, 1 + wish.folds());
    int films = wish.films().split().train().length;
    for (int number = epochs.size(); number < EPOCHS && !control.stopping(); number++) {
      watcher.now(moment(number, films));
      while (((held && number == EPOCHS / 2) || control.paused()) && !control.stopping()) {
        pause();
        control.cancellation().check();
      }
      control.cancellation().check();
      if (number == failAt) {
        failAt = -1;
        throw new Failure(
            ErrorCode.NOT_FINITE, "The loss is no longer a number.", "Choose a smaller rate.");
      }
      epochs.add(epoch(number));
      watcher.epochEnded(epochs);
    }
    Model model =
        SampleCards.write(folder.model(), SampleCards.full("model"), SampleCards.graph("model"));
    EvaluationFile.write(model.folder(), model.card(), wish.recipe(), epochs, validation());
    CardFile.write(
        model.folder().resolve(Model.CARD),
        model
            .card()
            .withOperatingPoints(
                ChosenPoints.of(model.card().classes(), validation(), ChosenPoints.USUAL)));
    for (int fold = 1; fold <= wish.folds(); fold++) {
      watcher.part(1 + fold, 1 + wish.folds());
      watcher.now(moment(0, films));
      while (foldsHeld && fold == 2) {
        pause();
        control.cancellation().check();
      }
    }
    if (wish.folds() > 0) {
      folder.keep(
          new CrossValidation(
              wish.folds(),
              36,
              List.of(new CrossValidation.Row("accuracy", 0.75, 0.6, 0.9, 0.7, 0.125)),
              List.of(new CrossValidation.Fold("fold 1", 12, 0.8, 0.9)),
              ""));
    }
    return judge(wish, folder, Progress.NONE, control.cancellation());
  }

  /** Thirty validation films that the model tells apart well, but not without a fault. */
  static Predictions validation() {
    int[] labels = new int[30];
    double[][] said = new double[30][];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 3;
      double sure = 0.4 + 0.5 * ((i * 7) % 10) / 10;
      int top = i % 10 == 9 ? (i + 1) % 3 : i % 3;
      said[i] = new double[] {(1 - sure) / 2, (1 - sure) / 2, (1 - sure) / 2};
      said[i][top] = sure;
    }
    return new Predictions(labels, said);
  }

  private static TrainingMoment moment(int number, int films) {
    double t = number / (double) EPOCHS;
    String stage = number < HEAD ? "head" : "whole";
    return new TrainingMoment(
        TrainingMoment.Phase.LEARNING,
        "The network learns",
        t,
        400 * (1 - t),
        812_000_000,
        new TrainingMoment.Running(
            stage, 1, 1, number + 1, EPOCHS, films / 2, films, 1, 0.5, 5e-5, 37.5));
  }

  private static Epoch epoch(int number) {
    double t = number / (double) EPOCHS;
    double loss = 1.1 * Math.exp(-3 * t) + 0.1;
    return new Epoch(
        number < HEAD ? "head" : "whole",
        1,
        number + 1,
        EPOCHS,
        loss,
        1 - loss / 2,
        new Validation(
            0.9 - loss / 2 + 0.02 * Math.sin(number),
            0.9,
            loss + 0.2 * t + 0.03 * Math.sin(number),
            loss,
            1),
        5e-5,
        37.5,
        2,
        812_000_000);
  }

  private static void pause() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Held while {@link #reportHeld}; each film with its heat evenly spread. */
  @Override
  public Evaluation evaluate(
      Wish wish, RunFolder folder, Progress progress, Cancellation cancellation) {
    evaluated.incrementAndGet();
    while (reportHeld) {
      pause();
      cancellation.check();
    }
    Trained trained = judge(wish, folder, progress, cancellation);
    DataSet dataSet = wish.films().set().dataSet();
    int[] rows = wish.films().split().test();
    List<JudgedFilm> films = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      double[] said = trained.films().get(i).probabilities().stream().mapToDouble(p -> p).toArray();
      films.add(
          new JudgedFilm(
              dataSet.films().get(rows[i]),
              List.of(new JudgedFilm.Answer(said, List.of(), 0.5)),
              null));
    }
    return new Evaluation(
        dataSet.source(),
        "2026-11-28T12:00:00Z",
        List.of(),
        List.of(),
        films,
        List.of(
            new ModelVerdict(
                trained.model().card(),
                Judgement.of(dataSet.classes(), films, 0),
                List.of(),
                HeatFigures.of(films, 0),
                List.of(),
                List.of())),
        null,
        folder.crossValidation().orElse(null),
        List.of());
  }

  @Override
  public Trained judge(Wish wish, RunFolder folder, Progress progress, Cancellation cancellation) {
    DataSet dataSet = wish.films().set().dataSet();
    List<Judged> films = new ArrayList<>();
    for (int row : wish.films().split().test()) {
      LabelledFilm film = dataSet.films().get(row);
      int truth = film.label();
      List<Double> said = new ArrayList<>(List.of(0.2, 0.2, 0.2));
      said.set(films.size() % 4 == 0 ? (truth + 1) % 3 : truth, 0.6);
      films.add(new Judged(film.file(), film.name(), film.collection(), truth, said));
    }
    return new Trained(
        Model.of(folder.model()), films, true, folder.crossValidation().orElse(null), "");
  }
}
