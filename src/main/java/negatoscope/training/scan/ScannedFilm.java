package negatoscope.training.scan;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import negatoscope.film.ViewPosition;
import negatoscope.training.data.LabelledFilm;

/** A film of a data set and what came of opening it. */
public record ScannedFilm(LabelledFilm film, FilmState state) {
  /** How tables say that they do not know the view. */
  private static final Set<String> NOT_STATED =
      Set.of("", "unstated", "not stated", "unknown", "none", "na", "n/a", "?", "-");

  /** What is known of it; empty where it cannot be read. */
  public Optional<FilmFacts> facts() {
    return state instanceof FilmState.Read readable
        ? Optional.of(readable.facts())
        : Optional.empty();
  }

  /** DICOM's View Position (0018,5101) and its short forms. */
  private static final Set<String> LATERAL = Set.of("l", "ll", "rl", "lat");

  /** From where it was taken, as the table says, else as the file does. */
  public ViewPosition view() {
    String stated = stated();
    if (stated.isEmpty()) {
      return facts().map(FilmFacts::view).orElse(ViewPosition.UNKNOWN);
    }
    if (stated.startsWith("pa")) {
      return ViewPosition.PA;
    }
    if (stated.startsWith("ap")) {
      return ViewPosition.AP;
    }
    return LATERAL.contains(stated) || stated.contains("lateral")
        ? ViewPosition.LATERAL
        : ViewPosition.OTHER;
  }

  private String stated() {
    String view = film.view().toLowerCase(Locale.ROOT);
    return NOT_STATED.contains(view) ? "" : view;
  }

  /** The view in words: the table's own, else the file's; empty where nobody says. */
  public String viewText() {
    if (!stated().isEmpty()) {
      return film.view();
    }
    ViewPosition view = view();
    return view == ViewPosition.UNKNOWN ? "" : view.name();
  }
}
