package negatoscope.workstation.trainer.results;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The system's chooser of folders and its browser. */
public final class SystemReportOutlet implements ReportOutlet {
  private final Supplier<Window> owner;

  /** A chooser in front of a window. */
  public SystemReportOutlet(Supplier<Window> owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> folder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Where to save the report");
    return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
  }

  @Override
  public void browse(Path page) {
    new Host().getHostServices().showDocument(page.toUri().toString());
  }

  /** JavaFX gives its host's services to applications alone; this one is never started. */
  private static final class Host extends Application {
    @Override
    public void start(Stage unused) {}
  }
}
