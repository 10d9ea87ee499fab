package negatoscope.spark;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Lists what is to be screened, on any file system that Hadoop knows. */
final class InputFiles {
  /** Names the films beside it; each of them is in the folder itself. */
  private static final String DIRECTORY = "DICOMDIR";

  private final Configuration hadoop;

  InputFiles(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * The files in the order of their paths.
   *
   * @param input a folder, whose hidden files and folders are left out, or a text file with the
   *     path of a film in each line
   * @throws Failure {@code NOT_FOUND}, {@code NOT_READABLE}; {@code NOT_A_FILM} where there are
   *     none
   */
  List<InputFile> list(String input) {
    try {
      Path path = new Path(input);
      FileSystem files = path.getFileSystem(hadoop);
      FileStatus status = files.getFileStatus(path);
      List<InputFile> found =
          status.isDirectory() ? inFolder(files, status.getPath()) : inList(files, path);
      if (found.isEmpty()) {
        throw new Failure(
            ErrorCode.NOT_A_FILM, input + " names no file.", "Name a folder of films.");
      }
      found.sort(Comparator.comparing(InputFile::path));
      return found;
    } catch (FileNotFoundException e) {
      throw new Failure(
          ErrorCode.NOT_FOUND,
          "A file is not there: %s.".formatted(e.getMessage()),
          "Check the path.",
          e);
    } catch (IOException | IllegalArgumentException e) {
      throw new Failure(
          ErrorCode.NOT_READABLE,
          "%s cannot be listed (%s).".formatted(input, e.getMessage()),
          "Check the path, and that its file system can be reached.",
          e);
    }
  }

  private static List<InputFile> inFolder(FileSystem files, Path folder) throws IOException {
    List<InputFile> found = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = files.listFiles(folder, true);
    while (all.hasNext()) {
      LocatedFileStatus file = all.next();
      String path = folder.toUri().relativize(file.getPath().toUri()).getPath();
      boolean hidden = Arrays.stream(path.split("/")).anyMatch(name -> name.startsWith("."));
      if (!hidden && !file.getPath().getName().equals(DIRECTORY)) {
        found.add(inputFile(file, path));
      }
    }
    return found;
  }

  private List<InputFile> inList(FileSystem files, Path list) throws IOException {
    List<InputFile> found = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(files.open(list), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          Path film = new Path(line.strip());
          found.add(
              inputFile(film.getFileSystem(hadoop).getFileStatus(film), film.toUri().getPath()));
        }
      }
    }
    return found;
  }

  private static InputFile inputFile(FileStatus file, String path) {
    return new InputFile(file.getPath().toUri().toString(), path, file.getModificationTime());
  }
}
