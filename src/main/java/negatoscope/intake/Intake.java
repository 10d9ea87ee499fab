package negatoscope.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import negatoscope.task.ErrorCode;

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
              case OTHER -> throw notAFilm(file);
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
    return FileKind.of(FirstBytes.of(file), dicom) == FileKind.DICOM
        ? Optional.of(dicom.read(file))
        : Optional.empty();
  }

  /**
   * The files to open for a path that somebody named.
   *
   * @param fileOrFolder a file, which is returned as it is, film or not, so that its own failure is
   *     reported; or a folder
   * @return for a folder the files below it that look like films by their first bytes, sorted by
   *     path; hidden files and folders are left out, links are followed
   * @throws FilmException NOT_FOUND, or NOT_READABLE for the folder itself
   */
  public List<Path> films(Path fileOrFolder) {
    if (!Files.exists(fileOrFolder)) {
      throw new FilmException(
          ErrorCode.NOT_FOUND,
          fileOrFolder,
          "is not there.",
          "Check the path " + fileOrFolder + ".");
    }
    return Files.isDirectory(fileOrFolder)
        ? FolderWalk.films(fileOrFolder, dicom)
        : List.of(fileOrFolder);
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

  private static FilmException notAFilm(Path file) {
    return new FilmException(
        ErrorCode.NOT_A_FILM,
        file,
        FirstBytes.of(file).length == 0 ? "is empty." : "is neither DICOM nor PNG, JPEG or TIFF.",
        "Choose a film in one of these formats.");
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
