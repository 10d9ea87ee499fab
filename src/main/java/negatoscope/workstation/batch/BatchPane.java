package negatoscope.workstation.batch;

import java.nio.file.Path;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import negatoscope.workstation.batch.table.BatchRow;
import negatoscope.workstation.batch.table.BatchTable;
import negatoscope.workstation.batch.table.ColumnMemory;
import negatoscope.workstation.batch.table.FiguresView;
import negatoscope.workstation.batch.table.FilterBar;
import negatoscope.workstation.parts.Parts;
import org.jspecify.annotations.Nullable;

/** Screening a folder: how far it is, the films in a table, and reading them. */
public final class BatchPane extends BorderPane {
  /** Who runs through the rows wants to see the film where he stays. */
  private static final Duration STAY = Duration.millis(180);

  private final BatchViewModel batch;
  private final BatchChoices choices;
  private final BatchTable table;
  private final FilterBar filter;
  private final ReaderBar reader;
  private final Button choose;
  private final PauseTransition stay = new PauseTransition(STAY);

  /** A view of a screening. */
  public BatchPane(BatchViewModel batch, BatchChoices choices, ColumnMemory memory) {
    this.batch = batch;
    this.choices = choices;
    setId("batch");
    getStyleClass().add("batch");
    choose =
        Parts.button(
            "batch-choose", "Choose _folder…", () -> choices.folder().ifPresent(batch::choose));
    table = new BatchTable(batch.rows(), batch.thumbnails(), memory);
    filter = new FilterBar(batch.rows(), this::export);
    reader = new ReaderBar(batch, table::requestFocus);
    ScrollPane figures = new ScrollPane(new FiguresView(batch.rows()));
    figures.setFitToWidth(true);
    figures.setMinWidth(252);
    figures.setPrefWidth(264);
    figures.getStyleClass().add("train-content");
    SplitPane.setResizableWithParent(figures, false);
    SplitPane middle = new SplitPane(table, figures);
    middle.setDividerPositions(0.8);
    setTop(new VBox(new StartBar(batch, choices, choose), filter));
    setCenter(middle);
    setBottom(reader);
    stay.setOnFinished(event -> openSelected());
    batch.rows().selectedProperty().addListener((property, before, now) -> selected(now));
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    setOnDragOver(this::offerDrop);
    setOnDragDropped(this::drop);
  }

  /** Puts the keyboard where it is needed. */
  public void focusFirst() {
    if (batch.folderProperty().get() == null) {
      choose.requestFocus();
    } else {
      table.requestFocus();
    }
  }

  private void selected(@Nullable BatchRow now) {
    stay.stop();
    if (now != null) {
      stay.playFromStart();
    }
  }

  private void openSelected() {
    BatchRow now = batch.rows().selectedProperty().get();
    if (now != null) {
      batch.open(now);
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown()) {
      if (event.getCode() == KeyCode.F) {
        filter.find();
        event.consume();
      } else if (event.getCode() == KeyCode.Z && !isTypedInto(event)) {
        batch.reader().undo();
        event.consume();
      }
    } else if (!event.isAltDown() && isTypedInto(event)) {
      leaveSearch(event);
    } else if (!event.isAltDown() && !event.isShiftDown()) {
      plain(event);
    }
  }

  /** Whether a key means something where it is pressed, so that it is no command. */
  private static boolean isTypedInto(KeyEvent event) {
    return event.getTarget() instanceof TextInputControl
        || event.getTarget() instanceof Spinner<?>
        || event.getTarget() instanceof ComboBoxBase<?>;
  }

  private void leaveSearch(KeyEvent event) {
    boolean search =
        event.getTarget() instanceof TextInputControl field && "batch-search".equals(field.getId());
    if (search && (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER)) {
      table.requestFocus();
      event.consume();
    }
  }

  private void plain(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code.isDigitKey()) {
      batch.reader().decide(Integer.parseInt(code.getName().replaceAll("\\D", "")) - 1);
    } else if (code == KeyCode.N) {
      if (batch.rows().selectedProperty().get() != null) {
        reader.note();
      }
    } else if (code == KeyCode.PAGE_DOWN) {
      batch.rows().step(1);
    } else if (code == KeyCode.PAGE_UP) {
      batch.rows().step(-1);
    } else {
      return;
    }
    event.consume();
  }

  private void export(FilterBar.Which which) {
    List<BatchRow> some =
        switch (which) {
          case ALL -> batch.rows().inListOrder();
          case SHOWN -> List.copyOf(batch.rows().shown());
          case SELECTED ->
              table.getSelectionModel().getSelectedIndices().stream()
                  .sorted()
                  .map(table.getItems()::get)
                  .toList();
        };
    if (!some.isEmpty()) {
      choices.export().ifPresent(file -> batch.export(some, file));
    }
  }

  private void offerDrop(DragEvent event) {
    if (event.getDragboard().hasFiles() && event.getDragboard().getFiles().size() == 1) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void drop(DragEvent event) {
    List<Path> paths = event.getDragboard().getFiles().stream().map(file -> file.toPath()).toList();
    paths.stream().findFirst().ifPresent(batch::choose);
    event.setDropCompleted(!paths.isEmpty());
    event.consume();
  }
}
