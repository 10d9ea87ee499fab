package negatoscope.intake;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Tag;
import negatoscope.dicom.directory.DicomDirectory;
import negatoscope.dicom.directory.FileSet;
import negatoscope.film.FilmException;
import negatoscope.intake.PassedOver.Reason;
import negatoscope.task.Failure;

/**
 * Says what a file is, by its first bytes and its header. Never throws for what is wrong with it.
 */
final class FileExaminer {
  private final DicomToolkit dicom;

  FileExaminer(DicomToolkit dicom) {
    this.dicom = dicom;
  }

  /** The results about a file; one, but for a DICOMDIR that lists films which are not there. */
  List<Found> examine(Path file) {
    byte[] head;
    try {
      head = FirstBytes.of(file);
    } catch (FilmException e) {
      return List.of(new PassedOver(file, Reason.UNREADABLE, e.sentence()));
    }
    FileKind kind = FileKind.of(head, dicom);
    return switch (kind) {
      case PNG, JPEG, TIFF -> List.of(new FoundFilm(file, FilmHeading.of(kind.name())));
      case DICOM -> List.of(film(file, head));
      case DIRECTORY -> directory(file);
      case ZIP ->
          List.of(
              passedOver(file, Reason.ARCHIVE, "is a ZIP archive; open it by itself to look in."));
      case OTHER ->
          List.of(
              head.length == 0
                  ? passedOver(file, Reason.EMPTY, "is empty.")
                  : passedOver(file, Reason.NOT_A_FILM, "is neither DICOM nor a picture."));
    };
  }

  private Found film(Path file, byte[] head) {
    try {
      DataSet header = dicom.read(file);
      return header.has(Tag.PIXEL_DATA) || header.has(Tag.ROWS)
          ? new FoundFilm(file, FilmHeading.of(header))
          : passedOver(file, Reason.NO_PICTURE, "is a DICOM file without a picture.");
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      Failure failure = Failure.of(e);
      return dicom.likeness(head) == DicomToolkit.Likeness.CERTAIN
          ? new Refused(file, failure)
          : new PassedOver(file, Reason.DAMAGED, failure.sentence());
    }
  }

  private List<Found> directory(Path file) {
    List<Found> found = new ArrayList<>();
    found.add(passedOver(file, Reason.DIRECTORY, "lists films; they are found where they lie."));
    if (file.getFileSystem() != FileSystems.getDefault()) {
      return found; // in an archive nothing is looked up by name
    }
    try {
      FileSet files = FileSet.around(file);
      for (DicomDirectory.Image image : DicomDirectory.read(dicom, file).images()) {
        if (files.find(image.fileId()).isEmpty()) {
          found.add(missing(file, image));
        }
      }
    } catch (RuntimeException e) {
      // The walk finds the films without it.
      return List.of(new PassedOver(file, Reason.DAMAGED, Failure.of(e).sentence()));
    }
    return found;
  }

  /** A film that a DICOMDIR lists in vain. */
  static PassedOver missing(Path directory, DicomDirectory.Image image) {
    return new PassedOver(
        directory,
        Reason.MISSING,
        "%s lists %s, which is not there."
            .formatted(directory.getFileName(), String.join("/", image.fileId())));
  }

  static PassedOver passedOver(Path file, Reason reason, String what) {
    return new PassedOver(file, reason, file.getFileName() + " " + what);
  }
}
