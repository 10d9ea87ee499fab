package negatoscope.training.scan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is known of a film beside what it shows of the lungs, and what must not tell the class. */
public enum Attribute {
  COLLECTION("the hospital"),
  /** Width, height and their ratio. */
  SIZE("the make of the files"),
  /** Format and encoding of the file. */
  FORMAT("the make of the files"),
  VIEW("how the patient was placed"),
  /** Brightness of the outermost strip, and how much it varies. */
  BORDER("the films' edges"),
  AGE("the patient's age");

  private final String learned;

  Attribute(String learned) {
    this.learned = learned;
  }

  /** What a model may learn from it in place of the disease. */
  public String learned() {
    return learned;
  }

  /** In lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * A film's values of it, numbers or texts; empty where nothing is stated. Whether something is
   * stated is no part of the picture, so such films take no part.
   */
  Optional<List<?>> values(ScannedFilm film) {
    return switch (this) {
      case COLLECTION -> stated(film.film().collection());
      case VIEW -> stated(film.viewText());
      case AGE -> Optional.ofNullable(film.film().age()).map(List::of);
      case SIZE -> film.facts().map(Attribute::size);
      case FORMAT -> film.facts().map(facts -> List.of(facts.format() + ", " + facts.encoding()));
      case BORDER -> film.facts().map(facts -> List.of(facts.borderMean(), facts.borderSpread()));
    };
  }

  private static List<?> size(FilmFacts facts) {
    return List.of(facts.width(), facts.height(), (double) facts.width() / facts.height());
  }

  private static Optional<List<?>> stated(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(List.of(text));
  }
}
