package negatoscope.screening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import negatoscope.network.CamMethod;
import negatoscope.rendering.HeatMapSheet;
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

  /**
   * Writes a film's picture.
   *
   * @return the file, relative to the output folder
   * @throws negatoscope.task.Failure {@code NOT_WRITABLE} or {@code DISK_FULL}
   */
  String write(FilmHead head, HeatMapSheet sheet) {
    String name = FOLDER + "/" + head.fileName() + ".png";
    Path file = out.resolve(name);
    try {
      Files.createDirectories(out.resolve(FOLDER));
      sheet.writePng(file);
    } catch (IOException e) {
      throw AtomicFiles.notWritten(file, e);
    }
    return name;
  }
}
