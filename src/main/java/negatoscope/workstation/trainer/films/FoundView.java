package negatoscope.workstation.trainer.films;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import negatoscope.training.scan.Finding;
import negatoscope.training.scan.GroupCount;
import negatoscope.training.scan.ScanReport;
import negatoscope.training.scan.ScannedFilm;
import negatoscope.workstation.models.JobBar;
import negatoscope.workstation.parts.Parts;
import negatoscope.workstation.trainer.step.Form;
import negatoscope.workstation.trainer.step.StepView;
import org.jspecify.annotations.Nullable;

/** What was found: counts, then what is to be said, and the films that each sentence is about. */
public final class FoundView {
  private final FoundViewModel found;
  private final Consumer<List<Path>> open;
  private final HBox counts = new HBox(36);
  private final ListView<Finding> findings = new ListView<>();
  private final ListView<ScannedFilm> films = new ListView<>();
  private final Button outAll;
  private final Button inAll;
  private final Button openSome;

  private FoundView(FoundViewModel found, Consumer<List<Path>> open) {
    this.found = found;
    this.open = open;
    outAll = Parts.button("exclude-all", "Leave _out all of these", () -> excludeAll(true));
    inAll = Parts.button("include-all", "Take _in all of these", () -> excludeAll(false));
    openSome = Parts.button("open-found", "Show in the _main window", this::open);
  }

  /**
   * The step with its view.
   *
   * @param open shows films in the main window
   */
  public static StepView of(FoundViewModel found, Consumer<List<Path>> open) {
    FoundView view = new FoundView(found, open);
    return new StepView(found, view.content(), Optional.empty());
  }

  private Node content() {
    findings.setId("findings");
    findings.getStyleClass().add("film-list");
    findings.setCellFactory(list -> new FindingCell());
    findings.setPlaceholder(Form.text("Nothing is to be said about these films.", "quiet"));
    findings
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> showFilms(now));
    findings.addEventFilter(KeyEvent.KEY_PRESSED, this::keyOfFinding);
    films.setId("found-films");
    films.getStyleClass().add("film-list");
    films.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    films.setCellFactory(list -> new FoundFilmCell(found));
    films.setPlaceholder(Form.text("Choose a line at the left to see its films.", "quiet"));
    films.addEventFilter(KeyEvent.KEY_PRESSED, this::keyOfFilm);
    films.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            open();
          }
        });
    VBox right = new VBox(8, films, actions());
    VBox.setVgrow(films, Priority.ALWAYS);
    SplitPane split = new SplitPane(findings, right);
    split.setDividerPositions(0.5);
    VBox.setVgrow(split, Priority.ALWAYS);
    Button again = Parts.button("look-again", "_Look again", found::look);
    again.disableProperty().bind(found.job().runningProperty());
    JobBar job = new JobBar(found.job());
    HBox.setHgrow(job, Priority.ALWAYS);
    HBox head = new HBox(10, job, again);
    Label left = Form.text("", "quiet");
    left.setId("left-out");
    left.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    found.excluded().isEmpty()
                        ? ""
                        : found.excluded().size() + " of the films are left out.",
                found.excluded()));
    VBox content = new VBox(head, counts, left, split);
    content.getStyleClass().add("train-step");
    found.reportProperty().addListener((property, before, now) -> show(now));
    show(found.reportProperty().get());
    return content;
  }

  private Node actions() {
    for (Button button : List.of(outAll, inAll)) {
      button.disableProperty().bind(Bindings.isEmpty(films.getItems()));
    }
    openSome.disableProperty().bind(films.getSelectionModel().selectedItemProperty().isNull());
    FlowPane actions = new FlowPane(outAll, inAll, openSome);
    actions.getStyleClass().addAll("model-actions", "found-actions");
    return actions;
  }

  private void show(@Nullable ScanReport report) {
    counts.getChildren().clear();
    findings.getItems().clear();
    films.getItems().clear();
    if (report != null) {
      counts.getChildren().add(Form.table("found-classes", rows("class", report.classes())));
      if (report.collections().size() > 1) {
        counts
            .getChildren()
            .add(Form.table("found-collections", rows("collection", report.collections())));
      }
      if (report.views().size() > 1) {
        counts.getChildren().add(Form.table("found-views", rows("view", report.views())));
      }
      findings.getItems().setAll(report.findings());
    }
  }

  private static List<List<String>> rows(String what, List<GroupCount> counts) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(what, "films", "patients"));
    for (GroupCount count : counts) {
      rows.add(
          List.of(
              count.name().isEmpty() ? "not stated" : count.name(),
              "%,d".formatted(count.films()),
              "%,d".formatted(count.patients())));
    }
    return rows;
  }

  private void showFilms(@Nullable Finding finding) {
    films.getItems().setAll(finding == null ? List.of() : found.filmsOf(finding));
  }

  private void excludeAll(boolean out) {
    found.exclude(films.getItems(), out);
  }

  private void open() {
    List<Path> some =
        films.getSelectionModel().getSelectedItems().stream()
            .map(film -> film.film().file())
            .toList();
    if (!some.isEmpty()) {
      open.accept(some);
    }
  }

  private void keyOfFinding(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE) {
      excludeAll(true);
      event.consume();
    }
  }

  /** Space ticks, Enter opens, Delete leaves out. */
  private void keyOfFilm(KeyEvent event) {
    List<ScannedFilm> some = List.copyOf(films.getSelectionModel().getSelectedItems());
    if (some.isEmpty()) {
      return;
    }
    switch (event.getCode()) {
      case SPACE -> found.exclude(some, !found.excluded().contains(some.get(0).film().name()));
      case DELETE -> found.exclude(some, true);
      case ENTER -> open();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
