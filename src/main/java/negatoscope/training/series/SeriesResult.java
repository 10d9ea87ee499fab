package negatoscope.training.series;

import java.nio.file.Path;
import java.util.List;
import negatoscope.evaluation.Figure;
import negatoscope.evaluation.FoldSpread;
import negatoscope.evaluation.Interval;
import negatoscope.training.report.CrossValidation;

/**
 * What came of a series: plain values, ready to be shown or written.
 *
 * @param name of the series
 * @param kind why there were several trainings
 * @param source of the films
 * @param made when, ISO 8601
 * @param notes sentences on what went otherwise than planned
 * @param arms in the order of the plan
 */
public record SeriesResult(
    String name,
    SeriesKind kind,
    Path source,
    String made,
    List<String> notes,
    List<ArmResult> arms) {
  private static final List<Figure> SHORT =
      List.of(
          Figure.ACCURACY,
          Figure.MACRO_ROC_AUC,
          Figure.MACRO_RECALL,
          Figure.MACRO_F1,
          Figure.LOG_LOSS,
          Figure.ECE);

  /** Copies the lists. */
  public SeriesResult {
    notes = List.copyOf(notes);
    arms = List.copyOf(arms);
  }

  /** What folds came to, in short. */
  public CrossValidation crossValidation() {
    ArmResult arm = first();
    List<CrossValidation.Row> rows =
        SHORT.stream()
            .map(
                figure -> {
                  Interval pooled = arm.judgement().intervals().get(figure);
                  FoldSpread.Spread spread = arm.spread().get(figure);
                  return new CrossValidation.Row(
                      figure.fullTitle(),
                      pooled.value(),
                      pooled.low(),
                      pooled.high(),
                      spread.mean(),
                      spread.deviation());
                })
            .toList();
    List<CrossValidation.Fold> each =
        arm.members().stream()
            .map(
                member ->
                    new CrossValidation.Fold(
                        member.label(),
                        member.judgement().films().size(),
                        member.judgement().intervals().get(Figure.ACCURACY).value(),
                        member.judgement().intervals().get(Figure.MACRO_ROC_AUC).value()))
            .toList();
    return new CrossValidation(
        arm.members().size(), arm.judgement().films().size(), rows, each, String.join(" ", notes));
  }

  /** The arm by which the series is named: the first. */
  public ArmResult first() {
    return arms.get(0);
  }
}
