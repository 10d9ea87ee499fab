package negatoscope.workstation.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import negatoscope.classification.Classification;
import negatoscope.classification.Classifier;
import negatoscope.classification.Faithfulness;
import negatoscope.classification.HeatMap;
import negatoscope.classification.SanityCheck;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.library.card.ModelCard;
import negatoscope.network.CamMethod;
import negatoscope.network.Randomised;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.tensor.TensorGeometry;
import negatoscope.tensor.TensorOptions;

/**
 * A classifier without an engine: one thread, as slow as wished. What it says depends on the film's
 * first sample, so that a test sees whether an answer is at the right film.
 */
public final class FakeClassifier implements Classifier {
  public static final List<String> CLASSES = List.of("covid-19", "pneumonia", "normal");

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final ModelCard card;
  private final int shift;
  private final Function<Film, List<FilmWarning>> warnings;
  private final long milliseconds;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean closed;
  private volatile boolean held;
  private volatile boolean empty;

  public FakeClassifier(long milliseconds, Function<Film, List<FilmWarning>> warnings) {
    this(Cards.card(), 0, milliseconds, warnings);
  }

  private FakeClassifier(
      ModelCard card, int shift, long milliseconds, Function<Film, List<FilmWarning>> warnings) {
    this.card = card;
    this.shift = shift;
    this.milliseconds = milliseconds;
    this.warnings = warnings;
  }

  /** Answers at once, without warnings. */
  public static FakeClassifier quick() {
    return new FakeClassifier(0, film -> List.of());
  }

  /** Answers at once under a name, with a class that lies some places behind the others'. */
  public static FakeClassifier named(String name, int shift) {
    return new FakeClassifier(Cards.named(name), shift, 0, film -> List.of());
  }

  /**
   * Answers at once under a model's card, with a class that lies some places behind the others'.
   */
  public static FakeClassifier of(ModelCard card, int shift) {
    return new FakeClassifier(card, shift, 0, film -> List.of());
  }

  /** The class that this classifier gives a film. */
  public static int classOf(Film film) {
    return Math.floorMod(film.samples().at(0), CLASSES.size());
  }

  @Override
  public ModelCard card() {
    return card;
  }

  /** Keeps every answer back until it is let go. */
  public void hold(boolean hold) {
    held = hold;
  }

  /** From now on there is nothing in the heat maps. */
  public void emptyMaps(boolean now) {
    empty = now;
  }

  public int asked() {
    return asked.get();
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public CompletableFuture<Classification> classify(
      Film film, Set<CamMethod> methods, Cancellation cancellation) {
    asked.incrementAndGet();
    CompletableFuture<Classification> future = new CompletableFuture<>();
    Runnable work =
        () -> {
          try {
            if (milliseconds > 0) {
              Thread.sleep(milliseconds);
            }
            while (held) {
              cancellation.check();
              Thread.sleep(1);
            }
            cancellation.check();
            future.complete(answer(film, methods));
          } catch (Exception e) {
            future.completeExceptionally(e);
          }
        };
    if (milliseconds == 0) {
      work.run();
    } else {
      thread.execute(work);
    }
    return future;
  }

  private Classification answer(Film film, Set<CamMethod> methods) {
    int top = (classOf(film) + shift) % CLASSES.size();
    List<Double> probabilities = new ArrayList<>(List.of(0.1, 0.1, 0.1));
    probabilities.set(top, 0.8);
    TensorGeometry geometry = TensorGeometry.of(film.width(), film.height(), TensorOptions.DEFAULT);
    List<HeatMap> maps = new ArrayList<>();
    for (CamMethod method : methods) {
      for (int k = 0; k < CLASSES.size(); k++) {
        float[] cells = empty ? new float[49] : cells(k, method);
        maps.add(new HeatMap(CLASSES.get(k), method, 7, 7, cells, geometry));
      }
    }
    return new Classification(
        CLASSES,
        probabilities,
        List.of(0.0, 0.0, 0.0),
        maps,
        warnings.apply(film),
        card.thresholds(),
        card.name(),
        card.id(),
        milliseconds);
  }

  /** A hill whose place depends on class and method. */
  private static float[] cells(int k, CamMethod method) {
    float[] cells = new float[49];
    double centreX = 1.5 + 2 * k;
    double centreY = method == CamMethod.GRADCAM ? 3.4 : 4.4;
    for (int y = 0; y < 7; y++) {
      for (int x = 0; x < 7; x++) {
        double distance = Math.hypot(x - centreX, y - centreY);
        cells[y * 7 + x] = (float) (3 * Math.exp(-distance * distance / 5));
      }
    }
    return cells;
  }

  @Override
  public CompletableFuture<Faithfulness> faithfulness(
      Film film, HeatMap map, Progress progress, Cancellation cancellation) {
    return CompletableFuture.completedFuture(
        new Faithfulness(0.25, 0.75, 0.5, 0.5, List.of(0.75, 0.1), List.of(0.1, 0.75)));
  }

  @Override
  public CompletableFuture<SanityCheck> sanity(
      Film film, CamMethod method, String className, Progress progress, Cancellation cancellation) {
    return CompletableFuture.completedFuture(
        new SanityCheck(0.125, true, List.of(new SanityCheck.Stage(Randomised.HEAD, 0.125))));
  }

  @Override
  public void close() {
    closed = true;
    thread.shutdownNow();
  }
}
