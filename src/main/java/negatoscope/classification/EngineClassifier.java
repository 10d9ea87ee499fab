package negatoscope.classification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.film.ViewPosition;
import negatoscope.library.Model;
import negatoscope.library.card.ModelCard;
import negatoscope.network.CamMethod;
import negatoscope.network.Device;
import negatoscope.network.Engine;
import negatoscope.network.NetworkAnswer;
import negatoscope.network.ServingModel;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.tensor.FilmChecks;
import negatoscope.tensor.FilmTensor;
import negatoscope.tensor.TensorOptions;

/**
 * A {@link Classifier} over one opened model. Its engine threads are the only ones that run the
 * network; each takes the films that wait and want the same heat maps as one batch. There is one
 * until a batch size is settled on, and two from then on: what one run leaves of the processors
 * while its parts wait for each other, the other takes. Checks of heat maps go on a batch at a time
 * where no film waits.
 */
public final class EngineClassifier implements Classifier {
  /** Films in a batch, at most, unless said otherwise. */
  public static final int BATCH = 8;

  private static final int RUNS = 2;

  private final ModelCard card;
  private final ServingModel served;
  private final Answers answers;
  private volatile Batching batching;
  private final FilmChecks checks = FilmChecks.standard();
  private final Waiting waiting = new Waiting();
  private final RandomisationCheck.Opener randomised;
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private int working;

  private EngineClassifier(
      ModelCard card, ServingModel served, RandomisationCheck.Opener randomised, int mostInBatch) {
    this.card = card;
    this.served = served;
    this.randomised = randomised;
    this.answers = new Answers(card);
    this.batching = new Batching(mostInBatch, false);
  }

  /** Starts another engine thread, unless there are enough or all have ended. */
  private synchronized void startThread(int most) {
    if (threads.size() < most && (threads.isEmpty() || working > 0)) {
      Thread thread = new Thread(this::work, "engine " + card.name());
      thread.setDaemon(true);
      threads.add(thread);
      working++;
      thread.start();
    }
  }

  /** An engine thread ends; the last one gives the engine's memory back. */
  private synchronized void endThread() {
    working--;
    if (working == 0) {
      served.close();
    }
  }

  /**
   * Opens a model; takes as long as the engine needs to read its graph.
   *
   * @throws Failure {@code BAD_MODEL}, {@code NO_DEVICE}
   */
  public static EngineClassifier open(Model model, Engine engine, Device device) {
    return open(model, engine, device, BATCH);
  }

