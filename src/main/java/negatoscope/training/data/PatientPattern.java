package negatoscope.training.data;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/**
 * Tells the patient by the film's name: a regular expression whose group {@code patient}, else its
 * first group, is the patient, such as {@code person(\d+)_}. It need not match the whole name.
 */
public final class PatientPattern {
  private static final String GROUP = "patient";

  /** More looks at characters than any sane pattern takes for a name. */
  private static final int MOST_LOOKS = 200_000;

  private final String text;
  private final Pattern pattern;
  private final boolean named;

  private PatientPattern(String text, Pattern pattern, boolean named) {
    this.text = text;
    this.pattern = pattern;
    this.named = named;
  }

  /**
   * What a pattern makes of a name.
   *
   * @param name of the film
   * @param patient empty where the pattern says nothing
   */
  public record Example(String name, Optional<String> patient) {}

  /**
   * A pattern from what the user wrote.
   *
   * @throws Failure {@code BAD_DATASET} if it is no regular expression with a group
   */
  public static PatientPattern of(String text) {
    try {
      Pattern pattern = Pattern.compile(text);
      if (pattern.matcher("").groupCount() == 0) {
        throw bad(
            "The pattern for patients, " + text + ", has no group.",
            "Put what stands for the patient in parentheses, as in person(\\d+)_.");
      }
      return new PatientPattern(text, pattern, text.contains("(?<" + GROUP + ">"));
    } catch (PatternSyntaxException e) {
      throw new Failure(
          ErrorCode.BAD_DATASET,
          "The pattern for patients, "
              + text
              + ", is no regular expression: "
              + e.getDescription()
              + ".",
          "Write it as in person(\\d+)_.",
          e);
    }
  }

  /**
   * The patient of a film.
   *
   * @param name of the film
   * @return empty where the pattern does not match, or its group is empty
   * @throws Failure {@code BAD_DATASET} if the pattern takes far too long for this name
   */
  public Optional<String> patient(String name) {
    try {
      Matcher matcher = pattern.matcher(new Limited(name));
      if (!matcher.find()) {
        return Optional.empty();
      }
      String found = named ? matcher.group(GROUP) : matcher.group(1);
      return Optional.ofNullable(found).filter(patient -> !patient.isBlank());
    } catch (TooSlow | StackOverflowError e) {
      throw new Failure(
          ErrorCode.BAD_DATASET,
          "The pattern for patients, " + text + ", takes too long on " + name + ".",
          "Use fewer repetitions within repetitions.",
          e);
    }
  }

  /** What the pattern makes of some names, to look at before it is used. */
  public List<Example> examples(Collection<String> names) {
    return names.stream().map(name -> new Example(name, patient(name))).toList();
  }

  @Override
  public String toString() {
    return text;
  }

  private static Failure bad(String sentence, String advice) {
    return new Failure(ErrorCode.BAD_DATASET, sentence, advice);
  }

  private static final class TooSlow extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A text that may be looked at so many times only: some patterns take years for some names. */
  private static final class Limited implements CharSequence {
    private final String text;
    private int looks;

    Limited(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (looks++ > MOST_LOOKS) {
        throw new TooSlow();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
