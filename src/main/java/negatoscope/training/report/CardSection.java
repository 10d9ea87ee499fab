package negatoscope.training.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import negatoscope.library.card.CardTraining;
import negatoscope.library.card.ModelCard;
import negatoscope.rendering.plot.Html;

/** The part of a report that says what a model is. */
final class CardSection {
  private final Html html;

  CardSection(Html html) {
    this.html = html;
  }

  void section(ModelVerdict verdict) {
    ModelCard card = verdict.card();
    html.heading("The model " + card.name());
    CardTraining training = card.training();
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of("made", card.created() + ", version " + card.version()));
    facts.add(
        List.of(
            "network",
            "%s with a %s head of %d units; input %d × %d, %s"
                .formatted(
                    card.backbone(),
                    card.head().type(),
                    card.head().units(),
                    card.input().side(),
                    card.input().side(),
                    card.input().fit())));
    facts.add(
        List.of(
            "trained on",
            "%s of %s: %s"
                .formatted(
                    Wording.count(training.data().films(), "film"),
                    Wording.count(training.data().patients(), "patient"),
                    counts(training.data().perClass()))));
    if (training.data().perCollection().size() > 1) {
      facts.add(List.of("from", counts(training.data().perCollection())));
    }
    facts.add(
        List.of(
            "parts", "%s (%s)".formatted(counts(training.split().sizes()), training.split().by())));
    facts.add(
        List.of(
            "training",
            "preset %s, %s, best of %d epochs: %d, %.0f minutes"
                .formatted(
                    training.preset(),
                    training.optimiser(),
                    training.epochs(),
                    training.bestEpoch(),
                    training.seconds() / 60)));
    facts.add(
        List.of(
            "started from",
            card.weights() == null
                ? "drawn weights"
                : card.weights().name() + ", licence " + card.weights().licence()));
    facts.add(
        List.of(
            "probabilities",
            card.calibration() == null
                ? "raw, not calibrated"
                : String.format(
                    Locale.ROOT,
                    "calibrated on validation films, temperature %.3f",
                    card.calibration().temperature())));
    facts.add(List.of("id", card.id()));
    html.words(List.of(), facts);
    points(verdict);
    if (!card.limits().isEmpty()) {
      html.subheading("What it must not be used for, and why");
      html.list(card.limits());
    }
  }

  private void points(ModelVerdict verdict) {
    Map<String, OperatingPoints> points = OperatingPoints.of(verdict).orElse(Map.of());
    if (points.isEmpty()) {
      return;
    }
    html.subheading("Operating points");
    html.paragraph(
        "Thresholds chosen on the validation films, and what they come to on the films judged"
            + " here.");
    html.table(
        List.of(
            "class",
            "counts from",
            "sensitivity, chosen",
            "specificity, chosen",
            "sensitivity here",
            "specificity here"),
        points.entrySet().stream()
            .map(
                entry ->
                    List.of(
                        entry.getKey(),
                        Wording.percent(entry.getValue().threshold()),
                        Wording.number(entry.getValue().chosenSensitivity()),
                        Wording.number(entry.getValue().chosenSpecificity()),
                        Wording.number(entry.getValue().sensitivity()),
                        Wording.number(entry.getValue().specificity())))
            .toList());
  }

  private static String counts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> Wording.named(entry.getKey()) + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
