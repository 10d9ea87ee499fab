package negatoscope.training.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import negatoscope.evaluation.Figure;
import negatoscope.rendering.plot.ConfusionPlot;
import negatoscope.rendering.plot.Html;
import negatoscope.rendering.plot.Plot;
import negatoscope.training.judging.GroupFigures;
import negatoscope.training.judging.InsideCollection;
import negatoscope.training.judging.Judgement;

/** The parts of a report that show figures on some films. */
public final class FigureSections {
  private final Html html;

  public FigureSections(Html html) {
    this.html = html;
  }

  /** The largest numbers of all. */
  public void tiles(Judgement judgement) {
    List<List<String>> tiles = new ArrayList<>();
    for (Figure figure :
        List.of(Figure.ACCURACY, Figure.MACRO_ROC_AUC, Figure.MACRO_F1, Figure.ECE)) {
      var interval = judgement.intervals().get(figure);
      tiles.add(
          List.of(
              figure.fullTitle(),
              Wording.number(interval.value()),
              "95 %: " + Wording.number(interval.low()) + "–" + Wording.number(interval.high())));
    }
    tiles.add(
        List.of(
            "judged on",
            Wording.count(judgement.films().size(), "film"),
            "of " + Wording.count(judgement.patients(), "patient")));
    html.tiles(tiles);
  }

  /** Every figure with its interval. */
  public void figures(Judgement judgement) {
    html.heading("Figures");
    html.quiet(
        "In brackets: 95 % intervals by bootstrap over patients (1,000 resamples). Precision,"
            + " recall, specificity, F1, AUC and average precision are of one class against the"
            + " rest.");
    html.table(
        List.of("", "value (95 %)"),
        Arrays.stream(Figure.values())
            .filter(figure -> figure.kind() == Figure.Kind.WHOLE)
            .map(figure -> List.of(figure.title(), value(judgement, figure, 0)))
            .toList());
    List<String> head = new ArrayList<>(List.of(""));
    head.addAll(judgement.classes());
    head.add("mean of the classes");
    List<List<String>> rows = new ArrayList<>();
    List<String> films = new ArrayList<>(List.of("films"));
    IntStream.of(judgement.figures().support()).forEach(n -> films.add(Integer.toString(n)));
    films.add("");
    rows.add(films);
    for (Figure figure : Figure.values()) {
      if (figure.kind() == Figure.Kind.CLASS) {
        List<String> row = new ArrayList<>(List.of(figure.title()));
        for (int k = 0; k < judgement.classes().size(); k++) {
          row.add(value(judgement, figure, k));
        }
        row.add(macro(judgement, figure));
        rows.add(row);
      }
    }
    html.table(head, rows);
  }

  private static String value(Judgement judgement, Figure figure, int k) {
    return Wording.number(judgement.intervals().get(figure, k));
  }

  private static String macro(Judgement judgement, Figure figure) {
    return Arrays.stream(Figure.values())
        .filter(other -> other.kind() == Figure.Kind.MACRO)
        .filter(other -> other.title().equals(figure.title()))
        .findFirst()
        .map(other -> value(judgement, other, 0))
        .orElse("");
  }

  /** Confusion and curves. */
  public void plots(Judgement judgement, List<EpochPoint> epochs) {
    html.heading("Curves");
    List<String> drawings = new ArrayList<>();
    drawings.add(confusion(judgement).svg());
    ReportPlots.of(judgement).values().stream().map(Plot::svg).forEach(drawings::add);
    html.plots(drawings);
    List<String> course = ReportPlots.ofTraining(epochs).values().stream().map(Plot::svg).toList();
    if (!course.isEmpty()) {
      html.subheading("Course of the training");
      html.plots(course);
    }
  }

  /** The confusion matrix. */
  public static ConfusionPlot confusion(Judgement judgement) {
    return new ConfusionPlot("Confusion", judgement.classes(), judgement.figures().confusion());
  }

  /** By collection and view, and inside collections. */
  public void groups(Judgement judgement) {
    html.heading("By source");
    inside(judgement);
    table("Collections", "collection", judgement, judgement.perCollection());
    table("Views", "view", judgement, judgement.perView());
  }

  private void inside(Judgement judgement) {
    html.subheading("Inside one collection");
    if (judgement.inside().isEmpty()) {
      html.paragraph(
          "No collection has five films or more of two classes, so nothing says whether the classes"
              + " are told apart where the source does not give them away.");
      return;
    }
    html.paragraph(
        "How well two classes are told apart where the source does not give them away. 0.5 is"
            + " chance.");
    List<List<String>> rows = new ArrayList<>();
    for (InsideCollection pair : judgement.inside()) {
      rows.add(
          List.of(
              Wording.named(pair.collection()),
              judgement.classes().get(pair.positive())
                  + " against "
                  + judgement.classes().get(pair.negative()),
              Integer.toString(pair.films()),
              Wording.number(pair.rocAuc()),
              pair.rocAuc().contains(0.5) ? "not shown to beat chance" : ""));
    }
    html.table(List.of("collection", "classes", "films", "AUC (95 %)", ""), rows);
  }

  private void table(String title, String what, Judgement judgement, List<GroupFigures> groups) {
    html.subheading(title);
    if (groups.size() == 1 && groups.get(0).name().isEmpty()) {
      html.paragraph("The films do not say their " + what + ".");
      return;
    }
    List<String> head = new ArrayList<>(List.of(what, "films", "patients"));
    head.addAll(judgement.classes());
    head.addAll(List.of("accuracy (95 %)", "macro AUC (95 %)"));
    List<List<String>> rows = new ArrayList<>();
    for (GroupFigures group : groups) {
      List<String> row = new ArrayList<>();
      row.add(Wording.named(group.name()));
      row.add(Integer.toString(group.films()));
      row.add(Integer.toString(group.patients()));
      IntStream.of(group.support()).forEach(n -> row.add(Integer.toString(n)));
      row.add(Wording.number(group.accuracy()));
      row.add(Wording.number(group.macroAuc()));
      rows.add(row);
    }
    html.table(head, rows);
  }
}
