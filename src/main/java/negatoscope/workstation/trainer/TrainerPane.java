package negatoscope.workstation.trainer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import negatoscope.workstation.models.FileChoices;
import negatoscope.workstation.parts.Parts;
import negatoscope.workstation.trainer.films.ClassesView;
import negatoscope.workstation.trainer.films.FoundView;
import negatoscope.workstation.trainer.films.SourceChoices;
import negatoscope.workstation.trainer.films.SourceView;
import negatoscope.workstation.trainer.network.NetworkView;
import negatoscope.workstation.trainer.network.SettingsView;
import negatoscope.workstation.trainer.results.NameView;
import negatoscope.workstation.trainer.results.ReportOutlet;
import negatoscope.workstation.trainer.results.ResultsView;
import negatoscope.workstation.trainer.run.RunView;
import negatoscope.workstation.trainer.step.Form;
import negatoscope.workstation.trainer.step.StepView;

/**
 * The wizard: where one is, the step, and the way on and back; with the reason where there is none.
 */
public final class TrainerPane extends BorderPane {
  private final TrainerViewModel trainer;
  private final List<StepView> views;
  private final List<Label> places = new ArrayList<>();
  private final Label title = new Label();
  private final Label hint = Form.text("", "quiet");
  private final List<ScrollPane> contents = new ArrayList<>();
  private final Button back;
  private final Button next;

  /**
   * What the wizard asks of the window that it is in.
   *
   * @param source asks where films lie
   * @param files asks for weight files
   * @param report takes the report
   * @param open shows films in the main window
   * @param close puts the wizard's window away
   */
  public record Surroundings(
      SourceChoices source,
      FileChoices files,
      ReportOutlet report,
      Consumer<List<Path>> open,
      Runnable close) {}

  /** A view of the wizard. */
  public TrainerPane(TrainerViewModel trainer, Surroundings around) {
    this.trainer = trainer;
    StepView source = SourceView.of(trainer.source(), around.source());
    VBox first = new VBox(new KeptView(trainer), source.content());
    VBox.setVgrow(source.content(), Priority.ALWAYS);
    views =
        List.of(
            new StepView(source.step(), first, source.first()),
            FoundView.of(trainer.found(), around.open()),
            ClassesView.of(trainer.classes()),
            NetworkView.of(trainer.network(), around.files()),
            SettingsView.of(trainer.settings()),
            RunView.of(trainer.run()),
            ResultsView.of(trainer.results(), around.report()),
            NameView.of(trainer.name(), trainer.results()));
    setId("trainer");
    getStyleClass().add("trainer");
    back = Parts.button("train-back", "_Back", trainer::back);
    next = Parts.button("train-next", "_Next", trainer::next);
    next.setDefaultButton(true);
    Button close = Parts.button("train-close", "Close", around.close());
    close.setCancelButton(true);
    setLeft(places());
    setTop(head());
    setCenter(contents());
    setBottom(foot(close));
    next.disableProperty().bind(trainer.reasonProperty().isNotEmpty());
    next.disableProperty().addListener((property, before, now) -> takeFocus(!now));
    trainer.run().stateProperty().addListener((property, before, now) -> enableBack());
    trainer.currentProperty().addListener((property, before, now) -> show());
    show();
  }

  private Node head() {
    title.setId("train-title");
    title.getStyleClass().add("state-title");
    VBox head = new VBox(title, hint);
    head.getStyleClass().add("train-head");
    return head;
  }

  /**
   * All steps lie there, one is seen: a mnemonic of a node that was taken away would still count.
   */
  private Node contents() {
    for (StepView view : views) {
      ScrollPane content = new ScrollPane(view.content());
      content.setFitToWidth(true);
      content.setFitToHeight(true);
      content.setFocusTraversable(false);
      content.setVisible(false);
      content.getStyleClass().add("train-content");
      contents.add(content);
    }
    StackPane pile = new StackPane();
    pile.getChildren().setAll(contents);
    return pile;
  }

  private Node places() {
    VBox list = new VBox();
    list.setId("train-places");
    list.getStyleClass().add("train-places");
    int number = 0;
    for (StepView view : views) {
      number++;
      Label place = new Label(number + "   " + view.step().title());
      place.getStyleClass().add("train-place");
      place.setMaxWidth(Double.MAX_VALUE);
      places.add(place);
      list.getChildren().add(place);
    }
    return list;
  }

  private Node foot(Button close) {
    Label why = Form.text("", "train-why");
    why.setId("why-not");
    why.setMaxWidth(Double.MAX_VALUE);
    why.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> trainer.reasonProperty().get(), trainer.reasonProperty()));
    HBox.setHgrow(why, Priority.ALWAYS);
    HBox foot = new HBox(why, back, next, close);
    foot.getStyleClass().add("train-foot");
    return foot;
  }

  /** Puts the keyboard where it is needed. */
  public void focusStep() {
    Optional<Node> first = views.get(trainer.currentProperty().get()).first();
    if (first.isPresent()) {
      first.get().requestFocus();
    } else if (next.isDisabled()) {
      shown().requestFocus();
    } else {
      next.requestFocus();
    }
  }

  private ScrollPane shown() {
    return contents.get(trainer.currentProperty().get());
  }

  /** Nothing in the step has the keyboard yet, so the way on has it. */
  private void takeFocus(boolean possible) {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    boolean inStep = owner != null && owner.isVisible() && isWithin(owner, shown().getContent());
    if (possible && !inStep) {
      next.requestFocus();
    }
  }

  private static boolean isWithin(Node node, Node parent) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (up.equals(parent)) {
        return true;
      }
    }
    return false;
  }

  private void show() {
    int number = trainer.currentProperty().get();
    StepView view = views.get(number);
    title.setText(view.step().title());
    hint.setText(view.step().hint());
    contents.forEach(content -> content.setVisible(content.equals(shown())));
    next.setText(view.step().next());
    enableBack();
    for (int i = 0; i < places.size(); i++) {
      places.get(i).getStyleClass().removeAll("now", "past");
      if (i <= number) {
        places.get(i).getStyleClass().add(i == number ? "now" : "past");
      }
    }
    Platform.runLater(this::focusStep);
  }

  private void enableBack() {
    back.setDisable(trainer.currentProperty().get() == 0 || !trainer.step().stays().isEmpty());
  }
}
