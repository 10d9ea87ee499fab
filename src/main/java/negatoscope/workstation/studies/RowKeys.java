package negatoscope.workstation.studies;

import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keys in the list: up and down go from film to film, and stop at closed headings; left goes to the
 * heading above and closes it, right opens it; Space and Enter open and close.
 */
final class RowKeys {
  private final ListView<Row> list;
  private final StudiesViewModel studies;

  RowKeys(ListView<Row> list, StudiesViewModel studies) {
    this.list = list;
    this.studies = studies;
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
      return;
    }
    int at = list.getSelectionModel().getSelectedIndex();
    switch (event.getCode()) {
      case UP, KP_UP -> step(at, -1);
      case DOWN, KP_DOWN -> step(at, 1);
      case HOME -> step(-1, 1);
      case END -> step(list.getItems().size(), -1);
      case LEFT, KP_LEFT -> left(at);
      case RIGHT, KP_RIGHT -> right(at);
      case SPACE, ENTER -> toggle(row(at));
      default -> {
        return;
      }
    }
    event.consume();
  }

  private @Nullable Row row(int index) {
    return index >= 0 && index < list.getItems().size() ? list.getItems().get(index) : null;
  }

  private void step(int from, int step) {
    for (int i = from + step; row(i) != null; i += step) {
      if (!(row(i) instanceof Row.Heading heading && heading.expanded())) {
        select(i);
        return;
      }
    }
  }

  private void left(int at) {
    if (row(at) instanceof Row.Heading heading && heading.expanded()) {
      studies.expand(heading.key(), false);
      return;
    }
    Row from = row(at);
    for (int i = at - 1; i >= 0; i--) {
      if (row(i) instanceof Row.Heading above && isAbove(above, from)) {
        select(i);
        return;
      }
    }
  }

  private static boolean isAbove(Row.Heading above, @Nullable Row from) {
    return !(from instanceof Row.Heading heading) || above.level().compareTo(heading.level()) < 0;
  }

  private void right(int at) {
    if (row(at) instanceof Row.Heading heading) {
      if (heading.expanded()) {
        select(at + 1);
      } else {
        studies.expand(heading.key(), true);
      }
    }
  }

  private void toggle(@Nullable Row row) {
    if (row instanceof Row.Heading heading) {
      studies.expand(heading.key(), !heading.expanded());
    }
  }

  private void select(int index) {
    list.getSelectionModel().clearAndSelect(index);
    list.getFocusModel().focus(index);
    show(list, index);
  }

  /** Brings a row into view, and moves nothing where it is. */
  static void show(ListView<?> list, int index) {
    if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null
        && flow.getLastVisibleCell() != null
        && index > flow.getFirstVisibleCell().getIndex()
        && index < flow.getLastVisibleCell().getIndex()) {
      return;
    }
    list.scrollTo(Math.max(0, index - 2));
  }
}
