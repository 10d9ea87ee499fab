package negatoscope.training.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import negatoscope.evaluation.Agreement;
import negatoscope.evaluation.Comparison;
import negatoscope.evaluation.Figure;
import negatoscope.evaluation.Interval;
import negatoscope.rendering.plot.Html;

/** The part of a report that compares two models on the same films. */
final class ComparisonSection {
  private static final List<Figure> SHOWN =
      List.of(
          Figure.ACCURACY,
          Figure.BALANCED_ACCURACY,
          Figure.MACRO_PRECISION,
          Figure.MACRO_RECALL,
          Figure.MACRO_F1,
          Figure.MACRO_ROC_AUC,
          Figure.MACRO_AVERAGE_PRECISION,
          Figure.LOG_LOSS,
          Figure.BRIER,
          Figure.ECE);

  private final Html html;

  ComparisonSection(Html html) {
    this.html = html;
  }

  void section(ModelVerdict first, ModelVerdict second, Comparison comparison) {
    String one = first.card().name();
    String other = second.card().name();
    html.heading(one + " beside " + other);
    Agreement agreement = comparison.agreement();
    html.paragraph(
        String.format(
            Locale.ROOT,
            "Both are right on %d films, only %s on %d, only %s on %d, neither on %d. McNemar's"
                + " exact test: p = %s. Agreement of their answers beyond chance (Cohen's kappa):"
                + " %s.",
            agreement.bothRight(),
            one,
            agreement.onlyFirstRight(),
            other,
            agreement.onlySecondRight(),
            agreement.bothWrong(),
            p(agreement.mcnemarExactP()),
            Wording.number(agreement.cohensKappaBetween())));
    List<List<String>> rows = new ArrayList<>();
    for (Figure figure : SHOWN) {
      rows.add(
          row(
              figure.fullTitle(),
              first.judgement().intervals().get(figure),
              second.judgement().intervals().get(figure),
              comparison.differences().get(figure),
              figure.lowIsGood()));
    }
    for (int k = 0; k < first.judgement().classes().size(); k++) {
      rows.add(
          row(
              "AUC of " + first.judgement().classes().get(k),
              first.judgement().intervals().get(Figure.ROC_AUC, k),
              second.judgement().intervals().get(Figure.ROC_AUC, k),
              comparison.differences().get(Figure.ROC_AUC, k),
              false));
    }
    html.table(List.of("", one, other, "difference (95 %, paired)", ""), rows);
    html.quiet("Where the interval of the difference holds 0, neither is shown to be better.");
  }

  private static List<String> row(
      String title, Interval first, Interval second, Interval difference, boolean lowIsGood) {
    String verdict =
        Double.isNaN(difference.low()) || difference.contains(0)
            ? "not told apart"
            : difference.low() > 0 == lowIsGood ? "second better" : "first better";
    return List.of(
        title, Wording.number(first), Wording.number(second), Wording.signed(difference), verdict);
  }

  private static String p(double value) {
    return value < 0.0001 ? "below 0.0001" : String.format(Locale.ROOT, "%.4f", value);
  }
}
