package negatoscope.command.film;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import negatoscope.film.Film;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;

/** What is known about the films of a file, as named values in a fixed order. */
final class FilmFacts {
  private FilmFacts() {}

  /**
   * Facts about a file.
   *
   * @param film its first frame, which speaks for all
   */
  static Map<String, Object> of(Path file, Film film) {
    Provenance from = film.provenance();
    Samples samples = film.samples();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("file", file.toString());
    facts.put("format", from.format());
    facts.put("encoding", from.encoding());
    facts.put("frames", from.frames());
    facts.put("columns", film.width());
    facts.put("rows", film.height());
    facts.put("bitsStored", samples.bitsStored());
    facts.put("signed", samples.signed());
    facts.put("colour", colour(film));
    PresentationFacts.put(facts, film.presentation());
    facts.put("pixelAspect", film.aspect());
    film.spacing()
        .ifPresent(
            spacing -> {
              Map<String, Object> values = new LinkedHashMap<>();
              values.put("rowMm", spacing.rowMm());
              values.put("columnMm", spacing.columnMm());
              values.put("source", spacing.source());
              facts.put("spacing", values);
            });
    facts.put("view", film.view().name().toLowerCase(Locale.ROOT));
    filled(facts, "patientName", from.patientName());
    filled(facts, "patientId", from.patientId());
    filled(facts, "studyDate", from.studyDate());
    filled(facts, "studyDescription", from.studyDescription());
    filled(facts, "modality", from.modality());
    filled(facts, "bodyPart", from.bodyPart());
    filled(facts, "studyInstanceUid", from.studyInstanceUid());
    filled(facts, "seriesInstanceUid", from.seriesInstanceUid());
    filled(facts, "sopInstanceUid", from.sopInstanceUid());
    facts.put(
        "warnings",
        film.warnings().stream()
            .map(warning -> warning.code() + ": " + warning.message())
            .toList());
    return facts;
  }

  private static String colour(Film film) {
    return film.colour()
        .map(colour -> colour.indices().isPresent() ? "palette" : "RGB")
        .orElse("grey");
  }

  static void filled(Map<String, Object> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.put(name, value);
    }
  }
}
