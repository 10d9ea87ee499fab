package negatoscope.workstation.studies;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** A row of the list: a heading, which a click opens and closes, or a film. */
final class RowCell extends ListCell<Row> {
  private static final List<String> STYLES =
      List.of("patient-row", "study-row", "series-row", "film-cell");

  private final StudiesViewModel studies;
  private final HeadingView heading = new HeadingView();
  private final FilmView film = new FilmView();
  private final Tooltip tooltip = new Tooltip();
  private @Nullable OpenFilm seen;

  RowCell(StudiesViewModel studies) {
    this.studies = studies;
    // The list decides the width; long names are cut, not scrolled.
    setPrefWidth(0);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof Row.Heading row) {
      studies.expand(row.key(), !row.expanded());
    }
  }

  @Override
  protected void updateItem(@Nullable Row row, boolean empty) {
    super.updateItem(row, empty);
    getStyleClass().removeAll(STYLES);
    OpenFilm now = row instanceof Row.OfFilm ofFilm && !empty ? ofFilm.film() : null;
    see(now);
    film.show(now);
    if (row == null || empty) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
    } else if (row instanceof Row.Heading above) {
      heading.show(above);
      getStyleClass().add(above.level().name().toLowerCase(Locale.ROOT) + "-row");
      setGraphic(heading);
      tell((above.title() + "  " + above.detail()).strip());
      setAccessibleText(HeadingView.spoken(above));
    } else if (now != null) {
      getStyleClass().add("film-cell");
      setGraphic(film);
      tell(now.file().toString());
      setAccessibleText(film.getAccessibleText());
    }
  }

  private void tell(String text) {
    tooltip.setText(text);
    setTooltip(tooltip);
  }

  private void see(@Nullable OpenFilm now) {
    if (seen != now) {
      if (seen != null) {
        studies.unseen(seen);
      }
      seen = now;
    }
    if (now != null) {
      studies.seen(now);
    }
  }
}
