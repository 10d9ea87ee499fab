package negatoscope.workstation.assessment;

import java.util.Locale;
import negatoscope.classification.Classification;
import negatoscope.film.FilmWarning;
import negatoscope.workstation.studies.Answer;
import negatoscope.workstation.studies.FilmCaption;
import negatoscope.workstation.studies.OpenFilm;

/** An answer as plain text, for the clipboard. */
public final class AnswerText {
  private AnswerText() {}

  /** All that is known about a film, one fact a line. */
  public static String of(OpenFilm film) {
    StringBuilder text = new StringBuilder();
    FilmCaption caption = film.captionProperty().get();
    line(text, "File", caption.file());
    line(text, "Patient", caption.patient());
    line(text, "Study", caption.study());
    line(text, "View", caption.view());
    if (film.answer() instanceof Answer.Done done) {
      Classification said = done.classification();
      for (int k = 0; k < said.classes().size(); k++) {
        line(text, said.classes().get(k), percent(said.probabilities().get(k)));
      }
      for (FilmWarning warning : said.warnings()) {
        line(text, "Warning " + warning.code(), warning.message());
      }
      line(text, "Model", said.modelName() + " " + said.modelId());
    } else if (film.answer() instanceof Answer.Failed failed) {
      line(text, "Error " + failed.failure().code(), failed.failure().sentence());
    } else {
      line(text, "Answer", "none");
    }
    return text.append("Research use only\n").toString();
  }

  /** A probability for people: one decimal, never rounded up to certainty. */
  public static String percent(double probability) {
    double percent = 100 * probability;
    if (percent > 99.9 && percent < 100) {
      return "> 99.9 %";
    }
    if (percent < 0.1 && percent > 0) {
      return "< 0.1 %";
    }
    return String.format(Locale.ROOT, "%.1f %%", percent);
  }

  private static void line(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append(name).append(": ").append(value).append('\n');
    }
  }
}
