package negatoscope.workstation.batch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import negatoscope.film.FilmWarning;
import negatoscope.screening.MadeRows;
import negatoscope.screening.ScreeningModels;
import negatoscope.screening.ScreeningOrder;
import negatoscope.screening.ScreeningSummary;
import negatoscope.screening.ScreeningWatcher;
import negatoscope.screening.journal.JournalRow;
import negatoscope.screening.row.FilmResult;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Screens films that are none, as fast or slow as a test wants, and keeps its journal in memory.
 */
final class FakeScreeningDesk implements ScreeningDesk {
  static final List<String> CLASSES = List.of("covid-19", "pneumonia", "normal");
  static final Instant MOMENT = Instant.parse("2026-03-01T08:00:00Z");

  final List<ScreenedFilm> films = new ArrayList<>();
  final List<ScreeningOrder> orders = new CopyOnWriteArrayList<>();
  final List<String> reads = new CopyOnWriteArrayList<>();
  volatile @Nullable Failure refusal;
  volatile @Nullable Failure readRefusal;
  volatile boolean goesOn;
  volatile long nanosEach;
  volatile int waitAfter = -1;
  volatile boolean asksModels;
  final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile @Nullable Kept kept;

  /** An answer of three classes, of which the first is the most probable if its share is high. */
  static ScreenedFilm film(String path, double covid, FilmWarning... warnings) {
    return film(path, covid, Instant.now(), warnings);
  }

  /** The same of a film that waits since a moment. */
  static ScreenedFilm film(String path, double covid, Instant since, FilmWarning... warnings) {
    Map<String, Double> probabilities = new LinkedHashMap<>();
    probabilities.put("covid-19", covid);
    probabilities.put("pneumonia", (1 - covid) * 0.3);
    probabilities.put("normal", (1 - covid) * 0.7);
    String top = covid >= (1 - covid) * 0.7 ? "covid-19" : "normal";
    return MadeRows.with(
        path,
        since,
        List.of(warnings),
        new FilmResult.Answered(top, probabilities, Optional.empty(), 12, Optional.empty()));
  }

  static ScreenedFilm broken(String path) {
    return MadeRows.failed(path, ErrorCode.TRUNCATED, Instant.now());
  }

  void keep(Map<String, String> settings, List<ScreenedFilm> rows) {
    keepRows(
        settings, rows.stream().map(row -> new JournalRow(row, Optional.empty(), "", "")).toList());
  }

  void keepRows(Map<String, String> settings, List<JournalRow> rows) {
    kept = new Kept(settings, rows);
  }

  @Override
  public Optional<Kept> kept(Path out) {
    return Optional.ofNullable(kept);
  }

  @Override
  public ScreeningSummary run(
      ScreeningOrder order,
      Supplier<ScreeningModels> models,
      ScreeningWatcher watcher,
      Cancellation cancellation) {
    orders.add(order);
    if (asksModels) {
      ScreeningModels given = models.get();
      asked.add(given.first().card().name());
      given.second().ifPresent(other -> asked.add(other.card().name()));
    }
    Failure failure = refusal;
    if (failure != null) {
      throw failure;
    }
    List<ScreenedFilm> done =
        kept == null || order.start() != ScreeningOrder.Start.RESUME || !goesOn
            ? new ArrayList<>()
            : new ArrayList<>(kept.rows().stream().map(JournalRow::film).toList());
    try {
      for (ScreenedFilm film : films) {
        cancellation.check();
        done.add(film);
        watcher.screened(List.of(film));
        LockSupport.parkNanos(nanosEach);
        watcher.report(done.size(), films.size(), "9.0 a second, 1 s left");
        while (done.size() == waitAfter && !cancellation.isCancelled()) {
          Thread.onSpinWait();
        }
      }
    } finally {
      keep(Map.of("model", "0123456789abcdef", "with", "", "heatmaps", "true"), done);
    }
    return new ScreeningSummary(done.size(), done.size(), 0, 0, 0, Map.of(), 0, 2);
  }

  @Override
  public void read(Path out, ScreenedFilm film, String verdict, String note) {
    Failure failure = readRefusal;
    if (failure != null) {
      throw failure;
    }
    reads.add(film.label() + ":" + verdict + ":" + note);
  }

  @Override
  public void close() {}
}
