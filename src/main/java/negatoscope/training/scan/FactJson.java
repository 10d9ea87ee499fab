package negatoscope.training.scan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import negatoscope.film.FilmWarning;
import negatoscope.film.ViewPosition;
import negatoscope.task.ErrorCode;
import negatoscope.tensor.FilmFingerprint;

/** What came of opening a film, as JSON fields. */
final class FactJson {
  private FactJson() {}

  static Map<String, Object> fields(FilmState state) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (state instanceof FilmState.Unreadable unreadable) {
      fields.put("code", unreadable.code().name());
      fields.put("reason", unreadable.reason());
    } else if (state instanceof FilmState.Read readable) {
      FilmFacts facts = readable.facts();
      fields.put("width", facts.width());
      fields.put("height", facts.height());
      fields.put("format", facts.format());
      fields.put("encoding", facts.encoding());
      fields.put("view", facts.view().name());
      fields.put("patientId", facts.patientId());
      fields.put("borderMean", facts.borderMean());
      fields.put("borderSpread", facts.borderSpread());
      fields.put("warnings", facts.warnings().stream().map(Enum::name).toList());
      fields.put("fingerprint", facts.fingerprint().text());
    }
    return fields;
  }

  /**
   * Reads them back.
   *
   * @throws IllegalArgumentException if they are not as written
   */
  static FilmState state(JsonNode node) {
    if (node.has("code")) {
      return new FilmState.Unreadable(
          ErrorCode.valueOf(node.get("code").asText()), node.path("reason").asText());
    }
    List<FilmWarning.Code> warnings = new ArrayList<>();
    node.path("warnings").forEach(code -> warnings.add(FilmWarning.Code.valueOf(code.asText())));
    return new FilmState.Read(
        new FilmFacts(
            node.path("sha256").asText(),
            node.path("width").asInt(),
            node.path("height").asInt(),
            node.path("format").asText(),
            node.path("encoding").asText(),
            ViewPosition.valueOf(node.path("view").asText()),
            node.path("patientId").asText(),
            node.path("borderMean").asDouble(),
            node.path("borderSpread").asDouble(),
            warnings,
            FilmFingerprint.ofText(node.path("fingerprint").asText())));
  }
}
