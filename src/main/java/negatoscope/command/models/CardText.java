package negatoscope.command.models;

import java.util.Locale;
import java.util.Map;
import negatoscope.library.card.CardInterval;
import negatoscope.library.card.CardOperatingPoint;
import negatoscope.library.card.CardProbes;
import negatoscope.library.card.CardTest;
import negatoscope.library.card.CardTraining;
import negatoscope.library.card.ModelCard;
import org.jspecify.annotations.Nullable;

/** A model's card for people: what it scores, what it scores without lungs, and its limits. */
final class CardText {
  private final StringBuilder text = new StringBuilder();

  private CardText() {}

  static String of(ModelCard card) {
    CardText page = new CardText();
    page.head(card);
    page.test(card.test());
    page.probes(card.probes());
    page.thresholds(card.operatingPoints());
    page.line("");
    page.line("What it must not be used for");
    card.limits().forEach(sentence -> page.line("  - " + sentence));
    return page.text.toString();
  }

  /** A share with three digits, or a dash. */
  static String figure(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  private void head(ModelCard card) {
    CardTraining training = card.training();
    fact("model", card.name() + " " + card.version() + ", made " + card.created());
    fact("id", card.id());
    fact("classes", String.join(", ", card.classes()));
    fact(
        "network",
        "%s, %s head with %d units, input %d x %d (%s)"
            .formatted(
                card.backbone(),
                card.head().type(),
                card.head().units(),
                card.input().side(),
                card.input().side(),
                card.input().fit()));
    fact(
        "trained on",
        "%d films of %d patients: %s"
            .formatted(
                training.data().films(), training.data().patients(), training.data().perClass()));
    fact(
        "training",
        "%s, %s, best of %d epochs: %d"
            .formatted(
                training.preset(), training.optimiser(), training.epochs(), training.bestEpoch()));
    if (card.weights() != null) {
      fact("started from", card.weights().name() + " (" + card.weights().licence() + ")");
    }
  }

  private void test(@Nullable CardTest test) {
    line("");
    if (test == null) {
      line("On test films: not measured");
      return;
    }
    line("On %d test films, looked at %d times".formatted(test.films(), test.looks()));
    scored("accuracy", test.accuracy(), test.intervals().get("accuracy"));
    scored("macro AUC", test.macroAuc(), test.intervals().get("macroAuc"));
    scored("log loss", test.logLoss(), test.intervals().get("logLoss"));
    scored("calibration error", test.ece(), test.intervals().get("ece"));
    for (Map.Entry<String, CardTest.PerClass> entry : test.perClass().entrySet()) {
      CardTest.PerClass of = entry.getValue();
      line(
          "  %-22s %d films, recall %s, precision %s, AUC %s"
              .formatted(
                  entry.getKey(),
                  of.films(),
                  figure(of.recall()),
                  figure(of.precision()),
                  figure(of.rocAuc())));
    }
    line("");
    line("Inside one collection, where the source does not give the class away");
    for (CardTest.InsideCollection pair : test.insideCollection()) {
      line(
          "  %-22s %s against %s: AUC %s%s (%d films)"
              .formatted(
                  pair.collection(),
                  pair.positive(),
                  pair.negative(),
                  figure(pair.rocAuc()),
                  interval(pair.interval()),
                  pair.films()));
    }
  }

  private void probes(@Nullable CardProbes probes) {
    if (probes == null) {
      return;
    }
    line("");
    line("What it still scores without seeing lungs");
    probe("lungs blacked out", probes.lungsAway());
    probe("border of the film only", probes.borderOnly());
  }

  private void probe(String name, CardProbes.@Nullable Probe probe) {
    if (probe != null) {
      line(
          "  %-22s accuracy %s, macro AUC %s"
              .formatted(name, figure(probe.accuracy()), figure(probe.macroAuc())));
    }
  }

  private void thresholds(@Nullable Map<String, CardOperatingPoint> points) {
    if (points == null || points.isEmpty()) {
      return;
    }
    line("");
    line("From which probability a film counts as one of a class, chosen on validation films");
    points.forEach((name, point) -> line("  " + ThresholdKeeper.line(name, point)));
  }

  private void scored(String name, @Nullable Double value, @Nullable CardInterval interval) {
    line("  %-22s %s%s".formatted(name, figure(value), interval(interval)));
  }

  private static String interval(@Nullable CardInterval interval) {
    return interval == null
        ? ""
        : " (95 %% %s to %s)".formatted(figure(interval.low()), figure(interval.high()));
  }

  private void fact(String name, String value) {
    line("%-12s %s".formatted(name, value));
  }

  private void line(String words) {
    text.append(words).append(System.lineSeparator());
  }
}
