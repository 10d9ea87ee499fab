package negatoscope.screening;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import negatoscope.classification.Classification;
import negatoscope.classification.HeatMapSheets;
import negatoscope.film.Film;
import negatoscope.network.CamMethod;
import negatoscope.screening.row.FilmHead;
import negatoscope.task.AtomicFiles;

/**
 * Pictures of where the network looked, one a film, for its most probable class. A film's picture
 * has always the same name, whatever else is screened.
 *
 * @param out the output folder, in which they lie below {@code heatmaps}
 */
record HeatMapFiles(Path out) {
  static final CamMethod METHOD = CamMethod.GRADCAM;

  private static final String FOLDER = "heatmaps";

  /** Longest part of a film's own name that is kept: names of files end at 255 bytes. */
  private static final int STEM = 60;

  /**
   * Writes a film's picture.
   *
   * @return the file, relative to the output folder
   * @throws negatoscope.task.Failure {@code NOT_WRITABLE} or {@code DISK_FULL}
   */
  String write(FilmHead head, Film film, Classification answer) {
    String name = FOLDER + "/" + name(head);
    Path file = out.resolve(name);
    try {
      Files.createDirectories(out.resolve(FOLDER));
      HeatMapSheets.of(film, answer, answer.topClass(), METHOD, HeatMapSheets.OPACITY)
          .writePng(file);
    } catch (IOException e) {
      throw AtomicFiles.notWritten(file, e);
    }
    return name;
  }

  private static String name(FilmHead head) {
    String path = head.identity().path();
    String own = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
    String which = path + "#" + head.frame();
    return "%s-%s.png"
        .formatted(
            own.substring(0, Math.min(STEM, own.length())),
            UUID.nameUUIDFromBytes(which.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 13));
  }
}
