package negatoscope.command.film;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import negatoscope.film.LookupTable;
import negatoscope.film.ModalityRescale;
import negatoscope.film.ModalityTable;
import negatoscope.film.Overlay;
import negatoscope.film.Presentation;
import negatoscope.film.Shutter;
import negatoscope.film.Window;

/**
 * What a file says about how its film is shown, as named values; what it does not say is left out.
 */
final class PresentationFacts {
  private PresentationFacts() {}

  /** Adds them; windows, tables and overlays also where there are none. */
  static void put(Map<String, Object> facts, Presentation presentation) {
    facts.put("polarity", presentation.polarity().name());
    if (presentation.modality() instanceof ModalityRescale rescale) {
      facts.put("rescaleSlope", rescale.slope());
      facts.put("rescaleIntercept", rescale.intercept());
    } else if (presentation.modality() instanceof ModalityTable table) {
      facts.put("modalityTable", table(table.table()));
    }
    facts.put("windows", presentation.windows().stream().map(PresentationFacts::window).toList());
    facts.put("voiTables", presentation.tables().stream().map(PresentationFacts::table).toList());
    presentation
        .padding()
        .ifPresent(range -> facts.put("padding", List.of(range.least(), range.greatest())));
    presentation.shutter().ifPresent(shutter -> facts.put("shutter", shutter(shutter)));
    facts.put(
        "overlays", presentation.overlays().stream().map(PresentationFacts::overlay).toList());
  }

  private static Map<String, Object> window(Window window) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("center", window.center());
    values.put("width", window.width());
    values.put("function", window.function().name());
    FilmFacts.filled(values, "explanation", window.explanation());
    return values;
  }

  private static Map<String, Object> table(LookupTable table) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("entries", table.size());
    values.put("firstMapped", table.firstMapped());
    values.put("bits", table.bits());
    FilmFacts.filled(values, "explanation", table.explanation());
    return values;
  }

  private static Map<String, Object> shutter(Shutter shutter) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(
        "shapes",
        shutter.shapes().stream()
            .map(shape -> shape.getClass().getSimpleName().toUpperCase(Locale.ROOT))
            .toList());
    values.put("presentationValue", shutter.presentationValue());
    return values;
  }

  private static Map<String, Object> overlay(Overlay overlay) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("group", "%04X".formatted(overlay.group()));
    FilmFacts.filled(values, "label", overlay.label());
    FilmFacts.filled(values, "description", overlay.description());
    values.put("kind", overlay.kind().name());
    values.put("columns", overlay.width());
    values.put("rows", overlay.height());
    values.put("left", overlay.left());
    values.put("top", overlay.top());
    return values;
  }
}
