package negatoscope.workstation.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import negatoscope.classification.Classifier;
import negatoscope.intake.Intake;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.card.ModelCard;
import negatoscope.screening.ScreeningOrder;
import negatoscope.workstation.trainer.desk.TrainingDesk;

/**
 * What the window is given.
 *
 * @param paths files and folders to open at once; may be empty
 * @param home where the settings are kept
 * @param intake opens films
 * @param library the models at hand
 * @param card gives the card of the model to begin with, without starting the engine; called on a
 *     background thread; may throw {@link negatoscope.task.Failure}
 * @param classifier starts the engine and opens the model of a name; slow; called on a background
 *     thread when a film is first asked about; may throw {@link negatoscope.task.Failure} and is
 *     then called again for the next film; the window closes what it gives
 * @param desk trains for the wizard
 * @param objects by what a screening makes DICOM objects, where they are wanted
 * @param device what the network computes on, for the status bar, such as {@code CPU · TensorFlow
 *     2.16.2 · 2 threads}; empty until the engine has started; asked on the JavaFX thread
 * @param versions name and version of what the program is made of, for the About window, in the
 *     order shown; Java, JavaFX and the system are added by the window
 */
public record WorkstationContext(
    List<Path> paths,
    Home home,
    Intake intake,
    Library library,
    Supplier<ModelCard> card,
    Function<String, Classifier> classifier,
    TrainingDesk desk,
    ScreeningOrder.Dicom objects,
    Supplier<String> device,
    Map<String, String> versions) {
  /** Copies the list; keeps the order of the versions. */
  public WorkstationContext {
    paths = List.copyOf(paths);
    versions = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(versions));
  }
}
