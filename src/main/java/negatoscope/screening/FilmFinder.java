package negatoscope.screening;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import negatoscope.film.FilmException;
import negatoscope.intake.Found;
import negatoscope.intake.Intake;
import negatoscope.intake.PassedOver;
import negatoscope.intake.Refused;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Progress;

/** Finds what is to be screened: films, and what should have been one. */
public final class FilmFinder {
  /** Files that are no films but may be what is left of one: they get a row that says so. */
  private static final Set<PassedOver.Reason> ROWS =
      EnumSet.of(
          PassedOver.Reason.EMPTY,
          PassedOver.Reason.DAMAGED,
          PassedOver.Reason.UNREADABLE,
          PassedOver.Reason.DUPLICATE,
          PassedOver.Reason.ENCRYPTED,
          PassedOver.Reason.NOT_UNPACKED);

  private final Intake intake;
  private final Path root;
  private final Path except;
  private int passedOver;

  /**
   * A finder.
   *
   * @param root a folder, ZIP archive or DICOMDIR, or one film
   * @param except the output folder, in which nothing is looked for
   */
  public FilmFinder(Intake intake, Path root, Path except) {
    this.intake = intake;
    this.root = root;
    this.except = except.toAbsolutePath().normalize();
  }

  /** How many files beside the films were passed over. */
  int passedOver() {
    return passedOver;
  }

  /**
   * The files in the order of their paths.
   *
   * @param some whether it is an error if there are none
   * @throws negatoscope.task.Failure {@code NOT_FOUND}, {@code NOT_A_FILM} where there is nothing
   */
  public List<FoundFile> find(boolean some, Progress progress, Cancellation cancellation) {
    List<FoundFile> files = new ArrayList<>();
    passedOver = 0;
    intake.scan(List.of(root), found -> take(found, files, some), cancellation, progress);
    if (some && files.isEmpty()) {
      throw new FilmException(
          ErrorCode.NOT_A_FILM,
          root,
          "holds no film.",
          "Name a folder or archive with DICOM, PNG, JPEG or TIFF films.");
    }
    files.sort(Comparator.comparing(FoundFile::path));
    return files;
  }

  private void take(Found found, List<FoundFile> into, boolean some) {
    Path file = found.file();
    if (found instanceof Refused refused && file.equals(root)) {
      if (some || refused.failure().code() != ErrorCode.NOT_A_FILM) {
        throw refused.failure();
      }
      return;
    }
    if (file.toAbsolutePath().normalize().startsWith(except)) {
      return;
    }
    if (found instanceof PassedOver over && !ROWS.contains(over.reason())) {
      passedOver++;
    } else if (!Files.isDirectory(file)) {
      into.add(new FoundFile(file, name(file)));
    }
  }

  private String name(Path file) {
    if (file.getFileSystem() != FileSystems.getDefault()) {
      return joined(file);
    }
    Path base = Files.isDirectory(root) ? root : root.toAbsolutePath().getParent();
    Path absolute = file.toAbsolutePath();
    return joined(base == null ? absolute : base.toAbsolutePath().relativize(absolute));
  }

  private static String joined(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }
}
