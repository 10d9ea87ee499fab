package negatoscope.workstation.attributes;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/** The selected value at length. */
final class ValueView extends BorderPane {
  private final Label title = new Label();
  private final TextArea text = new TextArea();

  ValueView() {
    getStyleClass().add("attribute-value");
    title.setId("attribute-title");
    title.getStyleClass().add("pane-title");
    text.setId("attribute-value");
    text.setEditable(false);
    text.setWrapText(true);
    text.setPromptText("Select an element to see its whole value");
    setTop(title);
    setCenter(text);
    setMinHeight(70);
  }

  void show(@Nullable AttributeRow row) {
    title.setText(
        row == null
            ? ""
            : Stream.of(row.tag(), row.name(), row.keyword(), row.vr())
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining("   ")));
    text.setText(row == null ? "" : row.whole().get());
  }

  String text() {
    return text.getText();
  }
}
