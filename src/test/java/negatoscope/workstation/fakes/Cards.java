package negatoscope.workstation.fakes;

import java.util.List;
import java.util.Map;
import negatoscope.library.card.CardFile;
import negatoscope.library.card.ModelCard;

/** A model's card with figures that no model has. */
public final class Cards {
  private static final String JSON =
      """
      {"schema": 1, "id": "0123456789abcdef", "name": "mobilenet-v2-films", "version": "1",
       "created": "2026-11-23T12:00:00Z", "classes": ["covid-19", "pneumonia", "normal"],
       "backbone": "mobilenet-v2",
       "head": {"type": "compact", "units": 128, "layers": 1, "dropout": 0.3,
                "bidirectional": false, "pooling": "last"},
       "input": {"side": 224, "fit": "letterbox", "interpolation": "area"},
       "training": {"data": {"films": 100, "patients": 90, "perClass": {}, "perCollection": {}},
                    "split": {"seed": 1, "sizes": {}, "by": "patient"}, "preset": "recommended",
                    "optimiser": "RMSprop", "epochs": 3, "bestEpoch": 2, "seconds": 10,
                    "software": {}},
       "test": {"films": 424, "accuracy": 0.8125, "macroAuc": 0.9251, "logLoss": 0.5, "ece": 0.03,
                "perClass": {}, "perCollection": {},
                "insideCollection": [
                  {"collection": "kermany", "positive": "pneumonia", "negative": "normal",
                   "films": 80, "rocAuc": 0.981, "interval": {"low": 0.95, "high": 0.99}},
                  {"collection": "cohen", "positive": "covid-19", "negative": "pneumonia",
                   "films": 60, "rocAuc": 0.712}],
                "intervals": {"accuracy": {"low": 0.77, "high": 0.85},
                              "macroAuc": {"low": 0.9, "high": 0.94}},
                "looks": 1},
       "probes": {"lungsAway": {"accuracy": 0.61, "macroAuc": 0.8, "retrained": false},
                  "borderOnly": {"accuracy": 0.55, "macroAuc": 0.75, "retrained": false}},
       "limits": ["Not for diagnosis, triage or any decision about a patient.",
                  "The collections differ in more than the disease; part of the score is theirs."]}
      """;

  private Cards() {}

  public static ModelCard card() {
    return CardFile.parse(JSON.getBytes(java.nio.charset.StandardCharsets.UTF_8), "the test");
  }

  /** The same card of a model of another name and id. */
  public static ModelCard named(String name) {
    String json =
        JSON.replace("mobilenet-v2-films", name).replace("0123456789abcdef", "id-" + name);
    return CardFile.parse(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), "the test");
  }

  /** A card of a model that was never tested. */
  public static ModelCard untested() {
    ModelCard card = card();
    return new ModelCard(
        card.schema(),
        card.id(),
        card.name(),
        card.version(),
        card.created(),
        card.classes(),
        card.backbone(),
        card.head(),
        card.input(),
        card.training(),
        null,
        null,
        null,
        Map.of(),
        null,
        List.of(),
        null,
        card.unknown());
  }
}
