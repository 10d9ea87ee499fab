package negatoscope.training.series;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import negatoscope.evaluation.Comparison;
import negatoscope.evaluation.FoldSpread;
import negatoscope.training.judging.HeatFigures;
import negatoscope.training.judging.JudgedFilm;
import negatoscope.training.judging.Judgement;
import negatoscope.training.judging.Probe;
import negatoscope.training.judging.ProbeFigures;

/** Sums the members of an arm up. */
final class ArmSum {
  private final SeriesKind kind;
  private final String label;
  private final List<SeriesRun.Answered> members;

  private ArmSum(SeriesKind kind, String label, List<SeriesRun.Answered> members) {
    this.kind = kind;
    this.label = label;
    this.members = members;
  }

  static ArmResult of(SeriesKind kind, String label, List<SeriesRun.Answered> members) {
    ArmSum sum = new ArmSum(kind, label, members);
    return kind == SeriesKind.BACKBONES || kind == SeriesKind.PROBES ? sum.beside() : sum.pooled();
  }

  /** Members that judged different films. */
  private ArmResult pooled() {
    List<JudgedFilm> films = new ArrayList<>();
    members.forEach(member -> films.addAll(member.whole()));
    List<ProbeFigures> probes = new ArrayList<>();
    for (Probe probe : Probe.values()) {
      List<JudgedFilm> changed = new ArrayList<>();
      members.forEach(member -> changed.addAll(member.probed().getOrDefault(probe, List.of())));
      ProbeFigures.of(probe, false, films, changed, 0).ifPresent(probes::add);
    }
    return new ArmResult(
        label,
        results(),
        best(),
        films,
        Judgement.of(classes(), films, 0),
        spread(),
        probes,
        HeatFigures.of(films, 0),
        List.of());
  }

  /** Members that judged the same films. */
  private ArmResult beside() {
    int best = kind == SeriesKind.PROBES ? 0 : best();
    SeriesRun.Answered chosen = members.get(best);
    List<JudgedFilm> films = together();
    List<JudgedFilm> judged = films.stream().filter(JudgedFilm::judged).toList();
    List<ProbeFigures> probes = new ArrayList<>();
    chosen
        .probed()
        .forEach(
            (probe, changed) ->
                ProbeFigures.of(probe, false, chosen.whole(), changed, 0).ifPresent(probes::add));
    for (int i = 0; i < members.size(); i++) {
      Probe probe = members.get(i).asked().probe();
      if (probe != null) {
        probes.add(
            ProbeFigures.of(
                probe,
                true,
                judged.stream().map(JudgedFilm::film).toList(),
                Judgement.predictions(judged, 0),
                Judgement.predictions(judged, i)));
      }
    }
    List<Comparison> against =
        IntStream.range(0, members.size())
            .mapToObj(
                other ->
                    Comparison.of(
                        Judgement.predictions(judged, best),
                        Judgement.predictions(judged, other),
                        Judgement.bootstrap(judged.stream().map(JudgedFilm::film).toList())))
            .toList();
    return new ArmResult(
        label,
        results(),
        best,
        films,
        chosen.member().judgement(),
        spread(),
        probes,
        HeatFigures.of(chosen.whole(), 0),
        against);
  }

  /** Each film with every member's answer. */
  private List<JudgedFilm> together() {
    List<JudgedFilm> all = new ArrayList<>();
    for (int i = 0; i < members.get(0).whole().size(); i++) {
      int row = i;
      List<JudgedFilm> same = members.stream().map(member -> member.whole().get(row)).toList();
      JudgedFilm first = same.get(0);
      all.add(
          same.stream()
              .filter(film -> !film.judged())
              .findFirst()
              .orElseGet(
                  () ->
                      new JudgedFilm(
                          first.film(),
                          same.stream().flatMap(film -> film.answers().stream()).toList(),
                          null)));
    }
    return all;
  }

  private int best() {
    int best = 0;
    for (int i = 1; i < members.size(); i++) {
      if (members.get(i).member().validation().logLoss()
          < members.get(best).member().validation().logLoss()) {
        best = i;
      }
    }
    return best;
  }

  private List<MemberResult> results() {
    return members.stream().map(SeriesRun.Answered::member).toList();
  }

  private FoldSpread spread() {
    return FoldSpread.of(
        members.stream().map(member -> member.member().judgement().figures()).toList());
  }

  private List<String> classes() {
    return members.get(0).member().judgement().classes();
  }
}
