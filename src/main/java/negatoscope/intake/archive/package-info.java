/**
 * The entries of a ZIP archive as paths, so that whatever reads files reads them too: {@code
 * export.zip!/IMAGES/IM01}.
 *
 * <p>Main type: {@link negatoscope.intake.archive.ZipArchive}. A path is a value that stays good as
 * long as the archive does: each entry is unpacked when it is read, in memory, and nothing is ever
 * written, so names that lead elsewhere ({@code ../x}) are names and no more.
 *
 * <p>Limits: {@link negatoscope.intake.archive.ZipArchive#MOST_ENTRIES}, entries of at most {@link
 * negatoscope.film.FilmSize#MOST_BYTES}, and no entry gives more bytes than the archive announces.
 *
 * <p>Threads: everything here may be used from any thread.
 *
 * <pre>{@code
 * try (ZipArchive archive = ZipArchive.open(Path.of("export.zip"))) {
 *   for (ZipArchive.Entry entry : archive.entries()) {
 *     if (entry.trouble().isEmpty()) {
 *       read(entry.path());
 *     }
 *   }
 * }
 * }</pre>
 */
@NullMarked
package negatoscope.intake.archive;

import org.jspecify.annotations.NullMarked;
