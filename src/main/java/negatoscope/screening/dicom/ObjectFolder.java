package negatoscope.screening.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import negatoscope.screening.row.FilmHead;
import negatoscope.task.AtomicFiles;

/**
 * Where objects lie: {@code dicom/} in the output folder.
 *
 * @param out the output folder
 */
public record ObjectFolder(Path out) {
  private static final String NAME = "dicom";

  /** What is made of a film: its copy, the picture of its heat map, the report. */
  enum Kind {
    FILM("film"),
    HEATMAP("heatmap"),
    REPORT("report");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /** Where one of a film's objects is. */
  Path file(FilmHead film, Kind kind) {
    return out.resolve(NAME).resolve(film.fileName() + "." + kind.word + ".dcm");
  }

  /**
   * Deletes what an earlier run made of a film that got no answer now.
   *
   * @throws negatoscope.task.Failure {@code NOT_WRITABLE}
   */
  void clear(FilmHead film) {
    for (Kind kind : Kind.values()) {
      Path file = file(film, kind);
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw AtomicFiles.notWritten(file, e);
      }
    }
  }

  /**
   * Keeps the objects of another screening under another name, {@code dicom-1} and so on.
   *
   * @return the new name; empty where there were none
   * @throws negatoscope.task.Failure {@code NOT_WRITABLE}
   */
  public Optional<Path> keepAside() {
    Path folder = out.resolve(NAME);
    if (!Files.exists(folder)) {
      return Optional.empty();
    }
    int number = 1;
    while (Files.exists(out.resolve(NAME + "-" + number))) {
      number++;
    }
    Path aside = out.resolve(NAME + "-" + number);
    AtomicFiles.move(folder, aside);
    return Optional.of(aside);
  }
}
