package negatoscope.dicom.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomFrames;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Frame;
import negatoscope.dicom.PhotometricInterpretation;
import negatoscope.dicom.Tag;
import negatoscope.film.ColourPixels;
import negatoscope.film.FileTrouble;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.film.FilmWarning;
import negatoscope.film.ModalityRescale;
import negatoscope.film.Polarity;
import negatoscope.film.Presentation;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;
import negatoscope.film.Window;
import negatoscope.task.ErrorCode;

/** Makes films of what a toolkit reads; the same for every toolkit. */
public final class DicomFilms {
  /** Shows 0..255 as 0..255. */
  private static final Window AS_IT_IS = new Window(127.5, 255, "", Window.Function.LINEAR_EXACT);

  private DicomFilms() {}

  /**
   * Every frame of a file.
   *
   * @return at least one film
   * @throws negatoscope.film.FilmException with the reason why it cannot be read
   */
  public static List<Film> read(DicomToolkit toolkit, Path file) {
    try (DicomFrames frames = toolkit.open(file)) {
      List<Film> films = new ArrayList<>();
      for (int i = 0; i < frames.count(); i++) {
        films.add(film(frames, i));
      }
      return films;
    }
  }

  /**
   * One frame of a file; the others are not decoded.
   *
   * @param index from 0
   * @throws negatoscope.film.FilmException with the reason why it cannot be read; CHANGED where the
   *     file has fewer frames
   */
  public static Film read(DicomToolkit toolkit, Path file, int index) {
    try (DicomFrames frames = toolkit.open(file)) {
      if (index >= frames.count()) {
        throw FileTrouble.noFrame(file, index + 1, frames.count());
      }
      return film(frames, index);
    }
  }

  private static Film film(DicomFrames frames, int index) {
    Frame frame = frames.frame(index);
    FilmHeader header = new FilmHeader(frames.dataSet());
    Optional<ColourPixels> colour = colour(frames, frame);
    Samples samples =
        colour.isPresent()
            ? colour.get().luma()
            : StoredSamples.of(frames.format(), frame.pixels());
    List<FilmWarning> warnings = new ArrayList<>(frames.warnings());
    if (frames.format().photometric().isEmpty()) {
      warnings.add(
          new FilmWarning(
              FilmWarning.Code.POLARITY_GUESSED,
              "The file does not say whether high values are white; they are shown white."));
    }
    Presentation presentation =
        colour.isPresent()
            ? Presentation.of(ModalityRescale.IDENTITY, Polarity.MONOCHROME2, AS_IT_IS)
            : header.presentation(frames.format(), warnings);
    return new Film(
        samples,
        colour,
        presentation,
        1,
        header.spacing(),
        header.view(),
        provenance(frames, index + 1),
        warnings);
  }

  private static Optional<ColourPixels> colour(DicomFrames frames, Frame frame) {
    if (frame.photometric().isGrey()) {
      return Optional.empty();
    }
    if (frame.photometric() != PhotometricInterpretation.RGB) {
      throw new FilmException(
          ErrorCode.UNSUPPORTED_PIXELS,
          frames.file(),
          "has pixels of kind %s, which are not read.".formatted(frame.photometric()),
          "Export it as a grey film of 8 or 16 bits.");
    }
    return Optional.of(
        new ColourPixels(
            frame.pixels().shape().width(),
            frame.pixels().shape().height(),
            frame.pixels().bytes(),
            Optional.empty()));
  }

  private static Provenance provenance(DicomFrames frames, int frame) {
    DataSet set = frames.dataSet();
    return new Provenance(
        frames.file(),
        frame,
        frames.count(),
        "DICOM",
        frames.syntax().name(),
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
