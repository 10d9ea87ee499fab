package negatoscope.screening.worklist;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import negatoscope.screening.row.FilmOrigin;
import negatoscope.screening.row.FilmResult;
import negatoscope.screening.row.ScreenedFilm;

/**
 * {@code worklist.json}, schema 1: what all films share, and {@code films} with an object each, in
 * the order in which they are to be read. Its fields are named as the columns of the CSV; what does
 * not apply is left out.
 */
public final class JsonWorkList {
  private static final int SCHEMA = 1;

  private final WorkListHead head;

  /** A list of films that the head's models were asked about. */
  public JsonWorkList(WorkListHead head) {
    this.head = head;
  }

  /** Writes the whole list; the stream stays open. */
  public void write(Iterable<ListedFilm> films, OutputStream out) throws IOException {
    try (JsonGenerator json =
        new ObjectMapper()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .setPrettyPrinter(new MinimalPrettyPrinter())) {
      json.writeStartObject();
      json.writeNumberField("schema", SCHEMA);
      json.writeStringField("notice", "Research use only.");
      json.writeObjectFieldStart("model");
      json.writeStringField("name", head.modelName());
      json.writeStringField("id", head.modelId());
      json.writeEndObject();
      json.writePOJOField("classes", head.classes());
      if (head.second().isPresent()) {
        json.writeStringField("model2", head.second().get());
      }
      json.writeArrayFieldStart("films");
      for (ListedFilm film : films) {
        json.writeRaw("\n");
        json.writePOJO(object(film));
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw("\n");
    }
  }

  private Map<String, Object> object(ListedFilm listed) {
    ScreenedFilm film = listed.row().film();
    FilmOrigin from = film.origin();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", film.identity().path());
    if (film.frames() > 1) {
      object.put("frame", film.frame());
    }
    filled(object, "patient", from.patient());
    filled(object, "study", from.study());
    filled(object, "series", from.series());
    filled(object, "instance", from.instance());
    filled(object, "view", from.view());
    object.put("status", film.result().status());
    if (film.result() instanceof FilmResult.Answered answered) {
      answered(object, answered);
    } else if (film.result() instanceof FilmResult.Failed failed) {
      object.put("errorCode", failed.code());
      object.put("errorMessage", failed.message());
    }
    object.put("warnings", listed.warnings());
    filled(object, "heatmap", film.heatMap());
    object.put("priority", listed.priority());
    listed.waitingHours().ifPresent(hours -> object.put("waitingHours", Rounded.hours(hours)));
    filled(object, "verdict", listed.row().verdict());
    filled(object, "note", listed.row().note());
    return object;
  }

  private static void answered(Map<String, Object> object, FilmResult.Answered answered) {
    object.put("class", answered.className());
    object.put("probability", Rounded.probability(answered.probability()));
    Map<String, Object> probabilities = new LinkedHashMap<>();
    answered
        .probabilities()
        .forEach((name, value) -> probabilities.put(name, Rounded.probability(value)));
    object.put("probabilities", probabilities);
    answered.called().ifPresent(called -> object.put("decision", List.copyOf(called)));
    object.put("milliseconds", Rounded.milliseconds(answered.milliseconds()));
    answered
        .second()
        .ifPresent(
            second -> {
              object.put("class2", second.className());
              object.put("probability2", Rounded.probability(second.probability()));
              object.put("agree", !answered.disputed());
            });
  }

  private static void filled(Map<String, Object> object, String name, String text) {
    if (!text.isEmpty()) {
      object.put(name, text);
    }
  }
}
