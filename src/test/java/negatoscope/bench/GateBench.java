package negatoscope.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import negatoscope.classification.EmbeddingGate;
import negatoscope.film.Film;
import negatoscope.intake.Intake;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.Model;
import negatoscope.library.card.CardEmbedding;
import negatoscope.network.Device;
import negatoscope.network.Engines;
import negatoscope.network.ServingModel;
import negatoscope.tensor.FilmScores;
import negatoscope.tensor.FilmTensor;
import negatoscope.testing.NonFilms;
import negatoscope.testing.Shared;
import negatoscope.testing.SharedFilms;

/**
 * How well the bundled model and the film checks tell what is no whole frontal chest film, with
 * limits that were chosen on other films than those they are judged on: the films that no training
 * saw (validation and test) are parted into halves by patient, the limits set on one half, the
 * other half judged by them, and the other way round. Prints the tables of {@code
 * src/site/markdown/screening.md}.
 *
 * <p>Arguments: the seed of the halves, 1 unless told.
 */
public final class GateBench {
  /** Shares of whole frontal films that pass each rule, as the rules' own fits have them. */
  private static final double PASS_FRONTAL = 0.985;

  private static final double PASS_APEXES = 0.994;
  private static final double PASS_BASES = 0.997;
  private static final double PASS_SIDES = 0.998;
  private static final double PASS_EMBEDDING = 0.98;

  /** Limits that are no share of films. */
  private static final double BLANK = 3;

  private static final double MIRROR = 0.44;
  private static final double WORDS = 0.005;

  private static final int EACH = 20;

  private final Intake intake = Intake.withBuiltInToolkit();
  private final Model model;
  private final CardEmbedding embedding;
  private final EmbeddingGate gate;
  private final ServingModel served;

  private GateBench(Model model, ServingModel served) {
    this.model = model;
    this.embedding = Objects.requireNonNull(model.card().embedding());
    this.gate = new EmbeddingGate(embedding);
    this.served = served;
  }

  /** A film by its numbers. */
  private record Scored(String patient, FilmScores checks, double distance) {}

  /** Where each rule begins to warn. */
  private record Limits(
      double sideways, double apexes, double bases, double half, double distance) {
    static Limits of(List<Scored> films) {
      return new Limits(
          at(films, PASS_FRONTAL, film -> film.checks().sideways()),
          at(films, PASS_APEXES, film -> film.checks().apexes()),
          at(films, PASS_BASES, film -> film.checks().bases()),
          at(films, PASS_SIDES, film -> film.checks().half()),
          at(films, PASS_EMBEDDING, Scored::distance));
    }

    static Limits shipped(CardEmbedding model) {
      FilmScores limits = FilmScores.limits();
      return new Limits(
          limits.sideways(), limits.apexes(), limits.bases(), limits.half(), model.limits().warn());
    }

    private static double at(List<Scored> films, double pass, ToDoubleFunction<Scored> score) {
      double[] sorted = films.stream().mapToDouble(score).sorted().toArray();
      return sorted[Math.min(sorted.length - 1, (int) Math.ceil(pass * sorted.length))];
    }

    boolean unlike(Scored film) {
      return film.distance() > distance || film.checks().mirror() > MIRROR;
    }

    boolean notFrontal(Scored film) {
      return film.checks().sideways() > sideways;
    }

    boolean cutOff(Scored film) {
      return film.checks().half() > half
          || (!notFrontal(film)
              && (film.checks().apexes() > apexes || film.checks().bases() > bases));
    }

    boolean basic(Scored film) {
      return film.checks().contrast() < BLANK || film.checks().polarity() < 0;
    }

    boolean gate(Scored film) {
      return basic(film) || unlike(film) || notFrontal(film);
    }
  }

  /** Prints the tables. */
  public static void main(String[] arguments) {
    String seed = arguments.length > 0 ? arguments[0] : "1";
    Model model = new Library(Home.ofSystem()).bundled();
    try (ServingModel served = Engines.start().open(model.folder(), Device.CPU)) {
      new GateBench(model, served).run(seed);
    }
  }

  private void run(String seed) {
    Map<Path, String> patients = SharedFilms.patients();
    List<Scored> first = new ArrayList<>();
    List<Scored> second = new ArrayList<>();
    for (Path file :
        Stream.of("validation", "test").flatMap(s -> SharedFilms.ofSplit(s).stream()).toList()) {
      String patient = String.valueOf(patients.get(file));
      (new Random((seed + patient).hashCode()).nextBoolean() ? first : second)
          .add(scored(intake.openFirst(file), patient));
    }
    Map<String, List<Scored>> others = others();
    System.out.println("films | gate | LUNGS_CUT_OFF | any but words | words");
    Limits shipped = Limits.shipped(embedding);
    System.out.println("as shipped: " + shipped);
    print("frontal films", Stream.of(first, second).flatMap(List::stream).toList(), shipped);
    others.forEach((name, films) -> print(name, films, shipped));
    for (int turn = 0; turn < 2; turn++) {
      Limits limits = Limits.of(turn == 0 ? first : second);
      List<Scored> judged = turn == 0 ? second : first;
      System.out.printf("limits of half %d: %s%n", turn + 1, limits);
      print("frontal films of the other half", judged, limits);
      others.forEach((name, films) -> print(name, films, limits));
    }
  }

  private Map<String, List<Scored>> others() {
    Map<String, List<Scored>> others = new TreeMap<>();
    others.put("lateral films", scored(SharedFilms.laterals().stream().map(intake::openFirst)));
    Random random = new Random(4);
    for (NonFilms kind : NonFilms.values()) {
      others.put("no film: " + kind, scored(kind.some(EACH, random).stream()));
    }
    others.put(
        "no film: shared",
        scored(
            Stream.of("hand", "ct-slice", "constant")
                .map(name -> intake.openFirst(Shared.path("dicom/films/" + name + ".dcm")))));
    return others;
  }

  private List<Scored> scored(Stream<Film> films) {
    return films.map(film -> scored(film, "")).toList();
  }

  private Scored scored(Film film, String patient) {
    FilmTensor tensor = FilmTensor.of(film, model.card().tensorOptions());
    float[] embedding = served.run(tensor.values(), 1, Set.of()).embeddings()[0];
    return new Scored(patient, FilmScores.of(tensor), gate.distance(embedding));
  }

  private static void print(String name, List<Scored> films, Limits limits) {
    long gated = films.stream().filter(limits::gate).count();
    long cut = films.stream().filter(limits::cutOff).count();
    long any = films.stream().filter(film -> limits.gate(film) || limits.cutOff(film)).count();
    long words = films.stream().filter(film -> film.checks().words() > WORDS).count();
    double all = films.size() / 100.0;
    System.out.printf(
        "%s (%d) | %.1f | %.1f | %.1f | %.1f%n",
        name, films.size(), gated / all, cut / all, any / all, words / all);
  }
}
