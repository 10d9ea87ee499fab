package negatoscope.training.scan;

import java.util.List;

/**
 * Something about a data set that its user should know before training on it.
 *
 * @param kind what it is
 * @param sentence for people
 * @param films the rows it is about, which may be looked at and left out; empty where it is about
 *     all of them
 */
public record Finding(Kind kind, String sentence, List<Integer> films) {
  /** The stable kinds. */
  public enum Kind {
    UNREADABLE,
    TOO_FEW,
    IMBALANCE,
    PATIENTS_UNKNOWN,
    PATIENT_ACROSS_PARTS,
    SMALL_FILM,
    LATERAL_VIEW,
    NOT_FRONTAL,
    INVERTED,
    BLANK,
    VIEW_UNKNOWN,
    DUPLICATE,
    DUPLICATE_ACROSS_CLASSES,
    DUPLICATE_ACROSS_PARTS,
    DUPLICATE_ACROSS_PATIENTS,
    SHORTCUT
  }

  /** Copies the list. */
  public Finding {
    films = List.copyOf(films);
  }
}
