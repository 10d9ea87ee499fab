package negatoscope;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import negatoscope.command.CommandLineProgram;
import negatoscope.command.surroundings.AppFolder;
import negatoscope.command.surroundings.Console;
import negatoscope.command.surroundings.Desktop;
import negatoscope.command.surroundings.Display;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.command.surroundings.SystemWorkbench;
import negatoscope.command.surroundings.Version;
import negatoscope.library.Home;
import negatoscope.network.Device;
import negatoscope.screening.ScreeningOrder;
import negatoscope.training.cache.CacheSpace;
import negatoscope.workstation.shell.Workstation;
import negatoscope.workstation.shell.WorkstationContext;
import negatoscope.workstation.trainer.desk.EngineDesk;

/** Opens the window or runs a command. */
public final class Negatoscope {
  // Kept in a field: a logger that nobody holds forgets its level.
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private Negatoscope() {}

  /** Starts the program; the process ends with the command's exit code. */
  public static void main(String[] arguments) {
    // On the class path, as Maven starts it, JavaFX warns that it would rather be a module.
    JAVAFX.setLevel(Level.SEVERE);
    // Pictures are drawn in memory alone; asking for a screen here would get in JavaFX's way.
    System.setProperty("java.awt.headless", "true");
    Home home = Home.ofSystem();
    // Read by logback.xml, and so set before anything logs.
    System.setProperty("negatoscope.log", home.log().toString());
    int exit;
    try (SystemWorkbench workbench = new SystemWorkbench(home)) {
      Surroundings around =
          new Surroundings(
              workbench, Console.ofProcess(), new Window(workbench), AppFolder.ofProcess());
      exit = new CommandLineProgram(around).run(arguments);
    }
    System.exit(exit);
  }

  /** The JavaFX window; the engine starts when the first film is classified, not before. */
  private record Window(SystemWorkbench workbench) implements Desktop {
    @Override
    public Optional<String> missing() {
      return Display.missing();
    }

    @Override
    public void open(List<Path> paths) {
      Map<String, String> versions = new LinkedHashMap<>(Version.ofParts());
      versions.put("DICOM toolkit", workbench.dicom().summary());
      Workstation.launch(
          new WorkstationContext(
              paths,
              workbench.home(),
              workbench.intake(),
              workbench.library(),
              () -> workbench.library().preferred().model().card(),
              name -> workbench.classifier(Optional.of(name), Device.AUTO),
              new EngineDesk(
                  workbench::engine,
                  workbench.library()::find,
                  workbench.intake()::openFirst,
                  CacheSpace.below(workbench.home().cache(), System.getenv())),
              new ScreeningOrder.Dicom(workbench.dicom().preferred(), Version.ofProgram()),
              workbench::computesOn,
              versions));
    }
  }
}
