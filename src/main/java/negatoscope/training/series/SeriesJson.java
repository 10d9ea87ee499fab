package negatoscope.training.series;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import negatoscope.evaluation.Comparison;
import negatoscope.rendering.plot.Html;
import negatoscope.training.judging.FigureJson;
import negatoscope.training.judging.ProbeFigures;
import negatoscope.training.report.EvaluationJson;

/**
 * A series as JSON, schema 1: the figures of the whole at the top, as in a single evaluation; every
 * arm with its members under {@code arms}.
 */
final class SeriesJson {
  private static final int SCHEMA = 1;
  private static final ObjectMapper JSON = FigureJson.mapper();

  private SeriesJson() {}

  static ObjectNode of(SeriesResult result) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", SCHEMA);
    root.put("use", Html.RESEARCH_ONLY);
    root.put("made", result.made());
    root.put("source", result.source().toString());
    root.put("series", result.name());
    root.put("kind", result.kind().name().toLowerCase(Locale.ROOT));
    root.set("notes", JSON.valueToTree(result.notes()));
    root.setAll(EvaluationJson.judgement(result.first().judgement()));
    ArrayNode arms = root.putArray("arms");
    result.arms().forEach(arm -> arms.add(arm(arm)));
    return root;
  }

  private static ObjectNode arm(ArmResult arm) {
    ObjectNode node = JSON.createObjectNode();
    node.put("label", arm.label());
    node.put("best", arm.members().get(arm.best()).model().card().name());
    node.set("pooled", EvaluationJson.judgement(arm.judgement()));
    node.set("spread", FigureJson.byFigure(arm.spread()::list));
    ArrayNode probes = node.putArray("probes");
    for (ProbeFigures probe : arm.probes()) {
      probes.add(
          EvaluationJson.probe(probe).put("probe", probe.probe().name().toLowerCase(Locale.ROOT)));
    }
    ArrayNode members = node.putArray("members");
    for (int i = 0; i < arm.members().size(); i++) {
      ObjectNode member = members.addObject();
      member(member, arm.members().get(i));
      if (!arm.againstBest().isEmpty()) {
        Comparison comparison = arm.againstBest().get(i);
        ObjectNode against = JSON.valueToTree(comparison.agreement());
        against.set("differences", FigureJson.byFigure(comparison.differences()::list));
        member.set("best_against_this", against);
      }
    }
    return node;
  }

  private static void member(ObjectNode node, MemberResult member) {
    node.put("label", member.label());
    node.put("model", member.model().card().name());
    node.put("folder", member.model().folder().toString());
    node.put("backbone", member.model().card().backbone());
    node.put("seconds", member.model().card().training().seconds());
    node.put("bytes", member.bytes());
    node.set("validation", JSON.valueToTree(member.validation()));
    node.set("test", EvaluationJson.judgement(member.judgement()));
  }
}
