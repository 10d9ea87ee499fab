package negatoscope.screening;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import negatoscope.dicom.DicomToolkit;

/**
 * What is to be screened.
 *
 * @param folder a folder, ZIP archive or DICOMDIR, or one film
 * @param out the folder for journal, work list and heat maps; made if it is not there
 * @param start what is done about a screening that is there already
 * @param heatMaps whether a picture of where the network looked is made of each film
 * @param dicom by what DICOM objects are made of each film; none where there are to be none
 * @param overdue from how long a wait on a film comes first in the list
 * @param watch whether films are taken as they come into the folder, until the run is cancelled
 */
public record ScreeningOrder(
    Path folder,
    Path out,
    Start start,
    boolean heatMaps,
    Optional<Dicom> dicom,
    Duration overdue,
    boolean watch) {
  /**
   * By what DICOM objects are made.
   *
   * @param toolkit reads the films' headers and writes
   * @param version of the program, which they name
   */
  public record Dicom(DicomToolkit toolkit, String version) {}

  /** The films that are there, and no others. */
  public ScreeningOrder(
      Path folder,
      Path out,
      Start start,
      boolean heatMaps,
      Optional<Dicom> dicom,
      Duration overdue) {
    this(folder, out, start, heatMaps, dicom, overdue, false);
  }

  /** The same, and what comes. */
  public ScreeningOrder watching() {
    return new ScreeningOrder(folder, out, start, heatMaps, dicom, overdue, true);
  }

  /** The same; where it goes on with a screening, files that changed are screened again. */
  public ScreeningOrder rescreening() {
    Start other = start == Start.RESUME ? Start.RESCREEN : start;
    return new ScreeningOrder(folder, out, other, heatMaps, dicom, overdue, watch);
  }

  /**
   * Whether rows of files that changed may be replaced. A run that watches takes them as films that
   * come.
   */
  boolean rescreensChanged() {
    return watch || start == Start.RESCREEN;
  }

  /** To be screened without DICOM objects. */
  public ScreeningOrder(Path folder, Path out, Start start, boolean heatMaps, Duration overdue) {
    this(folder, out, start, heatMaps, Optional.empty(), overdue);
  }

  /** What is done about a screening that is there already. */
  public enum Start {
    /** Nothing: it is an error. */
    NEW,
    /** It is gone on with; files that changed since are an error. */
    RESUME,
    /** It is gone on with; files that changed since are screened again. */
    RESCREEN,
    /** It is kept under another name. */
    RESTART
  }
}
