package negatoscope.workstation.comparison;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import negatoscope.classification.Classification;
import negatoscope.workstation.assessment.AnswerText;

/**
 * Whether models agree about a film, in a sentence or two.
 *
 * @param sentence empty while fewer than two have answered
 * @param agree whether all name the same class as the most probable one
 */
record Agreement(String sentence, boolean agree) {
  /** Models that agree on a class but lie further apart than this are told so. */
  private static final double WIDE = 0.2;

  /** Of the answers that are there. */
  static Agreement of(List<Classification> answers) {
    if (answers.size() < 2) {
      return new Agreement("", true);
    }
    Map<String, List<Classification>> byClass = new LinkedHashMap<>();
    answers.forEach(
        said ->
            byClass.computeIfAbsent(said.topClass(), c -> new java.util.ArrayList<>()).add(said));
    boolean agree = byClass.size() == 1;
    String sentence = agree ? agreement(answers) : disagreement(answers.size(), byClass);
    return new Agreement(sentence + warned(answers), agree);
  }

  private static String agreement(List<Classification> answers) {
    Comparator<Classification> byProbability =
        Comparator.comparing(said -> said.probabilities().get(said.top()));
    Classification least = answers.stream().min(byProbability).orElseThrow();
    Classification most = answers.stream().max(byProbability).orElseThrow();
    String all = answers.size() == 2 ? "Both say " : "All " + answers.size() + " say ";
    String sentence = all + least.topClass();
    double apart = top(most) - top(least);
    return apart < WIDE
        ? sentence + "."
        : "%s, but %s gives it %s and %s %s."
            .formatted(
                sentence,
                least.modelName(),
                AnswerText.percent(top(least)),
                most.modelName(),
                AnswerText.percent(top(most)));
  }

  private static double top(Classification said) {
    return said.probabilities().get(said.top());
  }

  private static String disagreement(int models, Map<String, List<Classification>> byClass) {
    int most = byClass.values().stream().mapToInt(List::size).max().orElseThrow();
    List<String> largest =
        byClass.keySet().stream()
            .filter(name -> byClass.getOrDefault(name, List.of()).size() == most)
            .toList();
    if (largest.size() > 1) {
      return "They disagree: " + each(byClass) + ".";
    }
    String majority = largest.get(0);
    Map<String, List<Classification>> others = new LinkedHashMap<>(byClass);
    others.remove(majority);
    return "%d of %d say %s; %s.".formatted(most, models, majority, each(others));
  }

  private static String each(Map<String, List<Classification>> byClass) {
    return byClass.entrySet().stream()
        .map(
            said ->
                names(said.getValue())
                    + (said.getValue().size() == 1 ? " says " : " say ")
                    + said.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String warned(List<Classification> answers) {
    List<Classification> warning =
        answers.stream().filter(said -> !said.warnings().isEmpty()).toList();
    if (warning.isEmpty()) {
      return "";
    }
    return warning.size() == answers.size()
        ? " Each of them warns about this film."
        : " %s %s about this film."
            .formatted(names(warning), warning.size() == 1 ? "warns" : "warn");
  }

  private static String names(List<Classification> answers) {
    return answers.stream().map(Classification::modelName).collect(Collectors.joining(" and "));
  }
}
