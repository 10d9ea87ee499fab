package negatoscope.screening;

import java.nio.file.Path;

/**
 * A file that may be a film.
 *
 * @param file by which it is opened; may lie in an archive
 * @param path what it is called in rows: relative to the folder, with {@code /} between names
 */
public record FoundFile(Path file, String path) {}
