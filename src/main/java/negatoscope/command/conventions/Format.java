package negatoscope.command.conventions;

/** How results are written. */
public enum Format {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON
}
