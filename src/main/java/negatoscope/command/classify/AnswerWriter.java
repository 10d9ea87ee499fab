package negatoscope.command.classify;

import java.util.List;

/** Writes answers as results, one film after the other. */
interface AnswerWriter {
  /**
   * Writes those about one film.
   *
   * @param answers one a model; or one refusal for a file that is no film
   */
  void write(List<FilmAnswer> answers);
}
