package negatoscope.workstation.viewer;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import negatoscope.film.Window;
import negatoscope.rendering.Rendering;
import negatoscope.rendering.VoiChoice;
import negatoscope.task.Cancellation;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/**
 * The window under which the film is shown: one of its choices by name, or the user's own by
 * dragging, which goes on from the choice made last.
 */
public final class WindowsViewModel {
  private final TaskRunner runner;
  private final ObjectProperty<@Nullable Rendering> rendering = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<List<VoiChoice>> choices =
      new ReadOnlyObjectWrapper<>(List.of());
  private @Nullable Rendering first;
  private @Nullable Rendering dragStart;
  private @Nullable VoiChoice wanted;

  /** How a window was left; holds nothing that holds the film. */
  record Left(Window window, @Nullable VoiChoice choice, boolean inverted) {
    /** The same window at once; a choice that needs the film's values is still to be made. */
    Rendering again(Rendering first) {
      Rendering windowed;
      if (choice == null || needsValues(choice)) {
        boolean own = choice != null && choice.equals(first.choice().orElse(null));
        windowed = own ? first : first.withWindow(window);
      } else {
        windowed = first.withChoice(choice);
      }
      return windowed.inverted(inverted);
    }
  }

  private static boolean needsValues(VoiChoice choice) {
    return choice.kind() == VoiChoice.Kind.AUTOMATIC || choice.kind() == VoiChoice.Kind.FULL_RANGE;
  }

  WindowsViewModel(TaskRunner runner) {
    this.runner = runner;
  }

  /** Begins anew, without a film. */
  void clear() {
    first = null;
    dragStart = null;
    wanted = null;
    rendering.set(null);
    choices.set(List.of());
  }

  /**
   * Shows a film.
   *
   * @param own the rendering that a reset goes back to
   * @param left how the film, or another frame of its file, was left; null for its own window
   */
  void begin(Rendering own, @Nullable Left left) {
    Rendering shown = left == null ? own : left.again(own);
    first = own;
    dragStart = shown;
    choices.set(own.choices());
    rendering.set(shown);
    VoiChoice choice = left == null ? null : left.choice();
    if (choice != null && !choice.equals(shown.choice().orElse(null))) {
      choose(choice);
    }
  }

  /** How the window is left; null without a film. */
  @Nullable Left left() {
    Rendering shown = rendering.get();
    return shown == null
        ? null
        : new Left(shown.window(), shown.choice().orElse(null), shown.isInverted());
  }

  /** The rendering that a reset goes back to. */
  @Nullable Rendering own() {
    return first;
  }

  /** Shows the film by one of its choices, worked out in the background. */
  public void choose(VoiChoice choice) {
    Rendering from = first;
    if (from == null) {
      return;
    }
    wanted = choice;
    Cancellation unused =
        runner.run(
            "Choosing " + choice.name(),
            (progress, cancellation) -> from.withChoice(choice),
            outcome -> {
              if (outcome instanceof Outcome.Done<Rendering> done
                  && first == from
                  && choice.equals(wanted)) {
                become(done.value());
              }
            });
  }

  private void become(Rendering chosen) {
    Rendering shown = rendering.get();
    Rendering turned = chosen.inverted(shown != null && shown.isInverted());
    wanted = null;
    dragStart = turned;
    rendering.set(turned);
  }

  /** The choice so many after the one in use, or before it; from the last on to the first. */
  public void step(int by) {
    List<VoiChoice> all = choices.get();
    Rendering shown = rendering.get();
    if (!all.isEmpty() && shown != null) {
      VoiChoice now = wanted != null ? wanted : shown.choice().orElse(null);
      int at = now == null ? (by > 0 ? -1 : 0) : all.indexOf(now);
      choose(all.get(Math.floorMod(at + by, all.size())));
    }
  }

  /** One step of a drag, in pane units; see {@link WindowDrag}. */
  void drag(double dx, double dy, WindowDrag.Step step) {
    Rendering start = dragStart;
    if (start != null) {
      WindowDrag drag = WindowDrag.of(start);
      change(shown -> shown.withWindow(drag.moved(shown, dx, dy, step)));
    }
  }

  void show(Window window) {
    change(shown -> shown.withWindow(window));
  }

  void invert() {
    change(shown -> shown.inverted(!shown.isInverted()));
  }

  private void change(UnaryOperator<Rendering> how) {
    Rendering shown = rendering.get();
    if (shown != null) {
      wanted = null;
      rendering.set(how.apply(shown));
    }
  }

  void reset() {
    if (first != null) {
      wanted = null;
      dragStart = first;
      rendering.set(first);
    }
  }

  /** How the film is shown; null until its window is chosen. */
  ObjectProperty<@Nullable Rendering> renderingProperty() {
    return rendering;
  }

  /** What the film can be shown by; empty without a film. */
  public ReadOnlyObjectProperty<List<VoiChoice>> choicesProperty() {
    return choices.getReadOnlyProperty();
  }
}
