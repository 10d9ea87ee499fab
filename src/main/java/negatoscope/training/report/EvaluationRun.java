package negatoscope.training.report;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import negatoscope.classification.Classifier;
import negatoscope.evaluation.Comparison;
import negatoscope.film.Film;
import negatoscope.library.Model;
import negatoscope.network.CamMethod;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.training.films.Ledger;
import negatoscope.training.judging.FilmsToJudge;
import negatoscope.training.judging.HeatFigures;
import negatoscope.training.judging.Judge;
import negatoscope.training.judging.JudgedFilm;
import negatoscope.training.judging.Judgement;
import negatoscope.training.judging.Probe;
import negatoscope.training.judging.ProbeFigures;
import negatoscope.training.judging.SanityFigure;
import org.jspecify.annotations.Nullable;

/** Judges one model, or two on the same films, with probes, heat maps and examples. */
public final class EvaluationRun {
  /** What one opening of a randomised network costs, in forward passes of a film. */
  private static final double SANITY_COST = 150;

  private final List<Opened> models;
  private final Function<Path, Film> reader;
  private final Options options;

  /** A model and the classifier that serves it. */
  public record Opened(Model model, Classifier classifier) {}

  /**
   * What is asked beside the answers themselves.
   *
   * @param probes whether films with parts blacked out are judged too
   * @param sanityFilms of how many films the heat map is compared with those of networks whose
   *     weights are randomised; each takes some ten seconds or more
   */
  public record Options(boolean probes, int sanityFilms) {}

  /**
   * A run.
   *
   * @param models one or two, of the same classes in the same order
   * @param reader opens a film; called from two threads
   */
  public EvaluationRun(List<Opened> models, Function<Path, Film> reader, Options options) {
    this.models = List.copyOf(models);
    this.reader = reader;
    this.options = options;
  }

  /**
   * Judges.
   *
   * @throws Failure what the first film failed with if none can be judged
   * @throws java.util.concurrent.CancellationException if it was asked to stop
   */
  public Evaluation run(FilmsToJudge films, Progress progress, Cancellation cancellation) {
    int passes = 1 + (options.probes() ? Probe.values().length : 0);
    double work =
        (double) passes * films.films().size()
            + SANITY_COST * options.sanityFilms() * models.size()
            + Examples.WRONG;
    Ledger ledger = new Ledger(work, Ledger.Listener.of(progress), System::nanoTime);
    List<? extends Classifier> classifiers = models.stream().map(Opened::classifier).toList();
    try (Judge judge = new Judge(classifiers, reader, ledger, cancellation)) {
      List<JudgedFilm> whole =
          judge.ask(films.films(), UnaryOperator.identity(), true, "Judging films");
      List<JudgedFilm> judged = whole.stream().filter(JudgedFilm::judged).toList();
      if (judged.isEmpty()) {
        throw failure(whole);
      }
      Map<Probe, List<JudgedFilm>> probed = new EnumMap<>(Probe.class);
      if (options.probes()) {
        for (Probe probe : Probe.values()) {
          probed.put(
              probe,
              judge.ask(
                  judged.stream().map(JudgedFilm::film).toList(),
                  probe::apply,
                  false,
                  "Judging with " + probe.title()));
        }
      }
      List<ModelVerdict> verdicts = new ArrayList<>();
      for (int i = 0; i < models.size(); i++) {
        verdicts.add(verdict(i, whole, probed, ledger, cancellation));
      }
      return new Evaluation(
          films.dataSet().source(),
          Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
          films.notes(),
          films.learned(),
          whole,
          verdicts,
          comparison(judged),
          null,
          examples(whole, ledger, cancellation));
    }
  }

  private static Failure failure(List<JudgedFilm> films) {
    return films.stream()
        .map(JudgedFilm::failure)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElseThrow();
  }

  private ModelVerdict verdict(
      int number,
      List<JudgedFilm> whole,
      Map<Probe, List<JudgedFilm>> probed,
      Ledger ledger,
      Cancellation cancellation) {
    Opened opened = models.get(number);
    cancellation.check();
    Judgement judgement = Judgement.of(opened.model().card().classes(), whole, number);
    List<ProbeFigures> probes = new ArrayList<>();
    probed.forEach(
        (probe, changed) ->
            ProbeFigures.of(probe, false, whole, changed, number).ifPresent(probes::add));
    return new ModelVerdict(
        opened.model().card(),
        judgement,
        probes,
        HeatFigures.of(whole, number),
        sanity(opened.classifier(), whole, ledger, cancellation),
        EpochPoint.of(opened.model()));
  }

  private @Nullable Comparison comparison(List<JudgedFilm> judged) {
    return models.size() < 2
        ? null
        : Comparison.of(
            Judgement.predictions(judged, 0),
            Judgement.predictions(judged, 1),
            Judgement.bootstrap(judged.stream().map(JudgedFilm::film).toList()));
  }

  /** The most confident right answers, one a class in turn. */
  private List<SanityFigure> sanity(
      Classifier classifier, List<JudgedFilm> films, Ledger ledger, Cancellation cancellation) {
    List<SanityFigure> all = new ArrayList<>();
    List<String> classes = classifier.card().classes();
    List<JudgedFilm> right =
        Examples.choose(films, classes.size()).stream().filter(film -> film.right(0)).toList();
    for (int i = 0; i < Math.min(options.sanityFilms(), right.size()); i++) {
      JudgedFilm film = right.get(i * Examples.RIGHT % right.size());
      String className = classes.get(film.film().label());
      cancellation.check();
      all.add(
          new SanityFigure(
              film.film().name(),
              className,
              classifier
                  .sanity(
                      reader.apply(film.film().file()),
                      CamMethod.GRADCAM,
                      className,
                      Progress.NONE,
                      cancellation)
                  .join()));
      ledger.add(SANITY_COST, "Comparing heat maps with those of randomised networks");
    }
    return all;
  }

  private List<Example> examples(List<JudgedFilm> films, Ledger ledger, Cancellation cancellation) {
    Classifier classifier = models.get(0).classifier();
    Examples examples = new Examples(classifier, reader, cancellation);
    List<Example> made =
        Examples.choose(films, classifier.card().classes().size()).stream()
            .flatMap(film -> examples.of(film).stream())
            .toList();
    ledger.add(Examples.WRONG, "Drawing examples");
    return made;
  }
}
