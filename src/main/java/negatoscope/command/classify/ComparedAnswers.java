package negatoscope.command.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import negatoscope.classification.Classification;
import negatoscope.command.surroundings.Console;
import negatoscope.film.FilmWarning;
import negatoscope.library.card.ModelCard;

/**
 * A table with a line for every film and a column for every model: its most probable class and how
 * probable that is. Where models name different classes the line says so.
 */
final class ComparedAnswers implements AnswerWriter {
  private static final String NUMBER = "  100.0 %";
  private static final String AGREE = "agree";
  private static final String DISAGREE = "DISAGREE";

  private final Console console;
  private final int fileWidth;
  private final List<Integer> widths = new ArrayList<>();

  /**
   * A table.
   *
   * @param listing the files to come
   * @param models that are asked, in order
   */
  ComparedAnswers(Console console, ClassifyRun.Listing listing, List<ModelCard> models) {
    this.console = console;
    this.fileWidth =
        widest(listing.items().stream().map(item -> item.file().toString()), "FILE".length());
    List<String> head = new ArrayList<>(List.of(left("FILE", fileWidth)));
    for (ModelCard model : models) {
      int width =
          Math.max(model.name().length(), widest(model.classes().stream(), 0) + NUMBER.length());
      widths.add(width);
      head.add(left(model.name(), width));
    }
    head.add(left("", DISAGREE.length()));
    head.add("WARNINGS");
    line(head);
  }

  @Override
  public void write(List<FilmAnswer> answers) {
    List<String> cells = new ArrayList<>();
    cells.add(left(answers.get(0).label(), fileWidth));
    if (answers.size() < widths.size() && answers.get(0) instanceof FilmAnswer.Refused refused) {
      cells.add("error  " + refused.failure().code() + ": " + refused.failure().getMessage());
      line(cells);
      return;
    }
    for (int i = 0; i < answers.size(); i++) {
      cells.add(left(cell(answers.get(i)), widths.get(i)));
    }
    String verdict = FilmAnswer.agree(answers).map(agree -> agree ? AGREE : DISAGREE).orElse("-");
    cells.add(left(verdict, DISAGREE.length()));
    cells.add(warnings(answers));
    line(cells);
    for (FilmAnswer answer : answers) {
      if (answer instanceof FilmAnswer.Answered answered) {
        String model = answered.classification().modelName();
        answered.emptiness().forEach(sentence -> line(List.of("   ", model, sentence)));
        answered
            .explanations()
            .forEach(
                found ->
                    ExplanationText.of(found).ifPresent(text -> line(List.of("   ", model, text))));
      } else if (answer instanceof FilmAnswer.Refused refused) {
        console.err().printf("%s: %s%n", refused.failure().code(), refused.failure().getMessage());
      }
    }
  }

  private static String cell(FilmAnswer answer) {
    if (answer instanceof FilmAnswer.Answered answered) {
      Classification of = answered.classification();
      return of.topClass()
          + String.format(Locale.ROOT, "  %.1f %%", 100 * of.probabilities().get(of.top()));
    }
    return answer instanceof FilmAnswer.Refused refused ? refused.failure().code().name() : "-";
  }

  private static String warnings(List<FilmAnswer> answers) {
    String codes =
        answers.stream()
            .flatMap(
                answer ->
                    answer instanceof FilmAnswer.Answered answered
                        ? answered.warnings().stream()
                        : Stream.<FilmWarning>empty())
            .map(warning -> warning.code().name())
            .distinct()
            .collect(Collectors.joining(";"));
    return codes.isEmpty() ? "-" : codes;
  }

  private void line(List<String> cells) {
    console.out().println(String.join("  ", cells).stripTrailing());
  }

  private static int widest(Stream<String> texts, int least) {
    return texts.mapToInt(String::length).reduce(least, Math::max);
  }

  private static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
