package negatoscope.workstation.studies;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A patient, a study or a series above its films. */
final class HeadingView extends HBox {
  private final FontIcon arrow = FontIcon.of(MaterialDesignC.CHEVRON_DOWN, 18);
  private final Label title = new Label();
  private final Label detail = new Label();
  private final Label count = new Label();

  HeadingView() {
    arrow.getStyleClass().add("heading-arrow");
    title.getStyleClass().add("heading-title");
    title.setMinWidth(0);
    detail.getStyleClass().add("heading-detail");
    detail.setMinWidth(0);
    detail.managedProperty().bind(detail.textProperty().isNotEmpty());
    detail.visibleProperty().bind(detail.textProperty().isNotEmpty());
    count.getStyleClass().add("heading-count");
    count.setMinWidth(USE_PREF_SIZE);
    VBox words = new VBox(title, detail);
    words.getStyleClass().add("heading-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().setAll(arrow, words, count);
    getStyleClass().add("heading");
  }

  void show(Row.Heading heading) {
    arrow.setIconCode(
        heading.expanded() ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
    title.setText(heading.title());
    detail.setText(heading.detail());
    // A number that is plain to see says nothing.
    boolean told = heading.level() == Row.Level.PATIENT || !heading.expanded();
    count.setText(told ? Integer.toString(heading.films()) : "");
  }

  /** What a screen reader says. */
  static String spoken(Row.Heading heading) {
    return "%s %s, %d %s, %s"
        .formatted(
            heading.title(),
            heading.detail(),
            heading.films(),
            heading.films() == 1 ? "film" : "films",
            heading.expanded() ? "expanded" : "collapsed");
  }
}
