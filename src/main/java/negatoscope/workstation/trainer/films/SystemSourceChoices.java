package negatoscope.workstation.trainer.films;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks by the choosers of the system. */
public final class SystemSourceChoices implements SourceChoices {
  private final Supplier<Window> owner;

  /** Choosers in front of a window. */
  public SystemSourceChoices(Supplier<Window> owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> folder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("A folder with one folder per class");
    return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
  }

  @Override
  public Optional<Path> table() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("A table of films");
    chooser
        .getExtensionFilters()
        .setAll(new FileChooser.ExtensionFilter("Tables", "*.csv", "*.CSV"));
    return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
  }
}
