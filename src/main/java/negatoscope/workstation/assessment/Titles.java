package negatoscope.workstation.assessment;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows values by a title; they are chosen, never typed. */
final class Titles<T> extends StringConverter<T> {
  private final Function<T, String> title;

  Titles(Function<T, String> title) {
    this.title = title;
  }

  @Override
  public String toString(@Nullable T value) {
    return value == null ? "" : title.apply(value);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("values are chosen, not typed");
  }
}
