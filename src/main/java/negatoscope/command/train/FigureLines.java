package negatoscope.command.train;

import java.io.PrintWriter;
import java.util.Locale;
import negatoscope.library.card.CardTest;
import negatoscope.library.card.ModelCard;

/** Figures of a trained model, a line each. */
record FigureLines(PrintWriter out) {
  /** What the card says of test films, if they were looked at. */
  void test(ModelCard card) {
    CardTest test = card.test();
    if (test == null) {
      return;
    }
    result("test films", Integer.toString(test.films()));
    result("test accuracy", number(test.accuracy()) + interval(test, "accuracy"));
    Double auc = test.macroAuc();
    result("test macro AUC", (auc == null ? "-" : number(auc)) + interval(test, "macroAuc"));
    result("test log loss", number(test.logLoss()));
    result("test ECE", number(test.ece()));
    test.perClass()
        .forEach(
            (name, figures) ->
                result(
                    "test recall " + name,
                    number(figures.recall()) + interval(test, "recall:" + name)));
    for (CardTest.InsideCollection inside : test.insideCollection()) {
      Double pair = inside.rocAuc();
      result(
          "inside %s, %s against %s, AUC"
              .formatted(inside.collection(), inside.positive(), inside.negative()),
          pair == null ? "-" : number(pair));
    }
    if (card.probes() != null && card.probes().lungsAway() != null) {
      result("lungs blacked out, accuracy", number(card.probes().lungsAway().accuracy()));
    }
    if (card.probes() != null && card.probes().borderOnly() != null) {
      result("border alone, accuracy", number(card.probes().borderOnly().accuracy()));
    }
    result("looks at the test films", Integer.toString(test.looks()));
  }

  private static String interval(CardTest test, String figure) {
    var interval = test.intervals().get(figure);
    return interval == null
        ? ""
        : " (" + number(interval.low()) + " to " + number(interval.high()) + ")";
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /** One figure. */
  void result(String name, String value) {
    out.printf("%-52s %s%n", name, value);
  }
}
