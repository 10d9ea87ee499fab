package negatoscope.training.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import negatoscope.evaluation.Comparison;
import negatoscope.evaluation.Figure;
import negatoscope.evaluation.FoldSpread;
import negatoscope.evaluation.Interval;
import negatoscope.rendering.plot.Html;
import negatoscope.training.judging.InsideCollection;
import negatoscope.training.judging.Judgement;
import negatoscope.training.report.FigureSections;
import negatoscope.training.report.PaperSection;
import negatoscope.training.report.ShortcutSections;
import negatoscope.training.report.Wording;

/** A series as one page that needs nothing beside it. */
final class SeriesPage {
  private static final List<Figure> COLUMNS =
      List.of(
          Figure.ACCURACY,
          Figure.MACRO_ROC_AUC,
          Figure.MACRO_PRECISION,
          Figure.MACRO_RECALL,
          Figure.MACRO_F1,
          Figure.LOG_LOSS,
          Figure.ECE);

  private final SeriesResult result;
  private final Html html;

  SeriesPage(SeriesResult result) {
    this.result = result;
    html = Html.page(title());
  }

  private String title() {
    int members = result.first().members().size();
    return switch (result.kind()) {
      case FOLDS -> result.name() + ": " + members + " folds";
      case COLLECTIONS -> result.name() + ": judged on sources of which nothing was learned";
      case BACKBONES -> result.name() + ": " + members + " backbones beside each other";
      case PROBES -> result.name() + ": trained without lungs";
    };
  }

  String page() {
    html.paragraph("Films of " + result.source() + ", " + result.made() + ".").headEnds();
    ArmResult first = result.first();
    FigureSections figures = new FigureSections(html);
    ShortcutSections shortcuts = new ShortcutSections(html);
    figures.tiles(first.judgement());
    html.quiet(whose(first));
    shortcuts.warning(first.judgement(), first.probes());
    if (!result.notes().isEmpty()) {
      html.note("Not as planned", result.notes());
    }
    if (result.arms().size() > 1) {
      arms();
    }
    result.arms().forEach(this::members);
    figures.figures(first.judgement());
    figures.plots(first.judgement(), List.of());
    figures.groups(first.judgement());
    shortcuts.section(first.probes(), first.heat(), List.of());
    new PaperSection(html).section(first.judgement());
    return html.end(
        Html.RESEARCH_ONLY
            + " Made by Negatoscope. The same figures for programs: evaluation.json; every film:"
            + " predictions.csv; the curves as pictures: plots/.");
  }

  private String whose(ArmResult arm) {
    return switch (result.kind()) {
      case FOLDS -> "All folds together, each film judged by the model that has not seen it.";
      case COLLECTIONS ->
          "All collections together, each film judged by the model that learned nothing of its"
              + " collection.";
      case BACKBONES ->
          "The best by validation (least log loss): " + arm.members().get(arm.best()).label() + ".";
      case PROBES -> "The model that was trained on whole films.";
    };
  }

  /** Ways to share films out, side by side. */
  private void arms() {
    html.heading("Two ways to share films out");
    html.paragraph(
        "Where films are shared out at random, films of one patient are learned from and tested on:"
            + " figures so gained say less about new patients.");
    List<List<String>> rows = new ArrayList<>();
    for (ArmResult arm : result.arms()) {
      List<String> row = new ArrayList<>(List.of(arm.label()));
      row.addAll(intervals(arm.judgement()));
      rows.add(row);
      List<String> spread = new ArrayList<>(List.of("mean of the folds ± deviation"));
      COLUMNS.forEach(figure -> spread.add(spread(arm.spread().get(figure))));
      rows.add(spread);
    }
    html.table(head("pooled"), rows);
  }

