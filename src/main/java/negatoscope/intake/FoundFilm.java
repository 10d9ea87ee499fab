package negatoscope.intake;

import java.nio.file.Path;

/**
 * A file that is a film by its header; its pixels were not looked at.
 *
 * @param file by which it is opened; may lie in an archive
 */
public record FoundFilm(Path file, FilmHeading heading) implements Found {}
