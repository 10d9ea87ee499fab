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
import negatoscope.dicom.PixelFormat;
import negatoscope.dicom.Tag;
import negatoscope.film.ColourPixels;
import negatoscope.film.FileTrouble;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.film.Overlay;
import negatoscope.film.Presentation;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;
import negatoscope.film.Shutter;

/** Makes films of what a toolkit reads; the same for every toolkit. */
public final class DicomFilms {
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

  /**
   * One frame of a file that is open; decodes it.
   *
   * @param index from 0
   * @throws negatoscope.film.FilmException as {@link DicomFrames#frame}
   */
  public static Film film(DicomFrames frames, int index) {
    Frame frame = frames.frame(index);
    DataSet set = frames.dataSet();
    PixelFormat format = frames.format();
    Repairs repairs = new Repairs();
    List<Overlay> overlays = new OverlayHeader(set, format, repairs).read(frame, index);
    Pixels pixels = pixels(set, format, frame, repairs);
    Samples samples = pixels.samples;
    Presentation presentation =
        pixels.colour.isPresent()
            ? Presentation.PLAIN
            : new PresentationHeader(set, format, repairs).read();
    Optional<Shutter> shutter =
        new ShutterHeader(set, repairs).read(samples.width(), samples.height());
    FilmHeader header = new FilmHeader(set);
    double aspect = header.aspect(repairs);
    List<FilmWarning> warnings = new ArrayList<>(frames.warnings());
    warnings.addAll(repairs.warnings());
    header.burnedIn().ifPresent(warnings::add);
    return new Film(
        samples,
        pixels.colour,
        shutter.map(presentation::withShutter).orElse(presentation).withOverlays(overlays),
        aspect,
        header.spacing(),
        header.view(),
        provenance(frames, index + 1),
        warnings);
  }

  /** What a film is made of: of one in colour the samples are its luma. */
  private record Pixels(Samples samples, Optional<ColourPixels> colour) {}

  private static Pixels pixels(DataSet set, PixelFormat format, Frame frame, Repairs repairs) {
    if (frame.pixels().shape().components() == 3) {
      ColourPixels colour = Colours.of(frame);
      return new Pixels(colour.luma(), Optional.of(colour));
    }
    Samples stored = StoredSamples.of(format, frame.pixels());
    Optional<ColourPixels> colour =
        frame.photometric() == PhotometricInterpretation.PALETTE_COLOR
            ? new Palettes(set, repairs).colours(stored)
            : Optional.empty();
    return new Pixels(colour.map(ColourPixels::luma).orElse(stored), colour);
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
        set.text(Tag.BODY_PART_EXAMINED),
        acquired(set));
  }

  /** When the film was taken, as a DT; empty where a day without a time is all that is known. */
  private static String acquired(DataSet set) {
    String moment = set.text(Tag.ACQUISITION_DATE_TIME);
    if (moment.isEmpty()
        && !set.text(Tag.ACQUISITION_DATE).isEmpty()
        && !set.text(Tag.ACQUISITION_TIME).isEmpty()) {
      moment = set.text(Tag.ACQUISITION_DATE) + set.text(Tag.ACQUISITION_TIME);
    }
    boolean offsetKnown = moment.isEmpty() || moment.contains("+") || moment.contains("-");
    return offsetKnown ? moment : moment + set.text(Tag.TIMEZONE_OFFSET_FROM_UTC);
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
