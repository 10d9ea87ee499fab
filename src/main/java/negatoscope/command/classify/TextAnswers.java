package negatoscope.command.classify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import negatoscope.classification.Classification;
import negatoscope.command.surroundings.Console;

/**
 * A table with a line for every film. Columns are as wide as the listing needs, so that lines can
 * be written as answers come.
 */
final class TextAnswers implements AnswerWriter {
  private static final String FAINT = "\u001B[2m";
  private static final String PLAIN = "\u001B[0m";
  private static final int WARNING_WIDTH = "LATERAL_VIEW;UNLIKE_TRAINING".length();

  private final Console console;
  private final List<String> classes;
  private final boolean pictures;
  private final int fileWidth;
  private final int classWidth;

  /**
   * A table.
   *
   * @param listing the files to come
   * @param classes the model's classes
   * @param pictures whether there is a column for heat-map pictures
   */
  TextAnswers(
      Console console, ClassifyRun.Listing listing, List<String> classes, boolean pictures) {
    this.console = console;
    this.classes = classes;
    this.pictures = pictures;
    this.fileWidth =
        widest(listing.items().stream().map(item -> item.file().toString()).toList(), "FILE");
    this.classWidth = widest(classes, "CLASS");
    List<String> head =
        new ArrayList<>(List.of(left("FILE", fileWidth), left("CLASS", classWidth)));
    head.add("PROBABILITY");
    classes.forEach(name -> head.add(right(name.toUpperCase(Locale.ROOT), width(name))));
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
