package negatoscope.training.judging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import negatoscope.evaluation.Bootstrap;
import negatoscope.evaluation.FigureIntervals;
import negatoscope.evaluation.Figures;
import negatoscope.evaluation.Interval;
import negatoscope.evaluation.Predictions;
import negatoscope.evaluation.Ranking;
import negatoscope.training.data.LabelledFilm;

/**
 * How good one model is on some films, with 95 % intervals by bootstrap over patients.
 *
 * @param classes names in the order of the probabilities
 * @param films those judged
 * @param predictions about them, in the same order
 * @param figures of all of them
 * @param intervals of the figures
 * @param perCollection by name
 * @param perView by name
 * @param inside every pair of classes of which a collection has enough films
 */
public record Judgement(
    List<String> classes,
    List<LabelledFilm> films,
    Predictions predictions,
    Figures figures,
    FigureIntervals intervals,
    List<GroupFigures> perCollection,
    List<GroupFigures> perView,
    List<InsideCollection> inside) {
  private static final int RESAMPLES = 1000;
  private static final long SEED = 20250611;

  /** Fewer films of a class tell nothing about it inside a collection. */
  private static final int LEAST_FILMS = 5;

  /** Copies the lists. */
  public Judgement {
    classes = List.copyOf(classes);
    films = List.copyOf(films);
    perCollection = List.copyOf(perCollection);
    perView = List.copyOf(perView);
    inside = List.copyOf(inside);
  }

  /** Works everything out; some seconds for some thousand films. */
  public static Judgement of(
      List<String> classes, List<LabelledFilm> films, Predictions predictions) {
    Groups groups = new Groups(films, predictions);
    return new Judgement(
        classes,
        films,
        predictions,
        Figures.of(predictions),
        FigureIntervals.of(predictions, bootstrap(films)),
        groups.by(LabelledFilm::collection),
        groups.by(LabelledFilm::view),
        groups.inside());
  }

  /** What one of several models said about the films that could be judged. */
  public static Judgement of(List<String> classes, List<JudgedFilm> films, int model) {
    List<JudgedFilm> judged = films.stream().filter(JudgedFilm::judged).toList();
    return of(classes, judged.stream().map(JudgedFilm::film).toList(), predictions(judged, model));
  }

  /**
   * What one model said.
   *
   * @param judged at least one film, all of which were judged
   */
  public static Predictions predictions(List<JudgedFilm> judged, int model) {
    return new Predictions(
        judged.stream().mapToInt(film -> film.film().label()).toArray(),
        judged.stream()
            .map(film -> film.answers().get(model).probabilities())
            .toArray(double[][]::new));
  }

  /** Resamples of the patients of some films; always the same ones for the same films. */
  public static Bootstrap bootstrap(List<LabelledFilm> films) {
    return Bootstrap.byGroup(films.stream().map(LabelledFilm::patient).toList(), RESAMPLES, SEED);
  }

  /** How many patients the films have. */
  public int patients() {
    return (int) films.stream().map(LabelledFilm::patient).distinct().count();
  }

  /** Figures of parts of the films. */
  private record Groups(List<LabelledFilm> films, Predictions predictions) {
    List<GroupFigures> by(Function<LabelledFilm, String> name) {
      List<GroupFigures> all = new ArrayList<>();
      for (String group : new TreeSet<>(films.stream().map(name).toList())) {
        int[] places = places(i -> name.apply(films.get(i)).equals(group));
        Predictions there = predictions.rows(places);
        all.add(
            new GroupFigures(
                group,
                places.length,
                (int) patients(places).stream().distinct().count(),
                Figures.of(there).support(),
                interval(places, Figures::accuracy),
                interval(places, Figures::macroAuc)));
      }
      return all;
    }

    List<InsideCollection> inside() {
      List<InsideCollection> all = new ArrayList<>();
      for (String name : new TreeSet<>(films.stream().map(LabelledFilm::collection).toList())) {
        for (int a = 0; a < predictions.classes(); a++) {
          for (int b = a + 1; b < predictions.classes(); b++) {
            int positive = a;
            int negative = b;
            int[] of = places(i -> isOf(i, name, positive));
            int[] against = places(i -> isOf(i, name, negative));
            if (of.length >= LEAST_FILMS && against.length >= LEAST_FILMS) {
              int[] both = IntStream.concat(Arrays.stream(of), Arrays.stream(against)).toArray();
              Interval auc = interval(both, there -> pairAuc(there, positive, negative));
              all.add(new InsideCollection(name, a, b, both.length, auc));
            }
          }
        }
      }
      return all;
    }

    private boolean isOf(int place, String collection, int label) {
      LabelledFilm film = films.get(place);
      return film.collection().equals(collection) && film.label() == label;
    }

    private int[] places(IntPredicate wanted) {
      return IntStream.range(0, films.size()).filter(wanted).toArray();
    }

    private List<String> patients(int[] places) {
      return Arrays.stream(places).mapToObj(place -> films.get(place).patient()).toList();
    }

    private Interval interval(int[] places, ToDoubleFunction<Predictions> figure) {
      Predictions there = predictions.rows(places);
      return Bootstrap.byGroup(patients(places), RESAMPLES, SEED)
          .interval(drawn -> figure.applyAsDouble(there.rows(drawn)));
    }
  }

  /** One class against another, by the share of the two probabilities that the first has. */
  private static double pairAuc(Predictions films, int positive, int negative) {
    double[] scores =
        Arrays.stream(films.probabilities())
            .mapToDouble(p -> logarithm(p[positive]) - logarithm(p[negative]))
            .toArray();
    return Ranking.of(scores, films.truly(positive)).auc();
  }

  private static double logarithm(double probability) {
    return Math.log(Math.max(probability, Double.MIN_NORMAL));
  }
}
