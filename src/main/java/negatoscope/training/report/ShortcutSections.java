package negatoscope.training.report;

import java.util.ArrayList;
import java.util.List;
import negatoscope.rendering.plot.Html;
import negatoscope.training.judging.HeatFigures;
import negatoscope.training.judging.InsideCollection;
import negatoscope.training.judging.Judgement;
import negatoscope.training.judging.ProbeFigures;
import negatoscope.training.judging.SanityFigure;

/** The parts of a report that say what beside the lungs a model may read. */
public final class ShortcutSections {
  private final Html html;

  public ShortcutSections(Html html) {
    this.html = html;
  }

  /** What must be read before the figures. */
  public void warning(Judgement judgement, List<ProbeFigures> probes) {
    List<String> points = new ArrayList<>();
    probes.stream()
        .filter(ProbeFigures::aboveChance)
        .map(ProbeFigures::sentence)
        .forEach(points::add);
    List<String> classes = judgement.classes();
    for (InsideCollection pair : judgement.inside()) {
      if (pair.rocAuc().contains(0.5)) {
        points.add(
            "Inside %s, where the source does not give the class away, %s against %s has an AUC of %s: not shown to be better than chance."
                .formatted(
                    Wording.named(pair.collection()),
                    classes.get(pair.positive()),
                    classes.get(pair.negative()),
                    Wording.number(pair.rocAuc())));
      }
    }
    if (!points.isEmpty()) {
      html.note("Read this before the figures: they may flatter the model.", points);
    }
  }

  /** The probes, the heat, and the check of heat maps. */
  public void section(List<ProbeFigures> probes, HeatFigures heat, List<SanityFigure> sanity) {
    html.heading("Does it read the lungs?");
    if (probes.isEmpty()) {
      html.paragraph("Films with parts blacked out were not judged.");
    } else {
      html.paragraph(
          "The same films with a part blacked out. A model that reads the lungs falls to chance; a"
              + " high figure here means that something else gives the class away.");
      probes(probes);
      html.list(probes.stream().map(ProbeFigures::sentence).toList());
    }
    html.subheading("Where the heat lies");
    html.paragraph(heat.sentence());
    html.quiet(
        "Mean over "
            + Wording.count(heat.films(), "film")
            + " of the share of Grad-CAM of the answer outside the box of the lungs: "
            + Wording.number(heat.outside())
            + ".");
    if (sanity.isEmpty()) {
      html.quiet(
          "Whether the heat maps depend on what the network learnt was not asked; evaluate"
              + " --check-heatmaps asks it.");
    } else {
      sanity(sanity);
    }
  }

  /** A row a probe. */
  public void probes(List<ProbeFigures> probes) {
    List<List<String>> rows = new ArrayList<>();
    for (ProbeFigures probe : probes) {
      rows.add(
          List.of(
              probe.probe().title() + (probe.retrained() ? ", trained anew" : ""),
              Wording.number(probe.accuracy()),
              Wording.number(probe.macroAuc()),
              Wording.number(probe.chance()),
              Wording.signed(probe.gap())));
    }
    html.table(
        List.of(
            "what it sees",
            "accuracy (95 %)",
            "macro AUC (95 %)",
            "accuracy by chance",
            "whole film minus this"),
        rows);
  }

  private void sanity(List<SanityFigure> figures) {
    html.subheading("Do the heat maps depend on what it learnt?");
    html.paragraph(
        "The network's weights are replaced by drawn ones, from the head down, and its heat maps"
            + " made again (Adebayo et al. 2018). A map that stays alike shows the film, not the"
            + " network.");
    html.table(
        List.of("film", "class", "greatest similarity", ""),
        figures.stream()
            .map(
                figure ->
                    List.of(
                        figure.film(),
                        figure.className(),
                        Wording.number(figure.check().similarity()),
                        figure.check().changed() ? "the map changes" : "the map stays alike"))
            .toList());
  }
}
