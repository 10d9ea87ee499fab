package negatoscope.screening;

import java.util.Optional;
import java.util.Set;
import negatoscope.classification.Classification;
import negatoscope.classification.HeatMapSheets;
import negatoscope.film.Film;
import negatoscope.network.CamMethod;
import negatoscope.rendering.HeatMapSheet;
import negatoscope.screening.dicom.DicomExport;
import negatoscope.screening.dicom.Shown;
import negatoscope.screening.row.FilmHead;

/**
 * What is written of each film that was answered, beside its row.
 *
 * @param heatMaps pictures of where the network looked
 * @param dicom DICOM objects; with a picture where there are heat maps
 */
record FilmFiles(Optional<HeatMapFiles> heatMaps, Optional<DicomExport> dicom) {
  /** Nothing at all. */
  static final FilmFiles NONE = new FilmFiles(Optional.empty(), Optional.empty());

  /** Whether nothing is written, so that nobody needs the film any more once it was asked about. */
  boolean isNothing() {
    return heatMaps.isEmpty() && dicom.isEmpty();
  }

  /** The heat maps that the network must make. */
  Set<CamMethod> methods() {
    return heatMaps.isPresent() ? Set.of(HeatMapFiles.METHOD) : Set.of();
  }

  /** Sees to it that nothing is left of a film that got no answer but had one before. */
  void clear(FilmHead head) {
    dicom.ifPresent(objects -> objects.clear(head));
  }

  /**
   * Writes a film's files.
   *
   * @return the picture of its heat map, relative to the output folder; empty where there is none
   * @throws negatoscope.film.FilmException where its file cannot be read any more
   * @throws negatoscope.task.Failure {@code NOT_WRITABLE} or {@code DISK_FULL}
   */
  String write(FilmHead head, Film film, Classification answer) {
    Optional<HeatMapSheet> sheet =
        heatMaps.map(
            files ->
                HeatMapSheets.of(
                    film, answer, answer.topClass(), HeatMapFiles.METHOD, HeatMapSheets.OPACITY));
    String picture = heatMaps.map(files -> files.write(head, sheet.orElseThrow())).orElse("");
    dicom.ifPresent(
        objects ->
            objects.write(
                head, film, answer, sheet.map(one -> Shown.of(one, HeatMapFiles.METHOD))));
    return picture;
  }
}
