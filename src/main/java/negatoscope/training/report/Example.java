package negatoscope.training.report;

import negatoscope.training.judging.JudgedFilm;

/**
 * A film to look at in the report.
 *
 * @param film and what was said of it
 * @param picture JPEG: the film, and beside it the film under the heat map of the class named
 */
public record Example(JudgedFilm film, byte[] picture) {}
