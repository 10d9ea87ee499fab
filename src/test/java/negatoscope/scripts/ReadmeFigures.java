package negatoscope.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.card.CardInterval;
import negatoscope.library.card.CardProbes;
import negatoscope.library.card.CardTest;
import negatoscope.library.card.ModelCard;

/** The part of README.md that says what the bundled model is worth, made from its card. */
final class ReadmeFigures {
  static final Path README = Path.of("README.md");
  private static final String START = "<!-- figures of the model's card -->\n";
  private static final String END = "<!-- end of the figures -->\n";

  private final StringBuilder text = new StringBuilder();

  private ReadmeFigures() {}

  /** Writes the part anew, as after training a new bundled model. */
  public static void main(String[] arguments) throws IOException {
    String readme = Files.readString(README);
    Files.writeString(README, readme.replace(part(readme), wanted()));
  }

  /** The part as it stands. */
  static String part(String readme) {
    int start = readme.indexOf(START) + START.length();
    return readme.substring(start, readme.indexOf(END, start));
  }

  /** The part as the card wants it. */
  static String wanted() {
    Optional<ModelCard> card = new Library(Home.ofSystem()).bundledCard();
    if (card.isEmpty()) {
      return "This build comes without a model.\n";
    }
    ReadmeFigures figures = new ReadmeFigures();
    CardTest test = card.get().test();
    if (test != null) {
      figures.whole(test);
      figures.honest(test, card.get().probes());
    }
    figures.text.append("What it must not be used for, and why:\n\n");
    card.get()
        .limits()
        .forEach(sentence -> figures.text.append("- ").append(sentence).append("\n"));
    return figures.text.toString();
  }

  private void whole(CardTest test) {
    text.append(
        """
        On %d test films, of patients that training never saw (looked at %d %s in all):

        | | | 95 %% |
        | --- | --- | --- |
        """
            .formatted(test.films(), test.looks(), test.looks() == 1 ? "time" : "times"));
    row("accuracy", test.accuracy(), test.intervals().get("accuracy"));
    row("macro AUC", test.macroAuc(), test.intervals().get("macroAuc"));
    for (Map.Entry<String, CardTest.PerClass> entry : test.perClass().entrySet()) {
      row(
          "recall of " + entry.getKey(),
          entry.getValue().recall(),
          test.intervals().get("recall:" + entry.getKey()));
    }
    row("calibration error (ECE)", test.ece(), test.intervals().get("ece"));
    test.perCollection()
        .forEach(
            (collection, of) ->
                row(
                    "accuracy in %s (%d films)".formatted(collection, of.films()),
                    of.accuracy(),
                    of.accuracyInterval()));
    text.append("\n");
  }

  private void honest(CardTest test, CardProbes probes) {
    text.append(
        """
        **These figures flatter it.** Most of a film's class can be told from where the film comes from, so they must be read beside
        these: how well two classes are told apart inside one collection, and what is still answered without seeing the lungs.

        | | | 95 % |
        | --- | --- | --- |
        """);
    for (CardTest.InsideCollection pair : test.insideCollection()) {
      row(
          "AUC inside %s, %s against %s (%d films)"
              .formatted(pair.collection(), pair.positive(), pair.negative(), pair.films()),
          pair.rocAuc(),
          pair.interval());
    }
    if (probes != null) {
      probe("lungs blacked out", probes.lungsAway());
      probe("border of the film alone", probes.borderOnly());
    }
    text.append("\n");
  }

  private void probe(String name, CardProbes.Probe probe) {
    if (probe != null) {
      row("accuracy, " + name, probe.accuracy(), null);
      row("macro AUC, " + name, probe.macroAuc(), null);
    }
  }

  private void row(String name, Double value, CardInterval interval) {
    text.append(
        "| %s | %s | %s |\n"
            .formatted(
                name,
                value == null ? "not defined" : figure(value),
                interval == null ? "" : figure(interval.low()) + "–" + figure(interval.high())));
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
