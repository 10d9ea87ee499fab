package negatoscope.evaluation;

import java.util.function.Function;

/** The figures that are given with an interval, in the order in which they are read. */
public enum Figure {
  ACCURACY("accuracy", Kind.WHOLE, false, figures -> one(figures.accuracy())),
  BALANCED_ACCURACY("balanced accuracy", Kind.WHOLE, false, f -> one(f.balancedAccuracy())),
  COHENS_KAPPA("Cohen's kappa", Kind.WHOLE, false, figures -> one(figures.cohensKappa())),
  LOG_LOSS("log loss", Kind.WHOLE, true, figures -> one(figures.logLoss())),
  BRIER("Brier score", Kind.WHOLE, true, figures -> one(figures.brier())),
  ECE("calibration error (ECE)", Kind.WHOLE, true, figures -> one(figures.ece())),
  MCE("largest calibration error", Kind.WHOLE, true, figures -> one(figures.mce())),
  MACRO_PRECISION("precision", Kind.MACRO, false, figures -> one(figures.macro().precision())),
  MACRO_RECALL("recall", Kind.MACRO, false, figures -> one(figures.macro().recall())),
  MACRO_SPECIFICITY("specificity", Kind.MACRO, false, f -> one(f.macro().specificity())),
  MACRO_F1("F1", Kind.MACRO, false, figures -> one(figures.macro().f1())),
  MACRO_ROC_AUC("AUC", Kind.MACRO, false, figures -> one(figures.macro().rocAuc())),
  MACRO_AVERAGE_PRECISION(
      "average precision", Kind.MACRO, false, figures -> one(figures.macro().averagePrecision())),
  PRECISION("precision", Kind.CLASS, false, Figures::precision),
  RECALL("recall", Kind.CLASS, false, Figures::recall),
  SPECIFICITY("specificity", Kind.CLASS, false, Figures::specificity),
  F1("F1", Kind.CLASS, false, Figures::f1),
  ROC_AUC("AUC", Kind.CLASS, false, Figures::rocAuc),
  AVERAGE_PRECISION("average precision", Kind.CLASS, false, Figures::averagePrecision),
  BRIER_PER_CLASS("Brier score", Kind.CLASS, true, Figures::brierPerClass);

  /** What a figure is about. */
  public enum Kind {
    /** All films and classes at once. */
    WHOLE,
    /** The mean over the classes. */
    MACRO,
    /** One class against the rest. */
    CLASS
  }

  private final String title;
  private final Kind kind;
  private final boolean lowIsGood;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Function<Figures, double[]> values;

  Figure(String title, Kind kind, boolean lowIsGood, Function<Figures, double[]> values) {
    this.title = title;
    this.kind = kind;
    this.lowIsGood = lowIsGood;
    this.values = values;
  }

  /** Its name, without saying whether it is a mean over the classes. */
  public String title() {
    return title;
  }

  /** Its name by itself. */
  public String fullTitle() {
    return kind == Kind.MACRO ? "macro " + title : title;
  }

  /** What it is about. */
  public Kind kind() {
    return kind;
  }

  /** Whether a smaller value is the better one. */
  public boolean lowIsGood() {
    return lowIsGood;
  }

  /** One value, or one a class; NaN where it is not defined. */
  public double[] of(Figures figures) {
    return values.apply(figures);
  }

  /** Whether its value of a class says something although the class has no film. */
  boolean needsFilms() {
    return this == RECALL || this == F1 || this == PRECISION;
  }

  private static double[] one(double value) {
    return new double[] {value};
  }
}
