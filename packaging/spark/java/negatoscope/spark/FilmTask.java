package negatoscope.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import negatoscope.classification.Classifier;
import negatoscope.dicom.Toolkits;
import negatoscope.film.FileTrouble;
import negatoscope.intake.Intake;
import negatoscope.screening.FilmFinder;
import negatoscope.screening.FilmScreener;
import negatoscope.screening.FoundFile;
import negatoscope.screening.ScreeningModels;
import negatoscope.screening.row.FilmIdentity;
import negatoscope.screening.row.FilmRows;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.task.AtomicFiles;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The films of some files, each fetched, screened and put away again. Whatever is wrong with a file
 * is a row; a task fails only where there is no engine.
 *
 * @param hadoop how the files' system is reached
 * @param model name of the model's ZIP among the job's files
 * @param batch films that go through the network at once
 * @param zone of acquisition times that do not say theirs
 * @param table the columns
 */
record FilmTask(
    SerializableConfiguration hadoop, String model, int batch, String zone, FilmTable table)
    implements FlatMapFunction<Iterator<InputFile>, Row> {
  @Override
  public Iterator<Row> call(Iterator<InputFile> files) {
    Classifier classifier = ExecutorModel.classifier(model, batch);
    Intake intake = new Intake(Toolkits.find().preferred());
    FilmScreener screener =
        new FilmScreener(
            intake, new ScreeningModels(classifier, Optional.empty()), ZoneId.of(zone));
    List<CompletableFuture<List<ScreenedFilm>>> films = new ArrayList<>();
    while (files.hasNext()) {
      films.addAll(screen(files.next(), intake, screener));
    }
    return films.stream().flatMap(rows -> rows.join().stream()).map(table::row).iterator();
  }

  private List<CompletableFuture<List<ScreenedFilm>>> screen(
      InputFile file, Intake intake, FilmScreener screener) {
    try {
      Path folder = Files.createTempDirectory("film");
      try {
        fetch(file, folder.resolve(file.name()), hadoop.value());
        List<CompletableFuture<List<ScreenedFilm>>> films = new ArrayList<>();
        for (FoundFile found : found(intake, folder)) {
          films.add(screener.screen(found.file(), file.parent() + found.path()));
        }
        return films;
      } finally {
        AtomicFiles.delete(folder);
      }
    } catch (IOException e) {
      return List.of(failed(file, FileTrouble.of(Path.of(file.name()), e)));
    } catch (Failure e) {
      return List.of(failed(file, e));
    }
  }

  private static CompletableFuture<List<ScreenedFilm>> failed(InputFile file, Failure why) {
    return CompletableFuture.completedFuture(
        List.of(FilmRows.failed(FilmIdentity.unread(file.path()), why)));
  }

  /** A copy with the time of the original, which is part of what a film is known by. */
  private static void fetch(InputFile file, Path to, Configuration hadoop) throws IOException {
    org.apache.hadoop.fs.Path from = new org.apache.hadoop.fs.Path(java.net.URI.create(file.uri()));
    try (var in = from.getFileSystem(hadoop).open(from)) {
      Files.copy(in, to);
    }
    Files.setLastModifiedTime(to, FileTime.fromMillis(file.modified()));
  }

  private static List<FoundFile> found(Intake intake, Path folder) {
    return new FilmFinder(intake, folder, folder.resolveSibling("none"))
        .find(false, Progress.NONE, new Cancellation());
  }
}
