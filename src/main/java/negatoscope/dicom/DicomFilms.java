package negatoscope.dicom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.film.FilmWarning;
import negatoscope.film.Polarity;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;
import negatoscope.film.Window;
import negatoscope.task.ErrorCode;

/** Makes films of what was read. */
final class DicomFilms {
  /** Media Storage Directory Storage: the file lists films and has none itself. */
  private static final String DIRECTORY = "1.2.840.10008.1.3.10";

  /** Shows 0..255 as 0..255. */
  private static final Window AS_IT_IS = new Window(127.5, 255, "", Window.Function.LINEAR_EXACT);

  private DicomFilms() {}

  static List<Film> of(DicomFile read) {
    Path file = read.file();
    DataSet set = read.dataSet();
    if (read.pixels().length == 0) {
      throw withoutPixels(file, set);
    }
    PixelFormat format = PixelFormat.of(file, set);
    List<FilmWarning> warnings = new ArrayList<>(read.warnings());
    if (format.photometric().isEmpty()) {
      warnings.add(
          new FilmWarning(
              FilmWarning.Code.POLARITY_GUESSED,
              "The file does not say whether high values are white; they are shown white."));
    }
    FilmHeader header = new FilmHeader(set);
    boolean colour = format.samples() == 3;
    List<Window> windows = colour ? List.of(AS_IT_IS) : header.windows();
    if (!set.items(Tag.MODALITY_LUT_SEQUENCE).isEmpty() && !windows.isEmpty()) {
      windows = List.of();
      warnings.add(
          new FilmWarning(
              FilmWarning.Code.WINDOW_REPLACED,
              "The file's windows are for values of a modality table, which is not applied; the"
                  + " automatic window is used."));
    }
    List<Samples> frames = PixelReader.frames(file, format, read.pixels());
    List<Film> films = new ArrayList<>();
    for (Samples samples : frames) {
      films.add(
          new Film(
              samples,
              header.rescale(),
              windows,
              colour ? Polarity.MONOCHROME2 : header.polarity(format.photometric()),
              header.padding(format),
              header.spacing(),
              header.view(),
              provenance(read, films.size() + 1, frames.size()),
              warnings));
    }
    return films;
  }

  private static FilmException withoutPixels(Path file, DataSet set) {
    if (set.has(Tag.FLOAT_PIXEL_DATA) || set.has(Tag.DOUBLE_FLOAT_PIXEL_DATA)) {
      return new FilmException(
          ErrorCode.UNSUPPORTED_PIXELS,
          file,
          "has floating-point pixels, which are not read.",
          "Export it as a grey film of 8 or 16 bits.");
    }
    boolean directory = set.text(Tag.MEDIA_STORAGE_SOP_CLASS_UID).equals(DIRECTORY);
    return new FilmException(
        ErrorCode.NO_PIXELS,
        file,
        directory ? "is a directory of films and has none itself." : "is DICOM without a picture.",
        directory ? "Open the folder that it is in." : "Choose the file of an image.");
  }

  private static Provenance provenance(DicomFile read, int frame, int frames) {
    DataSet set = read.dataSet();
    return new Provenance(
        read.file(),
        frame,
        frames,
        "DICOM",
        read.syntax().name(),
        personName(set.text(Tag.PATIENT_NAME)),
        set.text(Tag.PATIENT_ID),
        set.text(Tag.STUDY_DATE),
        set.text(Tag.STUDY_DESCRIPTION),
        set.text(Tag.STUDY_INSTANCE_UID),
        set.text(Tag.SERIES_INSTANCE_UID),
        set.text(Tag.SOP_INSTANCE_UID),
        set.text(Tag.MODALITY),
        set.text(Tag.BODY_PART_EXAMINED));
  }

  /** The alphabetic group of a name, or the first that is filled (PS3.5 section 6.2, PN). */
  private static String personName(String groups) {
    for (String group : groups.split("=")) {
      if (!group.isBlank()) {
        return group.strip();
      }
    }
    return "";
  }
}
