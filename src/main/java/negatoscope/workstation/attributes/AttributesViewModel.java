package negatoscope.workstation.attributes;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import negatoscope.film.Film;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of the file on the screen. Its header is read in the background, when the table is
 * seen; a file that could not be opened as a film may still have one. To be used on the JavaFX
 * thread.
 */
public final class AttributesViewModel {
  private static final AttributeSearch NOTHING = new AttributeSearch(List.of(), 0);

  private final ObservableValue<? extends @Nullable Path> file;
  private final ObservableValue<? extends @Nullable Film> film;
  private final HeaderReader reader;
  private final TaskRunner runner;
  private final BooleanProperty seen = new SimpleBooleanProperty();
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<AttributeSearch> found = new ReadOnlyObjectWrapper<>(NOTHING);
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private State state = new State.Idle();

  /** How far reading is. */
  private sealed interface State {
    /** Nothing was asked for. */
    record Idle() implements State {}

    record Reading(Path file, Cancellation cancellation) implements State {}

    record Elements(Path file, List<AttributeRow> rows) implements State {}

    /** A file that has no elements. */
    record Picture(Path file) implements State {}

    record Failed(Path file, String message) implements State {}
  }

  /**
   * The attributes of a file that may change.
   *
   * @param file on the screen
   * @param film made of it, once there is one; says what a picture file is
   * @param runner reads; calls back on the JavaFX thread
   */
  public AttributesViewModel(
      ObservableValue<? extends @Nullable Path> file,
      ObservableValue<? extends @Nullable Film> film,
      HeaderReader reader,
      TaskRunner runner) {
    this.file = file;
    this.film = film;
    this.reader = reader;
    this.runner = runner;
    file.addListener((property, before, now) -> follow());
    film.addListener((property, before, now) -> refresh());
    seen.addListener((property, before, now) -> follow());
    search.addListener((property, before, now) -> refresh());
  }

  private void follow() {
    Path wanted = seen.get() ? file.getValue() : null;
    if (wanted != null && wanted.equals(fileOf(state))) {
      return;
    }
    if (state instanceof State.Reading reading) {
      reading.cancellation().cancel();
    }
    if (wanted == null) {
      become(new State.Idle());
      return;
    }
    // An inline runner is done before run() returns: what is waited for must be known before.
    Cancellation stop = new Cancellation();
    become(new State.Reading(wanted, stop));
    Cancellation unused =
        runner.run(
            "Reading the attributes of " + wanted.getFileName(),
            (progress, cancellation) -> {
              stop.check();
              return read(wanted);
            },
            outcome -> wasRead(wanted, outcome));
  }

  private static @Nullable Path fileOf(State state) {
    if (state instanceof State.Reading reading) {
      return reading.file();
    }
    if (state instanceof State.Elements elements) {
      return elements.file();
    }
    return state instanceof State.Picture picture ? picture.file() : null;
  }

  private State read(Path wanted) {
    return reader
        .header(wanted)
        .<State>map(header -> new State.Elements(wanted, AttributeRows.of(header)))
        .orElseGet(() -> new State.Picture(wanted));
  }

  private void wasRead(Path wanted, Outcome<State> outcome) {
    if (!(state instanceof State.Reading reading) || !reading.file().equals(wanted)) {
      return;
    }
    if (outcome instanceof Outcome.Done<State> done) {
      become(done.value());
    } else if (outcome instanceof Outcome.Failed<State> failed) {
      become(new State.Failed(wanted, sentence(failed.failure())));
    } else if (!reading.cancellation().isCancelled()) {
      become(new State.Failed(wanted, "Reading was cancelled."));
    }
  }

  private static String sentence(Failure failure) {
    return (failure.sentence() + " " + failure.advice()).strip();
  }

  private void become(State next) {
    state = next;
    refresh();
  }

  private void refresh() {
    List<AttributeRow> rows = rows();
    AttributeSearch result = AttributeSearch.of(rows, search.get());
    title.set(file.getValue() == null ? "" : Objects.toString(file.getValue().getFileName(), ""));
    found.set(result);
    summary.set(summary(rows, result));
  }

  private List<AttributeRow> rows() {
    if (state instanceof State.Elements elements) {
      return elements.rows();
    }
    return state instanceof State.Picture ? PictureFacts.of(film.getValue()) : List.of();
  }

  private String summary(List<AttributeRow> rows, AttributeSearch result) {
    if (state instanceof State.Idle) {
      return file.getValue() == null ? "No film is open." : "";
    }
    if (state instanceof State.Reading) {
      return "Reading…";
    }
    if (state instanceof State.Failed failed) {
      return failed.message();
    }
    int all = AttributeSearch.of(rows, "").hits();
    String kind = state instanceof State.Elements ? "element" : "fact";
    String count = all == 1 ? "1 " + kind : all + " " + kind + "s";
    return search.get().isBlank() ? count : result.hits() + " of " + count;
  }

  /** Whether the table is seen; nothing is read while it is not. */
  public BooleanProperty seenProperty() {
    return seen;
  }

  /** What is searched for; kept when another film is shown. */
  public StringProperty searchProperty() {
    return search;
  }

  /** What is shown. */
  public ReadOnlyObjectProperty<AttributeSearch> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** The file's name. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** How many elements there are and match, that they are being read, or why there are none. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** All that is shown as text, a line a row, nested rows indented. */
  public String allText() {
    StringBuilder text = new StringBuilder();
    found.get().rows().forEach(shown -> append(shown, 0, text));
    return text.toString();
  }

  private static void append(AttributeSearch.Shown shown, int level, StringBuilder text) {
    text.append("  ".repeat(level)).append(shown.row().line()).append('\n');
    shown.children().forEach(child -> append(child, level + 1, text));
  }
}
