package negatoscope.training.series;

import java.util.List;
import negatoscope.evaluation.Comparison;
import negatoscope.evaluation.FoldSpread;
import negatoscope.training.judging.HeatFigures;
import negatoscope.training.judging.JudgedFilm;
import negatoscope.training.judging.Judgement;
import negatoscope.training.judging.ProbeFigures;

/**
 * Members that are summed up together.
 *
 * @param label for people; empty where there is one arm
 * @param members in the order of the plan
 * @param best number of the member that validation prefers; of blacked-out films, of the one
 *     trained on whole films
 * @param films with one answer, by the model that has not seen the film; where all members judge
 *     the same films, with one answer a member
 * @param judgement of all films together; where all members judge the same films, the best one's
 * @param spread of the figures from member to member
 * @param probes of all films together, or the best member's
 * @param heat of all films together, or the best member's
 * @param againstBest the best member beside each of them on the same films; empty where they judge
 *     different ones
 */
public record ArmResult(
    String label,
    List<MemberResult> members,
    int best,
    List<JudgedFilm> films,
    Judgement judgement,
    FoldSpread spread,
    List<ProbeFigures> probes,
    HeatFigures heat,
    List<Comparison> againstBest) {
  /** Copies the lists. */
  public ArmResult {
    members = List.copyOf(members);
    films = List.copyOf(films);
    probes = List.copyOf(probes);
    againstBest = List.copyOf(againstBest);
  }
}