  private void members(ArmResult arm) {
    String title =
        switch (result.kind()) {
          case FOLDS -> "Folds";
          case COLLECTIONS -> "Collections left out";
          case BACKBONES -> "Backbones";
          case PROBES -> "What was learned from";
        };
    html.heading(arm.label().isEmpty() ? title : title + ", " + arm.label());
    if (result.kind() == SeriesKind.COLLECTIONS) {
      html.paragraph(
          "A model that reads the disease does as well on a source of which it learned nothing. Far"
              + " lower figures than on mixed films mean that it had learned the source.");
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < arm.members().size(); i++) {
      MemberResult member = arm.members().get(i);
      List<String> row = new ArrayList<>();
      boolean best = result.kind() == SeriesKind.BACKBONES && i == arm.best();
      row.add(member.label() + (best ? " (best by validation)" : ""));
      row.addAll(intervals(member.judgement()));
      row.add(Wording.number(member.validation().logLoss()));
      row.add(time(member.model().card().training().seconds()));
      row.add(String.format(Locale.ROOT, "%.1f MB", member.bytes() / 1e6));
      row.add(Integer.toString(member.judgement().films().size()));
      rows.add(row);
    }
    if (arm.againstBest().isEmpty() && arm.members().size() > 1) {
      rows.add(summed("mean ± deviation", arm.spread()));
      List<String> pooled = new ArrayList<>(List.of("pooled"));
      pooled.addAll(intervals(arm.judgement()));
      pooled.addAll(List.of("", "", "", Integer.toString(arm.judgement().films().size())));
      rows.add(pooled);
    }
    List<String> head = new ArrayList<>(head(""));
    head.addAll(List.of("validation\nlog loss", "time", "size", "films"));
    html.table(head, rows);
    if (result.kind() == SeriesKind.COLLECTIONS) {
      inside(arm);
    }
    if (!arm.againstBest().isEmpty()) {
      against(arm);
    }
  }

  private static List<String> summed(String title, FoldSpread spread) {
    List<String> row = new ArrayList<>(List.of(title));
    COLUMNS.forEach(figure -> row.add(spread(spread.get(figure))));
    row.addAll(List.of("", "", "", ""));
    return row;
  }

  private void inside(ArmResult arm) {
    List<List<String>> rows = new ArrayList<>();
    for (MemberResult member : arm.members()) {
      List<String> classes = member.judgement().classes();
      for (InsideCollection pair : member.judgement().inside()) {
        rows.add(
            List.of(
                member.label(),
                classes.get(pair.positive()) + " against " + classes.get(pair.negative()),
                Integer.toString(pair.films()),
                Wording.number(pair.rocAuc())));
      }
    }
    if (!rows.isEmpty()) {
      html.subheading("Two classes inside the collection left out");
      html.table(List.of("collection", "classes", "films", "AUC (95 %)"), rows);
    }
  }

  private void against(ArmResult arm) {
    String best = arm.members().get(arm.best()).label();
    html.subheading(
        result.kind() == SeriesKind.PROBES
            ? "Whole films beside the others, on the same films"
            : best + " beside the others, on the same films");
    List<List<String>> rows = new ArrayList<>();
    List<String> alike = new ArrayList<>();
    for (int i = 0; i < arm.members().size(); i++) {
      if (i == arm.best()) {
        continue;
      }
      Comparison comparison = arm.againstBest().get(i);
      Interval accuracy = comparison.differences().get(Figure.ACCURACY);
      Interval auc = comparison.differences().get(Figure.MACRO_ROC_AUC);
      rows.add(
          List.of(
              arm.members().get(i).label(),
              Wording.signed(accuracy),
              Wording.signed(auc),
              String.format(Locale.ROOT, "%.4f", comparison.agreement().mcnemarExactP())));
      if (accuracy.contains(0) && auc.contains(0)) {
        alike.add(arm.members().get(i).label());
      }
    }
    html.table(
        List.of("", "accuracy, difference (95 %)", "macro AUC, difference (95 %)", "McNemar p"),
        rows);
    if (!alike.isEmpty()) {
      html.paragraph(
          result.kind() == SeriesKind.PROBES
              ? "The intervals overlap: the model that sees whole films is not shown to be better"
                  + " than one that never saw lungs ("
                  + String.join(", ", alike)
                  + "). Whatever it reads, the figures do not show that it is the lungs."
              : "The intervals overlap: "
                  + best
                  + " is not shown to be better than "
                  + String.join(", ", alike)
                  + ".");
    }
  }

  private static List<String> head(String first) {
    List<String> head = new ArrayList<>(List.of(first));
    COLUMNS.forEach(
        figure ->
            head.add(
                switch (figure) {
                  case LOG_LOSS -> "loss";
                  case ECE -> "ECE";
                  default -> figure.title();
                }));
    return head;
  }

  private static List<String> intervals(Judgement judgement) {
    return COLUMNS.stream()
        .map(figure -> Wording.stacked(judgement.intervals().get(figure)))
        .toList();
  }

  private static String spread(FoldSpread.Spread spread) {
    return Wording.number(spread.mean()) + "\n± " + Wording.number(spread.deviation());
  }

  private static String time(double seconds) {
    return seconds < 60
        ? String.format(Locale.ROOT, "%.0f s", seconds)
        : String.format(Locale.ROOT, "%.1f min", seconds / 60);
  }
}
