package negatoscope.workstation.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import negatoscope.task.Failure;
import negatoscope.workstation.studies.Content;
import negatoscope.workstation.studies.OpenFilm;
import negatoscope.workstation.viewer.FrameBar;
import negatoscope.workstation.viewer.ViewerPane;
import negatoscope.workstation.viewer.WarningStrip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/**
 * The middle of the window: the film, or in its place what to do or what went wrong; below it the
 * frames of its file and the film's warnings.
 */
final class FilmArea extends VBox {
  private static final int RECENT = 5;

  private final WorkstationViewModel model;
  private final Commands commands;
  private final StackPane instead = new StackPane();

  FilmArea(WorkstationViewModel model, Commands commands, Node screenHere) {
    this.model = model;
    this.commands = commands;
    setId("film-area");
    getStyleClass().add("film-area");
    setMinSize(200, 150);
    ViewerPane viewer = new ViewerPane(model.viewer());
    viewer.visibleProperty().bind(model.viewer().filmProperty().isNotNull());
    instead.visibleProperty().bind(model.viewer().filmProperty().isNull());
    model.contentProperty().addListener((property, before, now) -> refresh());
    model.studies().selectedProperty().addListener((property, before, now) -> refresh());
    model.studies().scansProperty().addListener((property, before, now) -> refresh());
    model
        .settings()
        .currentProperty()
        .addListener(
            (property, before, now) -> {
              if (!before.recentFiles().equals(now.recentFiles())) {
                refresh();
              }
            });
    refresh();
    Node notice = notice();
    StackPane.setAlignment(notice, Pos.TOP_CENTER);
    StackPane.setAlignment(screenHere, Pos.BOTTOM_CENTER);
    StackPane film = new StackPane(viewer, instead, notice, screenHere);
    film.setMinSize(0, 0);
    VBox.setVgrow(film, Priority.ALWAYS);
    getChildren()
        .setAll(
            film,
            new FrameBar(model.viewer().frames()),
            new WarningStrip(model.viewer().warningsProperty()));
  }

  private void refresh() {
    instead
        .getChildren()
        .setAll(model.studies().selected().map(this::state).orElseGet(this::noFilm));
  }

  private Node state(OpenFilm film) {
    if (film.content() instanceof Content.Failed failed) {
      return error(film, failed.failure());
    }
    return reading(film);
  }

  private Node noFilm() {
    return model.studies().scansProperty().get() > 0
        ? busy("looking-state", "Looking for films")
        : empty();
  }

  private Node empty() {
    Label head = text("Open a chest film", "state-title");
    Label how =
        text(
            "Drop films, folders, ZIP archives or a DICOMDIR here, or open them:\n"
                + "DICOM, PNG, JPEG and TIFF.",
            "quiet");
    Button files = spelledOut(commands.of("open"), "empty-open");
    files.getStyleClass().add("accent");
    Button folder = spelledOut(commands.of("open-folder"), "empty-open-folder");
    HBox buttons = new HBox(files, folder);
    buttons.getStyleClass().add("state-buttons");
    VBox box = state("empty-state", MaterialDesignR.RADIOLOGY_BOX_OUTLINE, head, how, buttons);
    List<String> recent = model.settings().current().recentFiles();
    if (!recent.isEmpty()) {
      VBox links = new VBox(text("Opened before", "recent-title"));
      links.getStyleClass().add("recent");
      recent.stream().limit(RECENT).forEach(file -> links.getChildren().add(link(file)));
      box.getChildren().add(links);
    }
    box.getChildren().add(text("F1 shows all keys. Research use only.", "quiet"));
    return box;
  }

  private static Button spelledOut(Command command, String id) {
    Button button = command.button();
    button.setId(id);
    button.setText(
        command.key() == null
            ? command.text()
            : command.text() + "  " + command.key().getDisplayText());
    button.getStyleClass().removeAll("flat", "button-icon");
    return button;
  }

  private Node link(String file) {
    Hyperlink link = new Hyperlink(file);
    link.setMnemonicParsing(false);
    link.setMaxWidth(480);
    link.setAlignment(Pos.CENTER);
    link.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
    link.setOnAction(event -> model.open(List.of(Path.of(file))));
    return link;
  }

  private static Node reading(OpenFilm film) {
    return busy("reading-state", "Reading " + film.captionProperty().get().file());
  }

  private static Node busy(String id, String what) {
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.setMaxSize(48, 48);
    VBox box = new VBox(wheel, text(what, "quiet"));
    box.setId(id);
    box.getStyleClass().add("state");
    return box;
  }

  private Node error(OpenFilm film, Failure failure) {
    Label code = text(failure.code().name(), "error-code");
    code.setId("error-code");
    Label sentence = text(failure.sentence(), "state-title");
    sentence.setId("error-sentence");
    Label advice = text(failure.advice(), "quiet");
    advice.setId("error-advice");
    Button again = new Button("Read again");
    again.setId("read-again");
    again.setOnAction(event -> model.studies().retry(film));
    Button close = new Button("Close film");
    close.setOnAction(event -> model.studies().close(film));
    HBox buttons = new HBox(again, close);
    buttons.getStyleClass().add("state-buttons");
    return state(
        "error-state", MaterialDesignA.ALERT_CIRCLE_OUTLINE, code, sentence, advice, buttons);
  }

  private static VBox state(String id, Ikon icon, Node... nodes) {
    FontIcon picture = FontIcon.of(icon, 64);
    picture.getStyleClass().add("state-icon");
    VBox box = new VBox(picture);
    box.getChildren().addAll(nodes);
    box.setId(id);
    box.getStyleClass().add("state");
    return box;
  }

  private Node notice() {
    Label text = new Label();
    text.setId("notice-text");
    text.setWrapText(true);
    text.textProperty().bind(model.noticeProperty());
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    Button away = new Button(null, FontIcon.of(MaterialDesignC.CLOSE, 16));
    away.setAccessibleText("Put this notice away");
    away.getStyleClass().addAll("flat", "button-icon", "small");
    away.setOnAction(event -> model.noticeProperty().set(""));
    HBox box = new HBox(text, away);
    box.setId("notice");
    box.getStyleClass().add("notice");
    box.setMaxHeight(USE_PREF_SIZE);
    box.visibleProperty().bind(Bindings.isNotEmpty(model.noticeProperty()));
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private static Label text(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
    return label;
  }
}
