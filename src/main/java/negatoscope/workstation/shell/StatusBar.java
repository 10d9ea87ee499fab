package negatoscope.workstation.shell;

import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.TaskProgressView;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What runs in the background, with progress and cancel; the model and its device. */
final class StatusBar extends HBox {
  private final ObservableList<Task<?>> running;
  private final HBox task = new HBox();
  private final Label title = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button cancel =
      new Button(null, FontIcon.of(MaterialDesignC.CLOSE_CIRCLE_OUTLINE, 16));
  private final Hyperlink more = new Hyperlink();

  StatusBar(WorkstationViewModel model, ObservableList<Task<?>> running, Supplier<String> device) {
    this.running = running;
    setId("status-bar");
    getStyleClass().add("status");
    title.setMinWidth(0);
    title.setMaxWidth(440);
    title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    progress.setPrefWidth(120);
    progress.getStyleClass().add("small");
    cancel.setId("cancel-task");
    cancel.getStyleClass().addAll("flat", "button-icon", "small");
    cancel.setTooltip(new Tooltip("Cancel this task"));
    cancel.setAccessibleText("Cancel this task");
    more.setId("all-tasks");
    more.setOnAction(event -> showAll());
    task.getStyleClass().add("status-task");
    task.getChildren().setAll(title, progress, cancel, more);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label name = new Label();
    name.setId("status-model");
    name.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  var card = model.assessment().cardProperty().get();
                  return card != null
                      ? card.name()
                      : model.assessment().cardFailureProperty().get() != null ? "No model" : "";
                },
                model.assessment().cardProperty(),
                model.assessment().cardFailureProperty()));
    Label research = new Label("Research use only");
    research.getStyleClass().add("research-only");
    getChildren().setAll(task, space, name, computing(model, device), research);
    running.addListener((ListChangeListener<Task<?>>) change -> show());
    show();
  }

  /** The engine starts with the first film that is classified, and is known from then on. */
  private static Label computing(WorkstationViewModel model, Supplier<String> device) {
    Label label = new Label(device.get());
    label.setId("status-device");
    model
        .assessment()
        .answerProperty()
        .addListener((property, before, now) -> label.setText(device.get()));
    return label;
  }

  private void show() {
    title.textProperty().unbind();
    progress.progressProperty().unbind();
    boolean idle = running.isEmpty();
    progress.setVisible(!idle);
    cancel.setVisible(!idle);
    more.setVisible(running.size() > 1);
    if (idle) {
      title.setText("Ready");
      cancel.setOnAction(null);
      return;
    }
    Task<?> first = running.get(0);
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    first.getMessage().isEmpty()
                        ? first.getTitle()
                        : first.getTitle() + " – " + first.getMessage(),
                first.titleProperty(),
                first.messageProperty()));
    progress.progressProperty().bind(first.progressProperty());
    cancel.setOnAction(event -> first.cancel());
    more.setText("and " + (running.size() - 1) + " more");
  }

  private void showAll() {
    TaskProgressView<Task<?>> list = new TaskProgressView<>();
    list.setId("task-list");
    list.setPrefSize(380, 240);
    ListChangeListener<Task<?>> follow = change -> list.getTasks().setAll(running);
    list.getTasks().setAll(running);
    running.addListener(follow);
    PopOver over = new PopOver(list);
    over.setTitle("Running tasks");
    over.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
    over.setOnHidden(event -> running.removeListener(follow));
    over.show(more);
  }
}
