package negatoscope.dicom.object;

import java.time.LocalDateTime;
import java.util.Optional;
import negatoscope.dicom.DataSet;

/**
 * Makes the objects of films, to be written by {@link negatoscope.dicom.DicomToolkit#write}.
 *
 * @param maker the program
 * @param made Content Date and Time, the one part of an object that does not come from the film and
 *     the answer; for objects that are the same in every run it must not depend on the run
 */
public record FilmObjects(Maker maker, LocalDateTime made) {
  /**
   * A Secondary Capture of the film itself, for one that {@linkplain Subject#needsCopy needs it}.
   *
   * @param pixels of the film; of a DICOM file as they are shown, for the copy says nothing about
   *     windows
   */
  public DataSet film(Subject subject, Raster pixels) {
    return new SecondaryCapture(composite(subject)).film(pixels);
  }

  /**
   * A Secondary Capture of the film under its heat map.
   *
   * @param pixels the picture, with "research use only" burned in
   */
  public DataSet overlay(Subject subject, Answer answer, Explanation shown, Raster pixels) {
    return new SecondaryCapture(composite(subject)).overlay(answer, shown, pixels);
  }

  /**
   * An Enhanced SR with the answer.
   *
   * @param shown what {@link #overlay} was made with; none where there is no such picture
   */
  public DataSet report(Subject subject, Answer answer, Optional<Explanation> shown) {
    return new MeasurementReport(composite(subject)).of(answer, shown);
  }

  private Composite composite(Subject subject) {
    return new Composite(subject, maker, made);
  }
}
