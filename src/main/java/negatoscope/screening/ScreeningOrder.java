package negatoscope.screening;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What is to be screened.
 *
 * @param folder a folder, ZIP archive or DICOMDIR, or one film
 * @param out the folder for journal, work list and heat maps; made if it is not there
 * @param start what is done about a screening that is there already
 * @param heatMaps whether a picture of where the network looked is made of each film
 * @param overdue from how long a wait on a film comes first in the list
 */
public record ScreeningOrder(
    Path folder, Path out, Start start, boolean heatMaps, Duration overdue) {
  /** What is done about a screening that is there already. */
  public enum Start {
    /** Nothing: it is an error. */
    NEW,
    /** It is gone on with. */
    RESUME,
    /** It is kept under another name. */
    RESTART
  }
}
