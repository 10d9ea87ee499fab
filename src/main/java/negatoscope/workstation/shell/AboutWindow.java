package negatoscope.workstation.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import negatoscope.workstation.assessment.AssessmentViewModel;
import negatoscope.workstation.assessment.ModelView;

/** What the program is, what it is made of, under which terms, and what its model is worth. */
final class AboutWindow {
  /** Where the build puts the licences; those that are there are shown. */
  private static final List<String> LICENCES =
      List.of(
          "/negatoscope/licences/THIRD-PARTY.txt",
          "/negatoscope/models/mobilenet-v2-films/LICENCES.txt");

  private AboutWindow() {}

  static Stage of(Window owner, AssessmentViewModel assessment, Map<String, String> versions) {
    TabPane tabs =
        new TabPane(
            tab("Model", scrolled(new ModelView(assessment))),
            tab("Versions", scrolled(versions(versions))),
            tab("Licences", licences()));
    BorderPane page = new BorderPane(tabs);
    page.setTop(head(versions));
    page.setId("about");
    return SideWindow.of(owner, "About Negatoscope", page, 760, 620);
  }

  private static Node head(Map<String, String> versions) {
    Label name = new Label("Negatoscope");
    name.getStyleClass().add("about-name");
    Label version = new Label("Version " + versions.getOrDefault("Negatoscope", "unknown"));
    version.getStyleClass().add("quiet");
    Label what =
        new Label(
            "A light box for chest films that also says what a network sees in them, where it"
                + " looked, and when not to believe it.");
    what.setWrapText(true);
    Label research = new Label("Research use only. Not for diagnosis.");
    research.getStyleClass().add("research-only");
    VBox text = new VBox(name, version, what, research);
    text.getStyleClass().add("about-text");
    HBox head = new HBox(text);
    MainWindow.icon(64)
        .ifPresent(
            icon -> {
              ImageView view = new ImageView(icon);
              view.setFitWidth(64);
              view.setFitHeight(64);
              head.getChildren().add(0, view);
            });
    head.getStyleClass().add("about-head");
    return head;
  }

  private static Tab tab(String title, Node content) {
    Tab tab = new Tab(title, content);
    tab.setClosable(false);
    return tab;
  }

  private static ScrollPane scrolled(Node content) {
    VBox padded = new VBox(content);
    padded.setPadding(new Insets(16));
    ScrollPane pane = new ScrollPane(padded);
    pane.setFitToWidth(true);
    return pane;
  }

  private static Node versions(Map<String, String> given) {
    Map<String, String> all = new LinkedHashMap<>(given);
    all.put("JavaFX", property("javafx.runtime.version"));
    all.put("Java", property("java.runtime.version") + ", " + property("java.vendor"));
    all.put(
        "System", property("os.name") + " " + property("os.version") + ", " + property("os.arch"));
    GridPane grid = new GridPane();
    grid.getStyleClass().add("form");
    all.forEach(
        (name, version) -> {
          Label value = new Label(version);
          value.setWrapText(true);
          grid.addRow(grid.getRowCount(), new Label(name), value);
        });
    return grid;
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  private static Node licences() {
    StringBuilder text = new StringBuilder("Negatoscope is licensed under Apache-2.0.\n\n");
    for (String resource : LICENCES) {
      text.append(resource(resource));
    }
    TextArea area = new TextArea(text.toString());
    area.setEditable(false);
    area.getStyleClass().add("licences");
    return area;
  }

  private static String resource(String name) {
    try (InputStream in = AboutWindow.class.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
