package negatoscope.training.series;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.judging.FigureJson;
import negatoscope.training.judging.JudgedFilm;
import negatoscope.training.report.PredictionTable;
import negatoscope.training.report.ReportFolder;

/**
 * The folder of a series: {@code members/} with their models where they do not go to the library,
 * and in the end what an evaluation leaves, {@code report.html} last.
 */
public final class SeriesFolder {
  private static final String MEMBERS = "members";

  private SeriesFolder() {}

  /** Where a member's model goes. */
  public static Path member(Path out, String name) {
    return out.resolve(MEMBERS).resolve(name);
  }

  /**
   * Makes sure that a series can be begun there, or gone on with.
   *
   * @param resume whether what is there may be gone on with
   * @throws Failure {@code EXISTS} if something is there, {@code NOT_FOUND} if nothing is there to
   *     go on with, {@code NOT_WRITABLE}
   */
  public static void check(Path out, boolean resume) {
    if (!resume) {
      AtomicFiles.requireNewFolder(out);
    } else if (!Files.isDirectory(out)) {
      throw new Failure(
          ErrorCode.NOT_FOUND,
          "There is no unfinished series in " + out + ".",
          "Start a new one, without --resume.");
    }
  }

  /** Makes the folder, so that a series that is broken off can be found again. */
  public static void begin(Path out) {
    try {
      Files.createDirectories(out.resolve(MEMBERS));
    } catch (IOException e) {
      throw AtomicFiles.notWritten(out, e);
    }
  }

  /**
   * Writes or replaces the report, file by file.
   *
   * @throws Failure {@code NOT_WRITABLE}, {@code DISK_FULL}
   */
  public static void write(Path out, SeriesResult result) {
    byte[] figures;
    try {
      figures = FigureJson.mapper().writeValueAsBytes(SeriesJson.of(result));
      Path plots = out.resolve(ReportFolder.PLOTS);
      AtomicFiles.delete(plots);
      AtomicFiles.writeFolder(
          plots,
          folder -> {
            for (int i = 0; i < result.arms().size(); i++) {
              String end = i == 0 ? "" : "-" + (i + 1);
              ReportFolder.plots(folder, end, result.arms().get(i).judgement());
            }
          });
    } catch (IOException e) {
      throw AtomicFiles.notWritten(out, e);
    }
    AtomicFiles.write(out.resolve(ReportFolder.EVALUATION), file -> file.write(figures));
    text(out.resolve(ReportFolder.PREDICTIONS), table(result));
    text(out.resolve(ReportFolder.REPORT), new SeriesPage(result).page());
  }

  private static void text(Path file, String text) {
    AtomicFiles.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Of the first arm, as the figures at the top are. */
  private static String table(SeriesResult result) {
    ArmResult arm = result.first();
    List<JudgedFilm> films = arm.films();
    List<String> models =
        arm.againstBest().isEmpty()
            ? List.of("")
            : IntStream.range(0, arm.members().size())
                .mapToObj(i -> arm.members().get(i).model().card().name())
                .toList();
    return new PredictionTable(arm.judgement().classes(), films, List.of(), models.size()).csv();
  }
}
