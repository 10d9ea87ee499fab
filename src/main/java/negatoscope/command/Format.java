package negatoscope.command;

/** How results are written. */
enum Format {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON
}
