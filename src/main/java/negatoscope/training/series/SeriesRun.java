package negatoscope.training.series;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import negatoscope.classification.Classifier;
import negatoscope.film.Film;
import negatoscope.library.Model;
import negatoscope.library.card.CardFile;
import negatoscope.library.card.CardProbes;
import negatoscope.library.card.ModelCard;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.training.TrainedModel;
import negatoscope.training.TrainingOrder;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.films.Ledger;
import negatoscope.training.judging.FigureCard;
import negatoscope.training.judging.Judge;
import negatoscope.training.judging.JudgedFilm;
import negatoscope.training.judging.Judgement;
import negatoscope.training.judging.Probe;
import negatoscope.training.judging.ProbeFigures;
import org.jspecify.annotations.Nullable;

/**
 * Trains the members of a series one after the other and judges each on its test films. A member
 * whose model is there already is not trained again, so that a series goes on where it was
 * interrupted.
 */
public final class SeriesRun {
  private final Trainer trainer;
  private final Function<Model, Classifier> opener;
  private final Function<Path, Film> reader;
  private final Listener listener;

  /** Trains, or goes on with a training that was interrupted. */
  @FunctionalInterface
  public interface Trainer {
    /**
     * Trains.
     *
     * @param reader opens the films to learn from
     * @param changed whether the reader changes them, so that nothing of them may be kept for other
     *     trainings
     */
    TrainedModel train(TrainingOrder order, Function<Path, Film> reader, boolean changed);
  }

  /** Is told of each member, on the thread of the run. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A member begins.
     *
     * @param number from 1
     * @param of how many members
     * @param trained whether its model is there already
     */
    void begins(int number, int of, SeriesPlan.Member member, boolean trained);
  }

  /**
   * A run.
   *
   * @param opener opens a model that was trained; the classifier is closed here
   * @param reader opens a film; called from two threads
   */
  public SeriesRun(
      Trainer trainer,
      Function<Model, Classifier> opener,
      Function<Path, Film> reader,
      Listener listener) {
    this.trainer = trainer;
    this.opener = opener;
    this.reader = reader;
    this.listener = listener;
  }

  /** What one member's model says of its test films, whole and under each probe. */
  record Answered(
      SeriesPlan.Member asked,
      MemberResult member,
      List<JudgedFilm> whole,
      Map<Probe, List<JudgedFilm>> probed) {}

  /**
   * Trains and judges.
   *
   * @throws Failure what a training fails with; {@code CHANGED} if a member's model is there but
   *     was trained otherwise
   * @throws java.util.concurrent.CancellationException if it was asked to stop; what is finished
   *     stays
   */
  public SeriesResult run(SeriesPlan plan, Progress progress, Cancellation cancellation) {
    List<String> notes = new ArrayList<>(plan.notes());
    int members = plan.arms().stream().mapToInt(arm -> arm.members().size()).sum();
    int number = 0;
    Path source = Path.of("");
    List<ArmResult> arms = new ArrayList<>();
    for (SeriesPlan.Arm arm : plan.arms()) {
      List<Answered> answered = new ArrayList<>();
      for (SeriesPlan.Member member : arm.members()) {
        cancellation.check();
        number++;
        TrainingOrder order = member.order().get();
        source = order.dataSet().source();
        Optional<Model> finished = FinishedMember.of(order);
        listener.begins(number, members, member, finished.isPresent());
        Model model = finished.orElseGet(() -> trained(member, order, notes));
        answered.add(answers(member, order, model, progress, cancellation));
      }
      arms.add(ArmSum.of(plan.kind(), arm.label(), answered));
    }
    return new SeriesResult(
        plan.name(),
        plan.kind(),
        source,
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        notes,
        arms);
  }

  private Model trained(SeriesPlan.Member member, TrainingOrder order, List<String> notes) {
    TrainedModel trained = trainer.train(order, reader(member.probe()), member.probe() != null);
    trained.trouble().ifPresent(trouble -> notes.add(member.label() + ": " + trouble.getMessage()));
    return trained.model();
  }

  private Function<Path, Film> reader(@Nullable Probe probe) {
    return probe == null ? reader : reader.andThen(probe::apply);
  }

  private Answered answers(
      SeriesPlan.Member member,
      TrainingOrder order,
      Model model,
      Progress progress,
      Cancellation cancellation) {
    List<LabelledFilm> films =
        Arrays.stream(order.split().test()).mapToObj(order.dataSet().films()::get).toList();
    if (films.isEmpty()) {
      throw DataSet.bad(
          order.dataSet().source(), "has no test films.", "Give the part test some films.");
    }
    int passes = member.probe() == null ? 1 + Probe.values().length : 1;
    Ledger ledger =
        new Ledger((double) passes * films.size(), Ledger.Listener.of(progress), System::nanoTime);
    try (Classifier classifier = opener.apply(model);
        Judge judge =
            new Judge(List.of(classifier), reader(member.probe()), ledger, cancellation)) {
      List<JudgedFilm> whole =
          judge.ask(films, UnaryOperator.identity(), true, "Judging " + order.name());
      List<LabelledFilm> judged =
          whole.stream().filter(JudgedFilm::judged).map(JudgedFilm::film).toList();
      if (judged.isEmpty()) {
        throw whole.stream()
            .map(JudgedFilm::failure)
            .flatMap(Stream::ofNullable)
            .findFirst()
            .orElseThrow();
      }
      Map<Probe, List<JudgedFilm>> probed = new EnumMap<>(Probe.class);
      for (Probe probe : member.probe() == null ? Probe.values() : new Probe[0]) {
        probed.put(probe, judge.ask(judged, probe::apply, false, "Judging with " + probe.title()));
      }
      Judgement judgement = Judgement.of(order.dataSet().classes(), whole, 0);
      Model carded = withFigures(model, judgement, whole, probed, order.looksBefore());
      return new Answered(
          member, MemberResult.of(member.label(), carded, judgement), whole, probed);
    }
  }

  /** What was seen goes into the card, once. */
  private static Model withFigures(
      Model model,
      Judgement judgement,
      List<JudgedFilm> whole,
      Map<Probe, List<JudgedFilm>> probed,
      int looksBefore) {
    if (model.card().test() != null) {
      return model;
    }
    ModelCard card = model.card().withTest(new FigureCard(judgement).card(looksBefore + 1));
    if (!probed.isEmpty()) {
      card =
          card.withProbes(
              new CardProbes(
                  probe(Probe.LUNGS_AWAY, whole, probed), probe(Probe.BORDER_ONLY, whole, probed)));
    }
    CardFile.write(model.folder().resolve(Model.CARD), card);
    return new Model(model.folder(), card);
  }

  private static CardProbes.@Nullable Probe probe(
      Probe probe, List<JudgedFilm> whole, Map<Probe, List<JudgedFilm>> probed) {
    return ProbeFigures.of(probe, false, whole, probed.getOrDefault(probe, List.of()), 0)
        .map(
            figures ->
                new CardProbes.Probe(
                    figures.accuracy().value(),
                    Double.isNaN(figures.macroAuc().value()) ? null : figures.macroAuc().value(),
                    false))
        .orElse(null);
  }
}
