package negatoscope.intake;

import java.nio.file.Path;
import negatoscope.task.Failure;

/**
 * A film that cannot be opened, or something that the user named in which there is none.
 *
 * @param failure why
 */
public record Refused(Path file, Failure failure) implements Found {}
