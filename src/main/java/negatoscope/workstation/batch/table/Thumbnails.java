package negatoscope.workstation.batch.table;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import negatoscope.film.Film;
import negatoscope.rendering.GreyPicture;
import negatoscope.rendering.Rendering;
import negatoscope.task.Cancellation;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/**
 * Small pictures of the films whose rows are seen, the latest seen first. Those that were not seen
 * for longest are given up. Lives on the JavaFX thread.
 */
public final class Thumbnails {
  /** The longer side in pixels: twice what is shown, for dense screens. */
  private static final int SIDE = 96;

  /** Pictures that are kept, some 5 MB. */
  static final int MOST = 500;

  private static final int AT_A_TIME = 2;

  private final Function<BatchRow, Film> reader;
  private final TaskRunner runner;
  private final Map<BatchRow, ReadOnlyObjectWrapper<@Nullable GreyPicture>> kept =
      new LinkedHashMap<>(16, 0.75f, true);
  private final Set<BatchRow> tried = new HashSet<>();
  private final Deque<BatchRow> wanted = new ArrayDeque<>();
  private int reading;

  /**
   * No picture yet.
   *
   * @param reader opens a row's film; called in the background
   */
  public Thumbnails(Function<BatchRow, Film> reader, TaskRunner runner) {
    this.reader = reader;
    this.runner = runner;
  }

  /** How many pictures are kept or on their way. */
  int size() {
    return kept.size();
  }

  /** A row came into view; its picture is null until it was made, or where it cannot be. */
  ReadOnlyObjectProperty<@Nullable GreyPicture> of(BatchRow row) {
    ReadOnlyObjectWrapper<@Nullable GreyPicture> picture =
        kept.computeIfAbsent(row, r -> new ReadOnlyObjectWrapper<>());
    if (kept.size() > MOST) {
      BatchRow oldest = kept.keySet().iterator().next();
      kept.remove(oldest);
      tried.remove(oldest);
    }
    if (row.film().identity().wasRead() && tried.add(row)) {
      wanted.addFirst(row);
      readMore();
    }
    return picture.getReadOnlyProperty();
  }

  /** A row went out of view: it is not waited for any more. */
  void leave(BatchRow row) {
    if (wanted.remove(row)) {
      tried.remove(row);
    }
  }

  private void readMore() {
    while (reading < AT_A_TIME && !wanted.isEmpty()) {
      BatchRow row = wanted.removeFirst();
      reading++;
      Cancellation unused =
          runner.run(
              "Reading " + row.key(),
              (progress, cancellation) -> Rendering.forReading(reader.apply(row)).preview(SIDE),
              outcome -> {
                reading--;
                ReadOnlyObjectWrapper<@Nullable GreyPicture> picture = kept.get(row);
                if (picture != null && outcome instanceof Outcome.Done<GreyPicture> done) {
                  picture.set(done.value());
                }
                readMore();
              });
    }
  }
}
