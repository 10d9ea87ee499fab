package negatoscope.dicom.object;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Tag;
import negatoscope.dicom.builtin.BuiltInToolkit;
import negatoscope.film.Film;
import negatoscope.film.Provenance;
import negatoscope.intake.Intake;
import negatoscope.rendering.Rendering;

/**
 * Writes the objects of films, for validators of other makers to judge. An argument that ends in
 * {@code /} is the folder for the films that follow. Each object is named by its SOP Instance UID;
 * the answers are drawn.
 */
final class ObjectSamples {
  static final LocalDateTime MADE = LocalDateTime.of(2026, 11, 28, 23, 5, 9);
  static final FilmObjects OBJECTS = new FilmObjects(new Maker("0.1.0"), MADE);
  static final Explanation SHOWN = new Explanation("covid-19", "Grad-CAM");

  /** Classes that SNOMED CT knows, and two that it does not. */
  static final Answer ANSWER =
      new Answer(
          new Answer.Model("mobilenet-v2-films", "1", "5f".repeat(32)),
          List.of(
              new Answer.Finding("covid-19", 0.7123456789),
              new Answer.Finding("pneumonia", 0.25),
              new Answer.Finding("normal", 0.03765432),
              new Answer.Finding("Staublunge", 0),
              new Answer.Finding("śródmiąższowe zapalenie płuc", 1e-9)),
          List.of("The film is unlike the training films: „Größe“ \\ 王小東."));

  private final DicomToolkit toolkit = new BuiltInToolkit();
  private final Intake intake = new Intake(toolkit);

  /** Writes the objects of every film named. */
  public static void main(String[] arguments) throws IOException {
    ObjectSamples samples = new ObjectSamples();
    Path folder = Path.of("");
    for (String argument : arguments) {
      if (argument.endsWith("/")) {
        folder = Path.of(argument);
        continue;
      }
      for (DataSet object : samples.of(Path.of(argument))) {
        Path file = folder.resolve(object.text(Tag.SOP_INSTANCE_UID) + ".dcm");
        samples.toolkit.write(file, object);
      }
    }
  }

  /** All objects of every frame of a film. */
  List<DataSet> of(Path file) throws IOException {
    List<DataSet> objects = new ArrayList<>();
    for (Film film : intake.open(file)) {
      Subject subject = subject(film);
      if (subject.needsCopy()) {
        objects.add(OBJECTS.film(subject, Raster.of(film)));
      }
      objects.add(OBJECTS.overlay(subject, ANSWER, SHOWN, colours(film)));
      objects.add(OBJECTS.report(subject, ANSWER, Optional.of(SHOWN)));
    }
    return objects;
  }

  /** What a film is to its objects. */
  Subject subject(Film film) throws IOException {
    Provenance from = film.provenance();
    byte[] file = Files.readAllBytes(from.file());
    String name = from.file().getFileName().toString();
    if (from.format().equals("DICOM")) {
      DataSet header = toolkit.read(from.file());
      return Subject.ofDicom(header, from.frame(), from.frames(), sha256(file), name);
    }
    Optional<Lossy> lossy =
        from.format().equals("JPEG")
            ? Optional.of(Lossy.ofJpeg(film.samples().count(), file.length))
            : Optional.empty();
    return Subject.ofPicture(sha256(file), name, from.frame(), lossy);
  }

  /** A film as it is shown, red where it is bright. */
  static Raster colours(Film film) {
    byte[] grey = Rendering.forReading(film).render().pixels();
    byte[] rgb = new byte[3 * grey.length];
    for (int i = 0; i < grey.length; i++) {
      rgb[3 * i] = grey[i];
      rgb[3 * i + 1] = (byte) ((grey[i] & 0xFF) / 2);
      rgb[3 * i + 2] = (byte) ((grey[i] & 0xFF) / 2);
    }
    return Raster.rgb(film.width(), film.height(), rgb);
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
