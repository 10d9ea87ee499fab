package negatoscope.workstation.models;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks by the choosers of the system. */
public final class SystemFileChoices implements FileChoices {
  private static final FileChooser.ExtensionFilter ZIP =
      new FileChooser.ExtensionFilter("ZIP archives", "*.zip", "*.ZIP");

  private final Supplier<Window> owner;

  /** Choosers in front of a window. */
  public SystemFileChoices(Supplier<Window> owner) {
    this.owner = owner;
  }

  @Override
  public List<Path> modelZips() {
    List<File> files = chooser("Import models", ZIP).showOpenMultipleDialog(owner.get());
    return files == null ? List.of() : files.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> modelFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Import a model's folder");
    return path(chooser.showDialog(owner.get()));
  }

  @Override
  public Optional<Path> exportOf(String model) {
    FileChooser chooser = chooser("Export " + model, ZIP);
    chooser.setInitialFileName(model + ".zip");
    return path(chooser.showSaveDialog(owner.get())).map(SystemFileChoices::asZip);
  }

  /** A ZIP by its name too; without the ending a folder would be written. */
  private static Path asZip(Path chosen) {
    String name = String.valueOf(chosen.getFileName());
    return name.toLowerCase(Locale.ROOT).endsWith(".zip")
        ? chosen
        : chosen.resolveSibling(name + ".zip");
  }

  @Override
  public Optional<Path> weights() {
    return path(
        chooser(
                "Import start weights",
                new FileChooser.ExtensionFilter("Keras weights", "*.h5", "*.hdf5"),
                new FileChooser.ExtensionFilter("Weights of a trained model", "*.bin"))
            .showOpenDialog(owner.get()));
  }

  private static FileChooser chooser(String title, FileChooser.ExtensionFilter... filters) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().setAll(filters);
    return chooser;
  }

  private static Optional<Path> path(@Nullable File file) {
    return Optional.ofNullable(file).map(File::toPath);
  }
}
