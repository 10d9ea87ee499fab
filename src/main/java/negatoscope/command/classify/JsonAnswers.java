package negatoscope.command.classify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import negatoscope.classification.Classification;
import negatoscope.classification.Faithfulness;
import negatoscope.classification.SanityCheck;
import negatoscope.film.FilmWarning;
import negatoscope.library.card.ModelCard;

/**
 * One JSON object for every film and model, a line each. Where several models answer, it says
 * whether they agree.
 */
final class JsonAnswers implements AnswerWriter {
  private final PrintWriter out;
  private final List<ModelCard> models;
  private final ObjectMapper mapper = new ObjectMapper();

  /**
   * Lines of JSON.
   *
   * @param models that are asked, in order
   */
  JsonAnswers(PrintWriter out, List<ModelCard> models) {
    this.out = out;
    this.models = models;
  }

  @Override
  public void write(List<FilmAnswer> answers) {
    Optional<Boolean> agree = FilmAnswer.agree(answers);
    for (int i = 0; i < answers.size(); i++) {
      Map<String, Object> object = object(answers.get(i));
      if (answers.size() > 1) {
        ModelCard model = models.get(i);
        object.put("model", pair("name", model.name(), "id", model.id()));
      }
      agree.ifPresent(value -> object.put("agree", value));
      try {
        out.println(mapper.writeValueAsString(object));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("an answer of plain values can be written", e);
      }
    }
  }

  private static Map<String, Object> object(FilmAnswer answer) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", answer.file().toString());
    if (answer instanceof FilmAnswer.Answered answered) {
      answered(object, answered);
    } else if (answer instanceof FilmAnswer.Refused refused) {
      object.put("status", "error");
      object.put(
          "error",
          Map.of(
              "code", refused.failure().code().name(), "message", refused.failure().getMessage()));
    }
    return object;
  }

  private static void answered(Map<String, Object> object, FilmAnswer.Answered answered) {
    Classification answer = answered.classification();
    if (answered.frames() > 1) {
      object.put("frame", answered.frame());
    }
    object.put("status", "ok");
    object.put("class", answer.topClass());
    object.put("probability", answer.probabilities().get(answer.top()));
    Map<String, Double> probabilities = new LinkedHashMap<>();
    for (int k = 0; k < answer.classes().size(); k++) {
      probabilities.put(answer.classes().get(k), answer.probabilities().get(k));
    }
    object.put("probabilities", probabilities);
    object.put("warnings", answered.warnings().stream().map(JsonAnswers::warning).toList());
    object.put("model", pair("name", answer.modelName(), "id", answer.modelId()));
    Map<String, String> pictures = new LinkedHashMap<>();
    for (Map.Entry<String, Path> picture : answered.heatMaps().entrySet()) {
      pictures.put(picture.getKey(), picture.getValue().toString());
    }
    object.put("heatmaps", pictures);
    if (!answered.explanations().isEmpty()) {
      object.put(
          "explanations", answered.explanations().stream().map(JsonAnswers::explanation).toList());
    }
    answer.called().ifPresent(called -> object.put("called", called));
    object.put("milliseconds", Math.round(answer.milliseconds() * 1000) / 1000.0);
  }

  private static Map<String, Object> explanation(Explanation explanation) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("class", explanation.className());
    object.put("method", explanation.method().name().toLowerCase(Locale.ROOT));
    object.put("empty", explanation.figures().isEmpty());
    explanation.figures().ifPresent(figures -> figures(object, figures));
    return object;
  }

  private static void figures(Map<String, Object> object, Explanation.Figures figures) {
    Faithfulness faithfulness = figures.faithfulness();
    object.put("deletion", faithfulness.deletion());
    object.put("randomDeletion", faithfulness.randomDeletion());
    object.put("insertion", faithfulness.insertion());
    object.put("randomInsertion", faithfulness.randomInsertion());
    Map<String, Object> sanity = new LinkedHashMap<>();
    sanity.put("similarity", figures.sanity().similarity());
    sanity.put("changed", figures.sanity().changed());
    Map<String, Double> stages = new LinkedHashMap<>();
    for (SanityCheck.Stage stage : figures.sanity().stages()) {
      stages.put(stage.randomised().name().toLowerCase(Locale.ROOT), stage.similarity());
    }
    sanity.put("stages", stages);
    object.put("sanity", sanity);
  }

  private static Map<String, String> warning(FilmWarning warning) {
    return pair("code", warning.code().name(), "message", warning.message());
  }

  private static Map<String, String> pair(String k1, String v1, String k2, String v2) {
    Map<String, String> pair = new LinkedHashMap<>();
    pair.put(k1, v1);
    pair.put(k2, v2);
    return pair;
  }
}
