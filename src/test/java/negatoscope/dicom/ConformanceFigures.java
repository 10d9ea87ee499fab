package negatoscope.dicom;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import negatoscope.dicom.builtin.BuiltInToolkit;
import negatoscope.dicom.image.DicomFilms;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.intake.Intake;
import negatoscope.rendering.Rendering;

/** The tables of the DICOM conformance statement, made by opening every shared file. */
final class ConformanceFigures {
  static final Path PAGE = Path.of("src/site/markdown/dicom-conformance.md");
  private static final String FILMS = "<!-- tested films -->\n";
  private static final String END_OF_FILMS = "<!-- end of the films -->\n";
  private static final String BROKEN = "<!-- broken files -->\n";
  private static final String END_OF_BROKEN = "<!-- end of the files -->\n";

  private final DicomToolkit toolkit = new BuiltInToolkit();

  /** Writes both tables anew. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(PAGE, new ConformanceFigures().wanted(Files.readString(PAGE)));
  }

  /** The page with both tables as they should be. */
  String wanted(String page) {
    String withFilms = replaced(page, FILMS, END_OF_FILMS, films());
    return replaced(withFilms, BROKEN, END_OF_BROKEN, broken());
  }

  private static String replaced(String page, String start, String end, String with) {
    int from = page.indexOf(start) + start.length();
    return page.substring(0, from) + with + page.substring(page.indexOf(end, from));
  }

  private String films() {
    return Corpus.films()
        .filter(film -> film.has("transferSyntax"))
        .map(this::row)
        .collect(
            Collectors.joining(
                "",
                """
                | film | transfer syntax | pixels | stored | display | warnings |
                | --- | --- | --- | --- | --- | --- |
                """,
                ""));
  }

  private String row(JsonNode film) {
    String name = film.path("file").asText().replace("films/", "");
    String syntax = film.path("transferSyntax").path("name").asText();
    try {
      List<Film> frames = DicomFilms.read(toolkit, Corpus.file(film));
      Rendering rendering = Rendering.asFiled(frames.get(0));
      Set<String> warnings = new LinkedHashSet<>();
      frames.get(0).warnings().forEach(warning -> warnings.add(warning.code().name()));
      Rendering.forReading(frames.get(0))
          .warnings()
          .forEach(warning -> warnings.add(warning.code().name()));
      return "| %s | %s | %s | %s | %s | %s |\n"
          .formatted(
              name,
              syntax,
              pixels(film),
              stored(film),
              display(film, rendering),
              String.join(" ", warnings));
    } catch (FilmException e) {
      return "| %s | %s | %s | %s | | |\n".formatted(name, syntax, pixels(film), e.code());
    }
  }

  private static String pixels(JsonNode film) {
    int frames = film.path("frames").asInt();
    return "%s %d/%d%s%s"
        .formatted(
            film.path("photometric").asText(),
            film.path("bitsStored").asInt(),
            film.path("bitsAllocated").asInt(),
            film.path("signed").asBoolean() ? " signed" : "",
            frames > 1 ? ", " + frames + " frames" : "");
  }

  /** Every frame by its hash, or the greatest difference of the first. */
  private String stored(JsonNode film) {
    try (DicomFrames frames = toolkit.open(Corpus.file(film))) {
      int tolerance = film.path("storedTolerance").asInt();
      for (int i = 0; i < frames.count(); i++) {
        StoredFrame.of(frames, i).compare(film, i);
      }
      if (tolerance == 0) {
        return "exact";
      }
      boolean grey = film.has("storedPng");
      int[] right = Corpus.picture(film.path(grey ? "storedPng" : "display").asText());
      int offset = film.path("storedPngOffset").asInt();
      int[] values = StoredFrame.of(frames, 0).values();
      return allowed(greatest(values, right, offset), tolerance, 0);
    }
  }

  private static String display(JsonNode film, Rendering rendering) {
    boolean colour = rendering.film().colour().isPresent();
    byte[] pixels = colour ? rendering.renderColour().rgb() : rendering.render().pixels();
    int[] right = Corpus.picture(film.path("display").asText());
    int[] values = new int[pixels.length];
    Arrays.setAll(values, i -> pixels[i] & 0xFF);
    int tolerance = film.path("displayTolerance").asInt();
    return allowed(greatest(values, right, 0), tolerance, 1);
  }

  private static String allowed(int greatest, int tolerance, int usual) {
    if (greatest > tolerance) {
      throw new AssertionError(greatest + " is more than " + tolerance);
    }
    return tolerance > usual ? greatest + " (" + tolerance + ")" : Integer.toString(greatest);
  }

  private static int greatest(int[] values, int[] right, int offset) {
    if (values.length != right.length) {
      throw new AssertionError(values.length + " values instead of " + right.length);
    }
    int greatest = 0;
    for (int i = 0; i < values.length; i++) {
      greatest = Math.max(greatest, Math.abs(values[i] - right[i] - offset));
    }
    return greatest;
  }

  private static String broken() {
    Intake intake = Intake.withBuiltInToolkit();
    return Corpus.broken()
        .map(
            entry ->
                "| %s | %s |\n"
                    .formatted(
                        entry.path("file").asText().replace("broken/", ""),
                        outcome(intake, Corpus.file(entry))))
        .collect(Collectors.joining("", "| file | ends in |\n| --- | --- |\n", ""));
  }

  private static String outcome(Intake intake, Path file) {
    try {
      intake.open(file);
      return "opens";
    } catch (FilmException e) {
      return e.code().name();
    }
  }
}
