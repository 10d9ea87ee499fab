package negatoscope.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.builtin.BuiltInToolkit;
import negatoscope.dicom.image.DicomFilms;
import negatoscope.film.FileTrouble;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.film.FilmSize;
import negatoscope.film.FilmWarning;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Progress;

/** Opens files as films, and finds the films below a folder. */
public final class Intake {
  private final DicomToolkit dicom;

  /** An intake that reads DICOM by the given toolkit. */
  public Intake(DicomToolkit dicom) {
    this.dicom = dicom;
  }

  /** An intake that needs nothing but this program. */
  public static Intake withBuiltInToolkit() {
    return new Intake(new BuiltInToolkit());
  }

  /**
   * Every frame of a file.
   *
   * @return one film a frame, at least one
   * @throws FilmException with the reason, where the file is no film or a damaged one
   */
  public List<Film> open(Path file) {
    return guarded(
        file,
        kind ->
            switch (kind) {
              case DICOM -> DicomFilms.read(dicom, file);
              case PNG -> PngFile.read(file);
              case JPEG -> JpegFile.read(file);
              case TIFF -> TiffFile.read(file);
              case DIRECTORY, ZIP, OTHER -> throw notAFilm(file, kind);
            });
  }

  /**
   * One frame of a file; of a DICOM file the others are not decoded.
   *
   * @param frame from 1
   * @throws FilmException as {@link #open}; CHANGED where the file has fewer frames
   */
  public Film openFrame(Path file, int frame) {
    List<Film> one =
        guarded(
            file,
            kind ->
                kind == FileKind.DICOM
                    ? List.of(DicomFilms.read(dicom, file, frame - 1))
                    : List.of());
    if (!one.isEmpty()) {
      return one.get(0);
    }
    List<Film> all = open(file);
    if (frame > all.size()) {
      throw FileTrouble.noFrame(file, frame, all.size());
    }
    return all.get(frame - 1);
  }

  /**
   * The first frame of a file.
   *
   * @throws FilmException as {@link #open}
   */
  public Film openFirst(Path file) {
    return openFrame(file, 1);
  }

  /**
   * The elements of a DICOM file without its pixels.
   *
   * @return nothing where the file is something else
   * @throws FilmException with the reason, where it cannot be read
   */
  public Optional<DataSet> header(Path file) {
    return switch (FileKind.of(FirstBytes.of(file), dicom)) {
      case DICOM, DIRECTORY -> Optional.of(dicom.read(file));
      default -> Optional.empty();
    };
  }

  /**
   * Looks for films in files, folders, ZIP archives and DICOMDIRs, by first bytes and headers
   * alone.
   *
   * @param to told of every file as soon as it is known, on the calling thread
   * @param progress told how many files were looked at
   * @throws java.util.concurrent.CancellationException if it was asked to stop
   */
  public void scan(
      List<Path> paths, Consumer<Found> to, Cancellation cancellation, Progress progress) {
    try (Scan scan = new Scan(dicom, to, cancellation, progress)) {
      scan.run(paths);
    }
  }

  /**
   * The films that a path stands for.
   *
   * @param path a file, which is listed as it is, film or not, so that its own failure is reported;
   *     or a folder, a ZIP archive or a DICOMDIR
   * @return the films in a folder or archive, sorted by path, copies among them; hidden files and
   *     folders are left out, links are followed
   * @throws FilmException NOT_FOUND, or what is wrong with the folder or archive itself
   */
  public FilmListing list(Path path) {
    List<Path> films = new ArrayList<>();
    List<PassedOver> beside = new ArrayList<>();
    scan(
        List.of(path),
        found -> {
          boolean container = found.file().equals(path) && !isSingleFile(path);
          if (found instanceof PassedOver over && over.reason() != PassedOver.Reason.DUPLICATE) {
            beside.add(over);
          } else if (!container) {
            films.add(found.file());
          } else if (found instanceof Refused refused
              && (refused.failure().code() != ErrorCode.NOT_A_FILM)) {
            throw refused.failure();
          }
        },
        new Cancellation(),
        Progress.NONE);
    films.sort(null);
    return new FilmListing(films, beside);
  }

  private boolean isSingleFile(Path path) {
    return Files.isRegularFile(path)
        && switch (FileKind.of(FirstBytes.of(path), dicom)) {
          case ZIP, DIRECTORY -> false;
          default -> true;
        };
  }

  /** {@link #list}, without what lies beside the films. */
  public List<Path> films(Path path) {
    return list(path).films();
  }

  private List<Film> guarded(Path file, Function<FileKind, List<Film>> reader) {
    if (Files.isDirectory(file)) {
      throw new FilmException(
          ErrorCode.NOT_A_FILM, file, "is a folder.", "Open the films that are in it.");
    }
    try {
      FileKind kind = FileKind.of(FirstBytes.of(file), dicom);
      return reader.apply(kind).stream().map(Intake::warnedIfSmall).toList();
    } catch (OutOfMemoryError e) {
      throw new FilmException(
          ErrorCode.TOO_LARGE,
          file,
          "does not fit the memory that the program was given.",
          "Start Java with a larger -Xmx.",
          e);
    }
  }

  private static FilmException notAFilm(Path file, FileKind kind) {
    String what =
        switch (kind) {
          case DIRECTORY -> "is a directory of films.";
          case ZIP -> "is a ZIP archive.";
          default ->
              FirstBytes.of(file).length == 0
                  ? "is empty."
                  : "is neither DICOM nor PNG, JPEG or TIFF.";
        };
    return new FilmException(
        ErrorCode.NOT_A_FILM, file, what, "Choose a film in one of these formats.");
  }

  private static Film warnedIfSmall(Film film) {
    if (Math.min(film.width(), film.height()) >= FilmSize.SMALL_SIDE) {
      return film;
    }
    return film.with(
        new FilmWarning(
            FilmWarning.Code.SMALL_FILM,
            "The film has only %d x %d pixels; fine signs cannot be seen in it."
                .formatted(film.width(), film.height())));
  }
}
