package negatoscope.workstation.models;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What runs with its progress and a way to stop it, or in one sentence how it ended. */
public final class JobBar extends HBox {
  /** A view of a job. */
  public JobBar(LongJob job) {
    setId("job");
    getStyleClass().add("job-bar");
    Label message = new Label();
    message.setId("job-message");
    message.setWrapText(true);
    message.setMaxWidth(Double.MAX_VALUE);
    message.textProperty().bind(job.messageProperty());
    HBox.setHgrow(message, Priority.ALWAYS);
    ProgressBar progress = new ProgressBar();
    progress.setPrefWidth(160);
    progress.setMinWidth(80);
    progress.progressProperty().bind(job.progressProperty());
    Button cancel = new Button("Cancel");
    cancel.setId("cancel-job");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(event -> job.cancel());
    cancel.disableProperty().bind(job.cancellingProperty());
    for (var shown : new javafx.scene.Node[] {progress, cancel}) {
      shown.visibleProperty().bind(job.runningProperty());
      shown.managedProperty().bind(job.runningProperty());
    }
    getChildren().setAll(message, progress, cancel);
    job.failedProperty()
        .addListener(
            (property, before, now) -> {
              message.getStyleClass().remove("error-text");
              if (now) {
                message.getStyleClass().add("error-text");
              }
            });
    visibleProperty().bind(Bindings.isNotEmpty(job.messageProperty()));
    managedProperty().bind(visibleProperty());
  }
}
