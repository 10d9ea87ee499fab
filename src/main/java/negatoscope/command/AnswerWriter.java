package negatoscope.command;

/** Writes answers as results, one after the other. */
interface AnswerWriter {
  /** Writes one. */
  void write(FilmAnswer answer);
}
