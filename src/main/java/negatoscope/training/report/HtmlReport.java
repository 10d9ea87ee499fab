package negatoscope.training.report;

import java.util.ArrayList;
import java.util.List;
import negatoscope.evaluation.Comparison;
import negatoscope.rendering.plot.Html;
import negatoscope.task.Failure;
import negatoscope.training.judging.JudgedFilm;

/** An evaluation as one page that needs nothing beside it. */
final class HtmlReport {
  private static final int MOST_FAILURES = 20;

  private final Evaluation evaluation;

  HtmlReport(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  String page() {
    ModelVerdict first = evaluation.first();
    Html html = Html.page("How good is " + first.card().name() + "?");
    html.paragraph(
        "Judged on "
            + Wording.count(first.judgement().films().size(), "film")
            + " of "
            + evaluation.source()
            + ", "
            + evaluation.made()
            + ".");
    html.headEnds();
    FigureSections figures = new FigureSections(html);
    figures.tiles(first.judgement());
    ShortcutSections shortcuts = new ShortcutSections(html);
    shortcuts.warning(first.judgement(), first.probes());
    films(html);
    figures.figures(first.judgement());
    figures.plots(first.judgement(), first.epochs());
    Comparison comparison = evaluation.comparison();
    if (comparison != null) {
      new ComparisonSection(html).section(first, evaluation.models().get(1), comparison);
    }
    folds(html);
    figures.groups(first.judgement());
    shortcuts.section(first.probes(), first.heat(), first.sanity());
    new ExampleSection(html, first.judgement().classes()).section(evaluation.examples());
    for (ModelVerdict verdict : evaluation.models()) {
      new CardSection(html).section(verdict);
    }
    new PaperSection(html).section(first.judgement());
    return html.end(
        Html.RESEARCH_ONLY
            + " Made by Negatoscope. The same figures for programs: evaluation.json; every film:"
            + " predictions.csv; the curves as pictures: plots/.");
  }

  private void folds(Html html) {
    CrossValidation folds = evaluation.folds();
    if (folds == null) {
      return;
    }
    html.heading("Cross-validation").paragraph(folds.sentence());
    List<List<String>> figures = folds.figureTable();
    if (!figures.isEmpty()) {
      html.table(figures.get(0), figures.subList(1, figures.size()));
      List<List<String>> each = folds.foldTable();
      html.table(each.get(0), each.subList(1, each.size()));
    }
  }

  private void films(Html html) {
    List<String> points = new ArrayList<>(evaluation.notes());
    for (JudgedFilm film : evaluation.failed().stream().limit(MOST_FAILURES).toList()) {
      Failure failure = film.failure();
      points.add(film.film().name() + ": " + (failure == null ? "" : failure.sentence()));
    }
    int more = evaluation.failed().size() - MOST_FAILURES;
    if (more > 0) {
      points.add(more + " more films could not be judged; predictions.csv names them.");
    }
    if (!points.isEmpty()) {
      html.heading("Films");
      html.list(points);
    }
  }
}
