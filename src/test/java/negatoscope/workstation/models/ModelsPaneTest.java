package negatoscope.workstation.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.Model;
import negatoscope.library.SampleCards;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.FakeDrag;
import negatoscope.workstation.fakes.HeldRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ModelsPaneTest {
  @TempDir private Path folder;

  private final HeldRunner held = new HeldRunner();
  private final FakeFileChoices files = new FakeFileChoices();
  private final AtomicInteger compared = new AtomicInteger();
  private Library library;
  private ModelsViewModel models;
  private ModelsPane pane;

  @Start
  void start(Stage stage) throws IOException {
    library = new Library(new Home(folder.resolve("home")));
    write(library.folder("mine"), "mine");
    write(library.folder("other"), "other");
    Files.createDirectories(library.folder("broken"));
    models =
        new ModelsViewModel(
            library,
            new ModelInUse(
                () -> library.preferred().model().card(),
                new OpenModels(name -> FakeClassifier.named(name, 0), held),
                held),
            held,
            Runnable::run);
    held.doAll();
    pane = new ModelsPane(models, files, compared::incrementAndGet, () -> {});
    stage.setScene(new Scene(pane, 1000, 700));
    stage.show();
  }

  private static Model write(Path where, String name) {
    return SampleCards.write(where, SampleCards.full(name), SampleCards.graph(name));
  }

  private Path zip(String name) {
    write(folder.resolve("made").resolve(name), name);
    Path zip = folder.resolve(name + ".zip");
    library.exportModel(
        folder.resolve("made").resolve(name).toString(), zip, Progress.NONE, new Cancellation());
    return zip;
  }

  private List<String> names() {
    return models.rows().stream().map(ModelRow::name).toList();
  }

  private static Set<String> texts(Node node) {
    return node.lookupAll(".label").stream()
        .map(label -> ((Labeled) label).getText())
        .collect(Collectors.toSet());
  }

  private Set<String> texts() {
    return texts(pane);
  }

  private Set<String> card() {
    return texts(pane.lookup(".model-card"));
  }

  private String message() {
    return ((Labeled) pane.lookup("#job-message")).getText();
  }

  private void select(FxRobot robot, String name) {
    robot.clickOn(
        robot
            .lookup("#model-list .model-name")
            .match((Labeled label) -> label.getText().equals(name))
            .<Node>query());
  }

  private void push(FxRobot robot, String button) {
    robot.clickOn("#" + button);
    finish(robot);
  }

  private void finish(FxRobot robot) {
    robot.interact(held::doAll);
  }

  private boolean enabled(String button) {
    return !pane.lookup("#" + button).isDisabled();
  }

  @Test
  void theListShowsEveryModelAndTheCardOfTheOneThatIsClicked(FxRobot robot) {
    assertThat(names()).containsExactly(Library.BUNDLED, "mine", "other", "broken");
    assertThat(texts()).contains("in use", "default", "bundled", "BAD_MODEL");
    assertThat(card()).contains(Library.BUNDLED);
    select(robot, "mine");
    assertThat(card())
        .contains("mine", "Classes", "covid-19, pneumonia, normal", "75.0 % (50.0–100.0)");
    assertThat(enabled("rename-model") && enabled("remove-model")).isTrue();
    select(robot, "broken");
    assertThat(card()).contains("broken", "BAD_MODEL").anyMatch(text -> text.contains("card.json"));
    assertThat(enabled("remove-model")).isTrue();
    assertThat(List.of("use-model", "default-model", "export-model", "rename-model"))
        .noneMatch(this::enabled);
    select(robot, Library.BUNDLED);
    assertThat(enabled("remove-model") || enabled("rename-model")).isFalse();
    robot.clickOn("#compare-models");
    assertThat(compared.get()).isEqualTo(1);
  }

  private void importZips(FxRobot robot, Path... zips) {
    files.zips = List.of(zips);
    robot.clickOn("#import-model").clickOn("#import-zip");
    finish(robot);
  }

  @Test
  void aModelIsImportedFromAZipOrAFolder(FxRobot robot) {
    importZips(robot, zip("zipped"));
    assertThat(message()).isEqualTo("Imported zipped.");
    assertThat(card()).contains("zipped");
    files.folder = folder.resolve("made").resolve("unzipped");
    write(files.folder, "unzipped");
    robot.clickOn("#import-model").clickOn("#import-folder");
    finish(robot);
    assertThat(names()).contains("zipped", "unzipped");
    assertThat(card()).contains("unzipped");
  }

  private boolean dropped(FxRobot robot, List<Path> zips) {
    boolean[] taken = new boolean[1];
    robot.interact(() -> taken[0] = FakeDrag.drop(pane.lookup("#model-list"), zips));
    return taken[0];
  }

  @Test
  void modelsAreDroppedOnTheWindowUnlessAJobRuns(FxRobot robot) {
    List<Path> zips = List.of(zip("dropped"));
    assertThat(dropped(robot, zips)).isTrue();
    finish(robot);
    assertThat(names()).contains("dropped");
    robot.clickOn("#default-model");
    assertThat(dropped(robot, zips)).isFalse();
    finish(robot);
    assertThat(message()).doesNotContain("Import").contains("default");
  }

  @Test
  void whatIsNoModelIsRefusedInASentenceAndChangesNothing(FxRobot robot) throws IOException {
    Path cut = zip("cut");
    byte[] whole = Files.readAllBytes(cut);
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
    importZips(robot, cut);
    assertThat(message()).contains("cut.zip");
    assertThat(pane.lookup("#job-message").getStyleClass()).contains("error-text");
    assertThat(names()).containsExactly(Library.BUNDLED, "mine", "other", "broken");
    try (var left = Files.list(library.folder("mine").getParent())) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("mine", "other", "broken");
    }
    files.zips = List.of();
    robot.clickOn("#import-model").clickOn("#import-zip");
    assertThat(held.titles()).as("nothing was chosen").isEmpty();
  }

  @Test
  void oneOfSeveralThatIsRefusedDoesNotHoldUpTheOthers(FxRobot robot) throws IOException {
    Path text = Files.writeString(folder.resolve("notes.zip"), "no model");
    importZips(robot, zip("first"), text, zip("last"));
    assertThat(names()).contains("first", "last");
    assertThat(message()).startsWith("Imported first and last.\n").contains("notes.zip");
    assertThat(pane.lookup("#job-message").getStyleClass()).contains("error-text");
    assertThat(card()).contains("last");
  }

  @Test
  void anExportedModelComesBackAndAZipThatTheUserChoseIsReplaced(FxRobot robot) throws IOException {
    select(robot, "mine");
    files.export = Files.writeString(folder.resolve("out.zip"), "older");
    push(robot, "export-model");
    assertThat(message()).isEqualTo("Exported mine to " + files.export + ".");
    push(robot, "remove-model");
    importZips(robot, files.export);
    assertThat(message()).isEqualTo("Imported mine.");
    files.export = folder.resolve("new folder").resolve("other.zip");
    select(robot, "other");
    push(robot, "export-model");
    assertThat(files.export).isNotEmptyFile();
    try (var left = Files.list(folder)) {
      assertThat(left.filter(path -> path.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void aModelIsRenamedByADialogThatTakesOnlyNames(FxRobot robot) {
    select(robot, "mine");
    robot.push(KeyCode.ENTER);
    finish(robot);
    robot.push(KeyCode.F2);
    TextField name = robot.lookup("#new-name").query();
    Node rename = robot.lookup("#rename-ok").query();
    assertThat(name.getText()).isEqualTo("mine");
    robot.interact(() -> name.setText("no/name"));
    assertThat(rename.isDisabled()).isTrue();
    robot.interact(() -> name.setText(" "));
    assertThat(rename.isDisabled()).isTrue();
    robot.interact(() -> name.setText(" ours "));
    robot.clickOn(rename);
    finish(robot);
    assertThat(names()).contains("ours").doesNotContain("mine");
    assertThat(card()).contains("ours");
    assertThat(models.inUse().name()).as("it was in use").contains("ours");
    robot.push(KeyCode.F2);
    robot.interact(() -> robot.lookup("#new-name").queryAs(TextField.class).setText("other"));
    robot.clickOn("#rename-ok");
    finish(robot);
    assertThat(message()).contains("other");
    assertThat(names()).contains("ours", "other");
    robot.push(KeyCode.F2);
    robot.push(KeyCode.ESCAPE);
    assertThat(held.titles()).as("nothing was renamed").isEmpty();
  }

  @Test
  void aRemovedModelComesBackByUndo(FxRobot robot) {
    select(robot, "mine");
    robot.push(KeyCode.DELETE);
    finish(robot);
    assertThat(names()).doesNotContain("mine");
    assertThat(card()).as("the next one").contains("other");
    assertThat(((Labeled) pane.lookup("#removed")).getText()).startsWith("mine was removed.");
    push(robot, "undo-removal");
    assertThat(names()).contains("mine");
    assertThat(card()).contains("mine");
    assertThat(pane.lookup("#undo-removal").getParent().isVisible()).isFalse();
    robot.interact(() -> pane.lookup("#model-list").requestFocus());
    robot.push(KeyCode.DELETE);
    finish(robot);
    robot.press(KeyCode.CONTROL).push(KeyCode.Z).release(KeyCode.CONTROL);
    finish(robot);
    assertThat(names()).contains("mine");
    select(robot, Library.BUNDLED);
    robot.push(KeyCode.DELETE);
    finish(robot);
    assertThat(names()).contains(Library.BUNDLED);
  }

  @Test
  void theDefaultIsMarkedAndWhyItCannotBeUsedIsSaid(FxRobot robot) throws IOException {
    select(robot, "mine");
    push(robot, "default-model");
    assertThat(message()).isEqualTo("mine is the default from now on.");
    assertThat(models.selectedProperty().get().preferred()).isTrue();
    assertThat(pane.lookup("#default-trouble").isVisible()).isFalse();
    Files.writeString(library.folder("mine").resolve(Model.GRAPH), "another graph");
    robot.interact(models::refresh);
    finish(robot);
    assertThat(((Labeled) pane.lookup("#default-trouble")).getText())
        .startsWith("The default model mine cannot be used; " + Library.BUNDLED + " answers");
    select(robot, Library.BUNDLED);
    push(robot, "default-model");
    assertThat(pane.lookup("#default-trouble").isVisible()).isFalse();
  }

  @Test
  void whatHasToWaitForARunningJobSaysSoAndCancellingIsAnsweredAtOnce(FxRobot robot) {
    select(robot, "mine");
    files.export = folder.resolve("slow.zip");
    robot.clickOn("#export-model");
    assertThat(message()).isEqualTo("Exporting mine…");
    assertThat(List.of("remove-model", "import-model", "export-model")).noneMatch(this::enabled);
    robot.interact(() -> pane.lookup("#model-list").requestFocus());
    robot.push(KeyCode.DELETE);
    assertThat(message()).contains("Removing mine has to wait");
    robot.clickOn("#cancel-job");
    assertThat(message()).isEqualTo("Exporting mine – cancelling…");
    assertThat(enabled("cancel-job")).isFalse();
    finish(robot);
    assertThat(message()).isEqualTo("Exporting mine was cancelled.");
    assertThat(files.export).doesNotExist();
    assertThat(names()).contains("mine");
    assertThat(enabled("remove-model")).isTrue();
  }
}
