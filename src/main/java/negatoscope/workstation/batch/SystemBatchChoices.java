package negatoscope.workstation.batch;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks by the choosers of the system. */
public final class SystemBatchChoices implements BatchChoices {
  private final Supplier<Window> owner;

  /** Choosers in front of a window. */
  public SystemBatchChoices(Supplier<Window> owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> folder() {
    return directory("Films to screen");
  }

  @Override
  public Optional<Path> out() {
    return directory("Folder for the work list");
  }

  private Optional<Path> directory(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
  }

  @Override
  public Optional<Path> export() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export rows");
    chooser.setInitialFileName("rows.csv");
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter("CSV", "*.csv"),
            new FileChooser.ExtensionFilter("JSON", "*.json"));
    return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
  }
}
