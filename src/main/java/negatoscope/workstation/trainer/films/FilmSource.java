package negatoscope.workstation.trainer.films;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import negatoscope.film.Film;

/**
 * Where the wizard has films from.
 *
 * @param below finds the films below a folder, as {@code Intake.films} does
 * @param reader opens a film, as {@code Intake.openFirst} does; called from several threads
 * @param cache where is remembered what was seen of films
 */
public record FilmSource(
    Function<Path, List<Path>> below, Function<Path, Film> reader, Path cache) {}
