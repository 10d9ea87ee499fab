package negatoscope.training.series;

/** Why a series trains more than once. */
public enum SeriesKind {
  /** Cross-validation: every film is judged by the model that has not seen it. */
  FOLDS,
  /** Collections left out: how a model does on a source of which it learned nothing. */
  COLLECTIONS,
  /** Several backbones under the same split. */
  BACKBONES,
  /** The same training on films with parts blacked out. */
  PROBES
}
