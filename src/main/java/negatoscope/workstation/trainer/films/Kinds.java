package negatoscope.workstation.trainer.films;

import negatoscope.training.scan.Finding;

/** What findings are called in a list. */
final class Kinds {
  private Kinds() {}

  static String title(Finding.Kind kind) {
    return switch (kind) {
      case UNREADABLE -> "Cannot be read";
      case TOO_FEW -> "Few patients";
      case IMBALANCE -> "Uneven classes";
      case PATIENTS_UNKNOWN -> "Patients not stated";
      case PATIENT_ACROSS_PARTS -> "Patients in several parts";
      case SMALL_FILM -> "Small films";
      case LATERAL_VIEW -> "Lateral films";
      case NOT_FRONTAL -> "Not frontal, it seems";
      case INVERTED -> "Inverted, it seems";
      case BLANK -> "Nearly blank";
      case VIEW_UNKNOWN -> "View not stated";
      case DUPLICATE -> "Copies";
      case DUPLICATE_ACROSS_CLASSES -> "Copies under other labels";
      case DUPLICATE_ACROSS_PARTS -> "Copies in other parts";
      case DUPLICATE_ACROSS_PATIENTS -> "Copies of other patients";
      case SHORTCUT -> "A way round the lungs";
    };
  }

  /** Whether it spoils what is learned or measured, rather than being worth a look only. */
  static boolean grave(Finding.Kind kind) {
    return switch (kind) {
      case UNREADABLE,
          LATERAL_VIEW,
          INVERTED,
          BLANK,
          PATIENT_ACROSS_PARTS,
          DUPLICATE_ACROSS_CLASSES,
          DUPLICATE_ACROSS_PARTS,
          SHORTCUT ->
          true;
      default -> false;
    };
  }
}
