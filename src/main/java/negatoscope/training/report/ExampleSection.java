package negatoscope.training.report;

import java.util.List;
import java.util.Locale;
import negatoscope.rendering.plot.Html;
import negatoscope.training.judging.JudgedFilm;

/** The part of a report that shows films. */
final class ExampleSection {
  private final Html html;
  private final List<String> classes;

  ExampleSection(Html html, List<String> classes) {
    this.html = html;
    this.classes = classes;
  }

  void section(List<Example> examples) {
    if (examples.isEmpty()) {
      return;
    }
    html.heading("Films to look at");
    html.quiet(
        "Each film alone, and under the heat map of the answer (Grad-CAM): how much each place"
            + " counted, as a share of the strongest place. It is no finding.");
    List<Example> wrong = examples.stream().filter(one -> !one.film().right(0)).toList();
    List<Example> right = examples.stream().filter(one -> one.film().right(0)).toList();
    show("Wrong, the most confident first", wrong);
    show("Right, the most confident of each class", right);
  }

  private void show(String title, List<Example> examples) {
    if (!examples.isEmpty()) {
      html.subheading(title);
      html.films(examples.stream().map(this::picture).toList());
    }
  }

  private Html.Picture picture(Example example) {
    JudgedFilm film = example.film();
    JudgedFilm.Answer answer = film.answers().get(0);
    String said =
        String.format(
            Locale.ROOT,
            "%s, %.0f %%",
            classes.get(answer.top()),
            100 * answer.probabilities()[answer.top()]);
    String truth = "truly " + classes.get(film.film().label());
    return new Html.Picture(
        example.picture(),
        film.right(0) ? said : said + " – " + truth,
        film.film().name()
            + (film.film().collection().isEmpty() ? "" : " · " + film.film().collection()));
  }
}
