package negatoscope.training.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import negatoscope.evaluation.Figure;
import negatoscope.rendering.plot.Html;
import negatoscope.training.judging.Judgement;

/** The part of a report that puts the paper's figures beside ours. */
public final class PaperSection {
  /** What the method's paper reports of its best network, VGG19 with an LSTM, for COVID-19. */
  private static final String ACCURACY = "99.85 %";

  private static final String AUC = "99.99 %";
  private static final String F1 = "99.78 %";

  private static final List<String> REASONS =
      List.of(
          "In the paper's data the classes come from different places: most COVID-19 films from one"
              + " collection, normal and pneumonia films from others, some of them of children. A"
              + " network can tell the places apart instead of the disease. What is left without"
              + " that help is shown above, inside one collection and with the lungs blacked out.",
          "Its released code splits by film, so that films of one patient are learned from and"
              + " tested on. Here a patient is in one part only.",
          "In its released code each fold goes on from the weights of the fold before, which have"
              + " seen the films that are now tested on.",
          "It gives no intervals, and no figures on films of a source that was not learned from.",
          "The films are others, and the weights that training started from may be others.");

  private final Html html;

  public PaperSection(Html html) {
    this.html = html;
  }

  public void section(Judgement judgement) {
    html.heading("The paper's figures beside these");
    int covid =
        IntStream.range(0, judgement.classes().size())
            .filter(k -> judgement.classes().get(k).toLowerCase(Locale.ROOT).contains("covid"))
            .findFirst()
            .orElse(-1);
    String whose = covid < 0 ? "mean of the classes" : judgement.classes().get(covid);
    html.table(
        List.of("", "paper, COVID-19", "here (95 %)"),
        List.of(
            List.of(
                "accuracy", ACCURACY, Wording.number(judgement.intervals().get(Figure.ACCURACY))),
            List.of(
                "AUC, here " + whose,
                AUC,
                Wording.number(
                    covid < 0
                        ? judgement.intervals().get(Figure.MACRO_ROC_AUC)
                        : judgement.intervals().get(Figure.ROC_AUC, covid))),
            List.of(
                "F1, here " + whose,
                F1,
                Wording.number(
                    covid < 0
                        ? judgement.intervals().get(Figure.MACRO_F1)
                        : judgement.intervals().get(Figure.F1, covid)))));
    html.paragraph("Why they differ:");
    html.list(REASONS);
  }
}
