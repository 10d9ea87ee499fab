package negatoscope.training.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import negatoscope.evaluation.Comparison;
import negatoscope.rendering.plot.Html;
import negatoscope.task.Failure;
import negatoscope.training.judging.FigureJson;
import negatoscope.training.judging.GroupFigures;
import negatoscope.training.judging.InsideCollection;
import negatoscope.training.judging.JudgedFilm;
import negatoscope.training.judging.Judgement;
import negatoscope.training.judging.ProbeFigures;
import negatoscope.training.judging.SanityFigure;

/**
 * An evaluation as JSON, schema 1: the figures of the model asked for at the top, those of the one
 * it is compared with under {@code second}, the comparison under {@code against_second}.
 */
public final class EvaluationJson {
  private static final int SCHEMA = 1;
  private static final ObjectMapper JSON = FigureJson.mapper();

  private EvaluationJson() {}

  /** All of it. */
  public static ObjectNode of(Evaluation evaluation) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", SCHEMA);
    root.put("use", Html.RESEARCH_ONLY);
    root.put("made", evaluation.made());
    root.put("source", evaluation.source().toString());
    ObjectNode films = root.putObject("films");
    films.put("judged", evaluation.first().judgement().films().size());
    films.put("failed", evaluation.failed().size());
    films.put("learned_from", evaluation.learned().size());
    root.set("notes", JSON.valueToTree(evaluation.notes()));
    ArrayNode failures = root.putArray("failures");
    for (JudgedFilm film : evaluation.failed()) {
      Failure failure = film.failure();
      if (failure != null) {
        failures
            .addObject()
            .put("file", film.film().name())
            .put("code", failure.code().name())
            .put("message", failure.getMessage());
      }
    }
    root.setAll(model(evaluation.first()));
    if (evaluation.folds() != null) {
      root.set("cross_validation", JSON.valueToTree(evaluation.folds()));
    }
    Comparison comparison = evaluation.comparison();
    if (comparison != null) {
      ObjectNode against = JSON.valueToTree(comparison.agreement());
      against.set("differences", FigureJson.byFigure(comparison.differences()::list));
      root.set("against_second", against);
      root.set("second", model(evaluation.models().get(1)));
    }
    return root;
  }

  private static ObjectNode model(ModelVerdict verdict) {
    Judgement judgement = verdict.judgement();
    ObjectNode node = JSON.createObjectNode();
    node.put("model", verdict.card().name());
    node.put("id", verdict.card().id());
    node.setAll(judgement(judgement));
    ObjectNode probes = node.putObject("probes");
    for (ProbeFigures probe : verdict.probes()) {
      probes.set(probe.probe().name().toLowerCase(Locale.ROOT), probe(probe));
    }
    ObjectNode heat = node.putObject("heat");
    heat.put("films", verdict.heat().films());
    heat.set("outside_lungs", JSON.valueToTree(verdict.heat().outside()));
    heat.put("evenly_spread", verdict.heat().even());
    ArrayNode sanity = node.putArray("saliency_sanity");
    for (SanityFigure figure : verdict.sanity()) {
      sanity
          .addObject()
          .put("file", figure.film())
          .put("class", figure.className())
          .put("similarity", figure.check().similarity())
          .put("changed", figure.check().changed());
    }
    OperatingPoints.of(verdict)
        .ifPresent(points -> node.set("operating_points", JSON.valueToTree(points)));
    return node;
  }

  /** Figures, curves, intervals, and those of collections and views. */
  public static ObjectNode judgement(Judgement judgement) {
    ObjectNode node = JSON.createObjectNode();
    node.set("classes", JSON.valueToTree(judgement.classes()));
    node.put("patients", judgement.patients());
    node.setAll(FigureJson.figures(judgement.predictions()));
    node.set("intervals", FigureJson.byFigure(judgement.intervals()::list));
    node.set("per_collection", groups(judgement.perCollection()));
    node.set("per_view", groups(judgement.perView()));
    ArrayNode inside = node.putArray("inside_collection");
    for (InsideCollection pair : judgement.inside()) {
      ObjectNode one = inside.addObject();
      one.put("collection", pair.collection());
      one.put("positive", judgement.classes().get(pair.positive()));
      one.put("negative", judgement.classes().get(pair.negative()));
      one.put("films", pair.films());
      one.set("roc_auc", JSON.valueToTree(pair.rocAuc()));
    }
    return node;
  }

  private static ArrayNode groups(List<GroupFigures> groups) {
    ArrayNode all = JSON.createArrayNode();
    for (GroupFigures group : groups) {
      ObjectNode one = all.addObject();
      one.put("name", group.name());
      one.put("films", group.films());
      one.put("patients", group.patients());
      one.set("support", JSON.valueToTree(group.support()));
      one.set("accuracy", JSON.valueToTree(group.accuracy()));
      one.set("macro_roc_auc", JSON.valueToTree(group.macroAuc()));
    }
    return all;
  }

  /** A probe. */
  public static ObjectNode probe(ProbeFigures probe) {
    ObjectNode node = JSON.createObjectNode();
    node.put("retrained", probe.retrained());
    node.set("accuracy", JSON.valueToTree(probe.accuracy()));
    node.set("macro_roc_auc", JSON.valueToTree(probe.macroAuc()));
    node.put("chance", probe.chance());
    node.set("accuracy_lost", JSON.valueToTree(probe.gap()));
    node.put("meaning", probe.sentence());
    return node;
  }
}
