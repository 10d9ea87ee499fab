package negatoscope.workstation.batch;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import negatoscope.film.Film;
import negatoscope.screening.ScreeningOrder;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.models.OpenModels;

/**
 * What screening in the window works with.
 *
 * @param film reads a frame of a file, from 1, for its thumbnail; called in the background
 * @param objects by what DICOM objects are made, where they are wanted
 * @param quick for what takes a moment
 * @param run has a thread for screening alone
 * @param window runs what it is given on the JavaFX thread
 */
public record BatchTools(
    ScreeningDesk desk,
    OpenModels models,
    BiFunction<Path, Integer, Film> film,
    ScreeningOrder.Dicom objects,
    TaskRunner quick,
    TaskRunner run,
    Executor window) {}
