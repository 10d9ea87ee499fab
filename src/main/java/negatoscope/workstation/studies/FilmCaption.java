package negatoscope.workstation.studies;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import negatoscope.film.Film;
import negatoscope.film.Provenance;
import negatoscope.intake.FilmHeading;

/**
 * The lines under a thumbnail; empty where nothing is known.
 *
 * @param patient name, or else the ID
 * @param study date and description
 * @param view PA, AP, lateral…
 * @param file name of the file, with the frame where there are several
 */
public record FilmCaption(String patient, String study, String view, String file) {
  /** Of a file that was not read yet. */
  public static FilmCaption of(Path path) {
    Path name = path.getFileName();
    return new FilmCaption("", "", "", name == null ? path.toString() : name.toString());
  }

  /** Of a file whose header was read. */
  static FilmCaption of(Path path, FilmHeading heading) {
    return new FilmCaption(
        heading.patientName().isBlank() ? heading.patientId() : person(heading.patientName()),
        study(heading.studyDate(), heading.studyDescription()),
        switch (heading.view()) {
          case "LL", "RL", "LAT", "LATERAL" -> "Lateral";
          default -> heading.view();
        },
        of(path).file());
  }

  /** Of a film. */
  public static FilmCaption of(Film film) {
    Provenance from = film.provenance();
    String file = of(from.file()).file();
    return new FilmCaption(
        from.patientName().isBlank() ? from.patientId() : person(from.patientName()),
        study(from.studyDate(), from.studyDescription()),
        switch (film.view()) {
          case PA -> "PA";
          case AP -> "AP";
          case LATERAL -> "Lateral";
          case OTHER -> "Other view";
          case UNKNOWN -> "";
        },
        from.frames() > 1 ? file + " (" + from.frame() + "/" + from.frames() + ")" : file);
  }

  private static String study(String date, String description) {
    return Stream.of(date(date), description)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(" · "));
  }

  /** A DICOM person name, {@code family^given^middle}, for people; the first group with letters. */
  static String person(String name) {
    String group =
        Stream.of(name.split("=")).filter(text -> !text.isBlank()).findFirst().orElse("");
    String[] parts = group.split("\\^", -1);
    String given =
        Stream.of(parts)
            .skip(1)
            .limit(2)
            .filter(s -> !s.isBlank())
            .collect(Collectors.joining(" "));
    return given.isEmpty() ? parts[0].strip() : parts[0].strip() + ", " + given.strip();
  }

  /** {@code YYYYMMDD} with hyphens; anything else as it is. */
  static String date(String value) {
    String text = value.strip();
    return text.matches("\\d{8}")
        ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
        : text;
  }
}
