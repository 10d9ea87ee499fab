package negatoscope.screening.dicom;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import negatoscope.classification.Classification;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.object.Answer;
import negatoscope.dicom.object.Explanation;
import negatoscope.dicom.object.FilmObjects;
import negatoscope.dicom.object.Lossy;
import negatoscope.dicom.object.Maker;
import negatoscope.dicom.object.Raster;
import negatoscope.dicom.object.Subject;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.film.Provenance;
import negatoscope.library.card.ModelCard;
import negatoscope.rendering.ColourPicture;
import negatoscope.rendering.GreyPicture;
import negatoscope.rendering.Rendering;
import negatoscope.screening.dicom.ObjectFolder.Kind;
import negatoscope.screening.row.FilmHead;
import negatoscope.screening.row.FilmIdentity;

/**
 * Writes the objects of films that were answered. A second run over the same films with the same
 * model writes the same bytes: as their time they have the later of the film's and the model's.
 *
 * @param toolkit reads headers and writes objects
 * @param folder where they go
 * @param version of the program
 * @param zone in which the objects say their time
 * @param card of the model that answers
 */
public record DicomExport(
    DicomToolkit toolkit, ObjectFolder folder, String version, ZoneId zone, ModelCard card) {
  /**
   * Writes the objects of one film.
   *
   * @param shown the picture of a heat map, where there is one
   * @return the files
   * @throws negatoscope.film.FilmException where the film's header cannot be read any more
   * @throws negatoscope.task.Failure NOT_WRITABLE or DISK_FULL
   */
  public List<Path> write(FilmHead head, Film film, Classification said, Optional<Shown> shown) {
    Subject subject = subject(head.identity(), film);
    Answer answer = answer(said);
    FilmObjects objects = new FilmObjects(new Maker(version), time(head));
    List<Path> files = new ArrayList<>();
    if (subject.needsCopy()) {
      files.add(write(head, Kind.FILM, objects.film(subject, stored(film))));
    }
    Optional<Explanation> how =
        shown.map(one -> new Explanation(one.className(), one.method().title()));
    if (shown.isPresent()) {
      ColourPicture picture = shown.get().picture();
      Raster pixels = Raster.rgb(picture.width(), picture.height(), picture.rgb());
      files.add(
          write(head, Kind.HEATMAP, objects.overlay(subject, answer, how.orElseThrow(), pixels)));
    }
    files.add(write(head, Kind.REPORT, objects.report(subject, answer, how)));
    return files;
  }

  /**
   * Sees to it that there is no object of a film that got no answer.
   *
   * @throws negatoscope.task.Failure NOT_WRITABLE
   */
  public void clear(FilmHead head) {
    folder.clear(head);
  }

  private Path write(FilmHead head, Kind kind, DataSet object) {
    Path file = folder.file(head, kind);
    toolkit.write(file, object);
    return file;
  }

  private Subject subject(FilmIdentity identity, Film film) {
    Provenance from = film.provenance();
    if (from.format().equals("DICOM")) {
      DataSet header = toolkit.read(from.file());
      return Subject.ofDicom(
          header, from.frame(), from.frames(), identity.sha256(), identity.path());
    }
    Optional<Lossy> lossy =
        from.format().equals("JPEG")
            ? Optional.of(Lossy.ofJpeg(film.samples().count(), identity.size()))
            : Optional.empty();
    return Subject.ofPicture(identity.sha256(), identity.path(), from.frame(), lossy);
  }

  /** A picture file as it is; of a DICOM file what is shown, for its windows are not copied. */
  private static Raster stored(Film film) {
    if (film.colour().isPresent() || !film.provenance().format().equals("DICOM")) {
      return Raster.of(film);
    }
    GreyPicture grey = Rendering.asFiled(film).render();
    return Raster.grey(grey.width(), grey.height(), grey.pixels());
  }

  private Answer answer(Classification said) {
    List<Answer.Finding> findings = new ArrayList<>();
    for (int k = 0; k < said.classes().size(); k++) {
      findings.add(new Answer.Finding(said.classes().get(k), bounded(said.probabilities().get(k))));
    }
    return new Answer(
        new Answer.Model(said.modelName(), card.version(), said.modelId()),
        findings,
        said.warnings().stream().map(FilmWarning::message).toList());
  }

  /** A sum of floats may leave the range by a rounding. */
  private static double bounded(double probability) {
    return probability > 1 && probability < 1 + 1e-6 ? 1 : probability;
  }

  private LocalDateTime time(FilmHead head) {
    Instant taken = head.origin().since().orElse(Instant.EPOCH);
    Instant learnt = created();
    return LocalDateTime.ofInstant(learnt.isAfter(taken) ? learnt : taken, zone);
  }

  private Instant created() {
    try {
      return Instant.parse(card.created());
    } catch (DateTimeException e) {
      return Instant.EPOCH; // A card from elsewhere may say it in words.
    }
  }
}
