package negatoscope.screening.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import negatoscope.rendering.plot.Html;
import negatoscope.rendering.plot.Plot;
import negatoscope.screening.row.FilmResult.Answered;
import negatoscope.screening.worklist.ListedFilm;
import negatoscope.screening.worklist.WorkListHead;

/** What was answered: films a class, and how probable each class is over all films. */
record AnswerSection(Html html, WorkListHead head) {
  private static final int BINS = 20;

  void section(List<ListedFilm> films, ReportCounts counts) {
    List<Answered> answers = answers(films);
    html.heading("Answers");
    if (answers.isEmpty()) {
      html.quiet("None.");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (String name : head.classes()) {
      int first = counts.classes().getOrDefault(name, 0);
      rows.add(
          List.of(
              name,
              Integer.toString(first),
              FilmTables.percent(first / (double) answers.size()),
              called(answers, name)));
    }
    html.table(List.of("class", "most probable in", "share", "counts as by threshold"), rows);
    html.plots(List.of(histogram(answers).svg()));
    html.quiet(
        "Probabilities are the model's; how often they are right depends on how like its training"
            + " films these are.");
  }

  private static List<Answered> answers(List<ListedFilm> films) {
    List<Answered> answers = new ArrayList<>();
    for (ListedFilm film : films) {
      if (film.row().film().result() instanceof Answered answered) {
        answers.add(answered);
      }
    }
    return answers;
  }

  private static String called(List<Answered> answers, String name) {
    if (answers.stream().map(Answered::called).noneMatch(Optional::isPresent)) {
      return "no threshold";
    }
    long films =
        answers.stream().filter(answer -> answer.called().orElse(List.of()).contains(name)).count();
    return Long.toString(films);
  }

  private Plot histogram(List<Answered> answers) {
    List<Plot.Series> series = new ArrayList<>();
    double most = 1;
    double[] edges = new double[BINS + 1];
    for (int i = 0; i <= BINS; i++) {
      edges[i] = i / (double) BINS;
    }
    for (String name : head.classes()) {
      double[] films = new double[BINS + 1];
      for (Answered answer : answers) {
        double probability = answer.probabilities().getOrDefault(name, 0.0);
        films[Math.min(BINS - 1, (int) (probability * BINS))]++;
      }
      films[BINS] = films[BINS - 1];
      for (double count : films) {
        most = Math.max(most, count);
      }
      series.add(new Plot.Series(name, Plot.Style.STEP, edges, films));
    }
    return new Plot(
        "How probable each class is",
        Plot.Axis.share("probability"),
        new Plot.Axis("films", 0, most * 1.05),
        series);
  }
}
