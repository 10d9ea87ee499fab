package negatoscope.intake;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import negatoscope.dicom.DicomToolkit;
import negatoscope.film.FileTrouble;
import negatoscope.film.FilmException;
import org.jspecify.annotations.Nullable;

/** Finds the films below a folder. What cannot be read below it is passed over. */
final class FolderWalk extends SimpleFileVisitor<Path> {
  /** The one name that PS3.10 section 8.6 keeps for a directory of films, which is no film. */
  private static final String DIRECTORY = "DICOMDIR";

  private final Path root;
  private final DicomToolkit dicom;
  private final List<Path> found = new ArrayList<>();

  private FolderWalk(Path root, DicomToolkit dicom) {
    this.root = root;
    this.dicom = dicom;
  }

  static List<Path> films(Path folder, DicomToolkit dicom) {
    FolderWalk walk = new FolderWalk(folder, dicom);
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    } catch (IOException e) {
      throw FileTrouble.of(folder, e);
    }
    return walk.found.stream().sorted().toList();
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    return folder.equals(root) || !hidden(folder)
        ? FileVisitResult.CONTINUE
        : FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (attributes.isRegularFile()
        && !hidden(file)
        && !file.endsWith(DIRECTORY)
        && looksLikeAFilm(file)) {
      found.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
    if (file.equals(root)) {
      throw problem;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) {
    return FileVisitResult.CONTINUE;
  }

  private boolean looksLikeAFilm(Path file) {
    try {
      return FileKind.of(FirstBytes.of(file), dicom) != FileKind.OTHER;
    } catch (FilmException e) {
      return false;
    }
  }

  private static boolean hidden(Path path) throws IOException {
    Path name = path.getFileName();
    return Files.isHidden(path) || (name != null && name.toString().startsWith("."));
  }
}
