package negatoscope.command.classify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import negatoscope.classification.Classification;
import negatoscope.command.surroundings.Console;
import negatoscope.library.card.ModelCard;

/**
 * A table with a line for every film. Columns are as wide as the listing needs, so that lines can
 * be written as answers come.
 */
final class TextAnswers implements AnswerWriter {
  private static final String FAINT = "\u001B[2m";
  private static final String PLAIN = "\u001B[0m";
  private static final String COUNTS_AS = "COUNTS AS";
  private static final int WARNING_WIDTH = "LATERAL_VIEW;UNLIKE_TRAINING".length();

  private final Console console;
  private final List<String> classes;
  private final boolean thresholds;
  private final boolean pictures;
  private final int fileWidth;
  private final int classWidth;

  /**
   * A table.
   *
   * @param listing the files to come
   * @param model that is asked; where it has thresholds, a column says what a film counts as
   * @param pictures whether there is a column for heat-map pictures
   */
  TextAnswers(Console console, ClassifyRun.Listing listing, ModelCard model, boolean pictures) {
    this.console = console;
    this.classes = model.classes();
    this.thresholds = !model.thresholds().isEmpty();
    this.pictures = pictures;
    this.fileWidth =
        widest(listing.items().stream().map(item -> item.file().toString()).toList(), "FILE");
    this.classWidth = widest(model.classes(), "CLASS");
    List<String> head =
        new ArrayList<>(List.of(left("FILE", fileWidth), left("CLASS", classWidth)));
    head.add("PROBABILITY");
    model.classes().forEach(name -> head.add(right(name.toUpperCase(Locale.ROOT), width(name))));
    if (thresholds) {
      head.add(left(COUNTS_AS, countsAsWidth()));
    }
    head.add(left("WARNINGS", WARNING_WIDTH));
    if (pictures) {
      head.add("HEAT MAP");
    }
    line(head, false);
  }

  @Override
  public void write(List<FilmAnswer> answers) {
    answers.forEach(this::write);
  }

  private void write(FilmAnswer answer) {
    List<String> cells = new ArrayList<>();
    cells.add(left(answer.label(), fileWidth));
    if (answer instanceof FilmAnswer.Answered answered) {
      Classification of = answered.classification();
      cells.add(left(of.topClass(), classWidth));
      cells.add(right(percent(of.probabilities().get(of.top())), "PROBABILITY".length()));
      for (int k = 0; k < classes.size(); k++) {
        cells.add(right(percent(of.probabilities().get(k)), width(classes.get(k))));
      }
      if (thresholds) {
        cells.add(left(countsAs(of), countsAsWidth()));
      }
      cells.add(left(warnings(answered), WARNING_WIDTH));
      if (pictures) {
        cells.add(
            answered.heatMaps().values().stream()
                .map(Path::toString)
                .collect(Collectors.joining(" ")));
      }
      // What must not be relied on is greyed, as in the window.
      line(cells, !of.warnings().isEmpty());
      answered.emptiness().forEach(sentence -> line(List.of("   ", sentence), false));
      answered
          .explanations()
          .forEach(
              found ->
                  ExplanationText.of(found).ifPresent(text -> line(List.of("   ", text), false)));
    } else if (answer instanceof FilmAnswer.Refused refused) {
      cells.add(left("error", classWidth));
      cells.add(refused.failure().code() + ": " + refused.failure().getMessage());
      line(cells, false);
    }
  }

  private int countsAsWidth() {
    return Math.max(COUNTS_AS.length(), classWidth);
  }

  private static String countsAs(Classification of) {
    List<String> called = of.called().orElse(List.of());
    return called.isEmpty() ? "-" : String.join(";", called);
  }

  private static String warnings(FilmAnswer.Answered answered) {
    return answered.warnings().isEmpty()
        ? "-"
        : answered.warnings().stream()
            .map(warning -> warning.code().name())
            .distinct()
            .collect(Collectors.joining(";"));
  }

  private void line(List<String> cells, boolean faint) {
    String text = String.join("  ", cells).stripTrailing();
    console.out().println(faint && console.outTerminal() ? FAINT + text + PLAIN : text);
  }

  private static String percent(double probability) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * probability);
  }

  private static int width(String className) {
    return Math.max(className.length(), "100.0 %".length());
  }

  private static int widest(List<String> texts, String title) {
    return texts.stream().mapToInt(String::length).reduce(title.length(), Math::max);
  }

  private static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
