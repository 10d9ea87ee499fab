package negatoscope.classification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import negatoscope.film.FilmWarning;
import negatoscope.library.card.CardEmbedding;
import negatoscope.library.card.ModelCard;
import negatoscope.network.CamMethod;
import negatoscope.network.NetworkAnswer;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/** Turns what the network gives for one film of a batch into a {@link Classification}. */
final class Answers {
  private final ModelCard card;
  private final @Nullable EmbeddingGate gate;

  Answers(ModelCard card) {
    this.card = card;
    CardEmbedding fitted = card.embedding();
    this.gate = fitted == null ? null : new EmbeddingGate(fitted);
  }

  /**
   * The answer for one film.
   *
   * @param index the film's place in the batch
   * @param milliseconds its share of the batch's time
   * @throws Failure {@code NOT_FINITE}
   */
  Classification of(Request request, NetworkAnswer answer, int index, double milliseconds) {
    List<Double> probabilities = finite(answer.probabilities()[index], "probabilities");
    List<Double> logits = finite(answer.logits()[index], "logits");
    List<HeatMap> maps = heatMaps(request, answer, index);
    EmbeddingGate.Verdict verdict =
        gate == null ? EmbeddingGate.Verdict.ALIKE : gate.judge(answer.embeddings()[index]);
    Classification bare =
        new Classification(
            card.classes(),
            probabilities,
            logits,
            maps,
            List.of(),
            card.thresholds(),
            card.name(),
            card.id(),
            milliseconds);
    return new Classification(
        card.classes(),
        probabilities,
        logits,
        maps,
        warnings(request, bare, verdict),
        card.thresholds(),
        card.name(),
        card.id(),
        milliseconds,
        verdict);
  }

  private List<FilmWarning> warnings(
      Request request, Classification answer, EmbeddingGate.Verdict verdict) {
    Map<FilmWarning.Code, FilmWarning> warnings = new LinkedHashMap<>();
    request.warnings().forEach(warning -> warnings.putIfAbsent(warning.code(), warning));
    if (verdict != EmbeddingGate.Verdict.ALIKE) {
      add(
          warnings,
          FilmWarning.Code.UNLIKE_TRAINING,
          "The network has seen no film like this one in training; its answer may mean nothing.");
    }
    EmptyHeatMaps.warnings(answer.heatMaps(answer.topClass()))
        .forEach(warning -> warnings.putIfAbsent(warning.code(), warning));
    if (card.calibration() == null) {
      add(
          warnings,
          FilmWarning.Code.UNCALIBRATED,
          "The model is not calibrated; its probabilities are no frequencies.");
    }
    return List.copyOf(warnings.values());
  }

  private static void add(
      Map<FilmWarning.Code, FilmWarning> warnings, FilmWarning.Code code, String message) {
    warnings.putIfAbsent(code, new FilmWarning(code, message));
  }

  private List<HeatMap> heatMaps(Request request, NetworkAnswer answer, int index) {
    List<HeatMap> maps = new ArrayList<>();
    for (CamMethod method : request.methods()) {
      float[][][] films = answer.cams().get(method);
      if (films == null) {
        throw new Failure(
            ErrorCode.BAD_MODEL,
            "The model " + card.name() + " gives no " + method + " heat maps.",
            "Export the model again.");
      }
      for (int k = 0; k < card.classes().size(); k++) {
        float[] values = films[index][k];
        finite(values, "heat maps");
        maps.add(
            new HeatMap(
                card.classes().get(k),
                method,
                answer.rows(),
                answer.columns(),
                values,
                request.tensor().geometry()));
      }
    }
    return maps;
  }

  private List<Double> finite(float[] values, String what) {
    List<Double> list = new ArrayList<>(values.length);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new Failure(
            ErrorCode.NOT_FINITE,
            "The " + what + " of the model " + card.name() + " are not finite for this film.",
            "Use another model.");
      }
      list.add((double) value);
    }
    return list;
  }
}
