package negatoscope.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Reads a folder with one folder per class, films anywhere below it; or with such folders inside
 * {@code train}, {@code validation} and {@code test}.
 */
final class ClassFolders {
  private ClassFolders() {}

  static List<FilmRow> read(Path source, Function<Path, List<Path>> filmsBelow) {
    List<Path> folders = subfolders(source);
    List<FilmRow> rows = new ArrayList<>();
    boolean parts =
        !folders.isEmpty()
            && folders.stream().allMatch(folder -> Part.ofName(name(folder)).isPresent());
    for (Path folder : folders) {
      if (parts) {
        Part part = Part.ofName(name(folder)).orElseThrow();
        subfolders(folder).forEach(inner -> add(rows, source, inner, part, filmsBelow));
      } else {
        add(rows, source, folder, null, filmsBelow);
      }
    }
    return rows;
  }

  private static void add(
      List<FilmRow> rows,
      Path source,
      Path folder,
      @Nullable Part part,
      Function<Path, List<Path>> filmsBelow) {
    for (Path file : filmsBelow.apply(folder)) {
      String name = source.relativize(file).toString().replace('\\', '/');
      rows.add(new FilmRow(name, file, name(folder), "", "", "", "", part, ""));
    }
  }

  private static List<Path> subfolders(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(Files::isDirectory)
          .filter(child -> !name(child).startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_READABLE, folder + " cannot be listed.", "Check that you may read it.", e);
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