  /**
   * Opens a model.
   *
   * @param mostInBatch how many films go through the network at once, at most; at least 1
   * @throws Failure {@code BAD_MODEL}, {@code NO_DEVICE}
   */
  public static EngineClassifier open(Model model, Engine engine, Device device, int mostInBatch) {
    if (mostInBatch < 1) {
      throw new IllegalArgumentException("a batch holds one film or more");
    }
    ModelCard card = model.card();
    ServingModel served = engine.open(model.folder(), device);
    if (served.classes() != card.classes().size() || served.side() != card.input().side()) {
      served.close();
      throw new Failure(
          ErrorCode.BAD_MODEL,
          "The graph of the model %s has %d classes and side %d, its card says %d and %d."
              .formatted(
                  card.name(),
                  served.classes(),
                  served.side(),
                  card.classes().size(),
                  card.input().side()),
          "Export or train the model again.");
    }
    EngineClassifier classifier =
        new EngineClassifier(
            card,
            served,
            (what, seed) -> engine.openRandomised(model.folder(), what, seed, device),
            mostInBatch);
    classifier.startThread(1);
    return classifier;
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public CompletableFuture<Classification> classify(
      Film film, Set<CamMethod> methods, Cancellation cancellation) {
    CompletableFuture<Classification> answer = new CompletableFuture<>();
    if (cancellation.isCancelled()) {
      answer.cancel(false);
      return answer;
    }
    try {
      FilmTensor tensor = FilmTensor.of(film, card.tensorOptions());
      Set<CamMethod> wanted = EnumSet.noneOf(CamMethod.class);
      wanted.addAll(methods);
      Request request = new Request(tensor, warnings(film, tensor), wanted, cancellation, answer);
      if (!waiting.add(request)) {
        answer.completeExceptionally(closed());
      }
    } catch (RuntimeException e) {
      answer.completeExceptionally(Failure.of(e));
    }
    return answer;
  }

  @Override
  public CompletableFuture<Integer> settle(
      Set<CamMethod> methods, int most, Progress progress, Cancellation cancellation) {
    Check<Integer> check =
        new BatchSizeCheck(
            card.input().side(), methods, most, this::settle, progress, cancellation);
    if (!waiting.add(check)) {
      check.fail(closed());
    }
    return check.answer();
  }

  @Override
  public void settle(int size) {
    batching = new Batching(size, true);
    startThread(RUNS);
  }

  @Override
  public CompletableFuture<Faithfulness> faithfulness(
      Film film, HeatMap map, Progress progress, Cancellation cancellation) {
    if (map.empty()) {
      throw new IllegalArgumentException("an empty map has no order of places");
    }
    int classIndex = classIndex(map.className());
    return check(
        film,
        cancellation,
        tensor ->
            new FaithfulnessCheck(
                tensor, map, classIndex, batching.size(), progress, cancellation));
  }

  @Override
  public CompletableFuture<SanityCheck> sanity(
      Film film, CamMethod method, String className, Progress progress, Cancellation cancellation) {
    int classIndex = classIndex(className);
    return check(
        film,
        cancellation,
        tensor ->
            new RandomisationCheck(tensor, method, classIndex, randomised, progress, cancellation));
  }

  private int classIndex(String className) {
    int index = card.classes().indexOf(className);
    if (index < 0) {
      throw new IllegalArgumentException(
          "the model %s has no class %s".formatted(card.name(), className));
    }
    return index;
  }

  private <T> CompletableFuture<T> check(
      Film film, Cancellation cancellation, Function<FilmTensor, Check<T>> making) {
    CompletableFuture<T> none = new CompletableFuture<>();
    if (cancellation.isCancelled()) {
      none.cancel(false);
      return none;
    }
    try {
      Check<T> check = making.apply(FilmTensor.of(film, card.tensorOptions()));
      if (!waiting.add(check)) {
        check.fail(closed());
      }
      return check.answer();
    } catch (RuntimeException e) {
      none.completeExceptionally(Failure.of(e));
      return none;
    }
  }

  private List<FilmWarning> warnings(Film film, FilmTensor tensor) {
    List<FilmWarning> warnings = new ArrayList<>(film.warnings());
    warnings.addAll(tensor.warnings());
    boolean lateral = film.view() == ViewPosition.LATERAL;
    if (lateral) {
      warnings.add(
          new FilmWarning(
              FilmWarning.Code.LATERAL_VIEW,
              "This is a lateral view; the network knows frontal films only."));
      warnings.add(
          new FilmWarning(
              FilmWarning.Code.UNLIKE_TRAINING,
              "The network has seen no lateral view in training; its answer may mean nothing."));
    }
    for (FilmWarning warning : checks.check(whole(film, tensor))) {
      if (!lateral || warning.code() != FilmWarning.Code.NOT_FRONTAL) {
        warnings.add(warning);
      }
    }
    return warnings;
  }

  /** The checks are about whole films, whatever part of them the model looks at. */
  private static FilmTensor whole(Film film, FilmTensor tensor) {
    TensorOptions plain = tensor.options().unprepared();
    return plain.equals(tensor.options()) ? tensor : FilmTensor.of(film, plain);
  }

  @Override
  public void close() {
    failWhatWaits();
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive() && Thread.currentThread() != thread) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether its engine threads have ended, and so the engine's memory was given back. */
  public boolean isClosed() {
    return threads.stream().noneMatch(Thread::isAlive);
  }

  private void work() {
    try {
      for (Waiting.Work work = waiting.take(batching);
          work != null;
          work = waiting.take(batching)) {
        if (work instanceof Waiting.Batch batch) {
          List<Request> wanted =
              batch.films().stream().filter(request -> !request.dropped()).toList();
          if (!wanted.isEmpty()) {
            answer(wanted);
          }
        } else if (work instanceof Waiting.Step step) {
          goOn(step.check());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      failWhatWaits();
      endThread();
    }
  }

  private void failWhatWaits() {
    Waiting.Left left = waiting.close();
    for (Request film : left.films()) {
      if (!film.dropped()) {
        film.answer().completeExceptionally(closed());
      }
    }
    left.checks().forEach(check -> check.fail(closed()));
  }

  private void goOn(Check<?> check) {
    if (!check.advance(served) && !waiting.add(check)) {
      check.fail(closed());
    }
  }

  private void answer(List<Request> batch) {
    try {
      long start = System.nanoTime();
      int count = batching.run(batch.size());
      NetworkAnswer answer = served.run(films(batch, count), count, batch.get(0).methods());
      double each = (System.nanoTime() - start) / 1e6 / batch.size();
      for (int i = 0; i < batch.size(); i++) {
        answerOne(batch.get(i), answer, i, each);
      }
    } catch (RuntimeException | Error e) {
      // An engine out of memory must not leave anybody waiting for ever.
      Failure failure = Failure.of(e);
      batch.forEach(request -> request.answer().completeExceptionally(failure));
    }
  }

  private void answerOne(Request request, NetworkAnswer answer, int index, double milliseconds) {
    try {
      request.answer().complete(answers.of(request, answer, index, milliseconds));
    } catch (RuntimeException e) {
      request.answer().completeExceptionally(Failure.of(e));
    }
  }

  /** The films one after the other, and blank ones after them. */
  private static float[] films(List<Request> batch, int count) {
    int size = batch.get(0).tensor().values().length;
    float[] films = new float[count * size];
    for (int i = 0; i < batch.size(); i++) {
      System.arraycopy(batch.get(i).tensor().values(), 0, films, i * size, size);
    }
    return films;
  }

  private Failure closed() {
    return new Failure(
        ErrorCode.NO_ENGINE,
        "The model " + card.name() + " was closed before it could answer.",
        "Open the model and ask again.");
  }
}
