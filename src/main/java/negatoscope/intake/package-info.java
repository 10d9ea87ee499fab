/**
 * Opens any path as films: DICOM through a {@link negatoscope.dicom.DicomToolkit}, and PNG, JPEG
 * and TIFF pictures. What a file is, its first bytes say, never its name.
 *
 * <p>Main type: {@link negatoscope.intake.Intake}. It opens films, and finds them: in folders, ZIP
 * archives and DICOMDIRs, by their headers alone, telling each {@link negatoscope.intake.Found} as
 * soon as it is known. A film in an archive has a path like any other.
 *
 * <p>Colour becomes luma (0.299 R + 0.587 G + 0.114 B, half up), transparency lies over black, 16
 * bits stay 16 bits; gamma, colour profiles and orientation marks of pictures are not looked at, so
 * the samples are those that the file stores.
 *
 * <p>Every file that is no film, or a damaged one, ends in a {@link
 * negatoscope.film.FilmException}; nothing is allocated on the word of a header that the file's
 * length does not bear out.
 *
 * <p>Threads: everything here is stateless and may be used from any thread; a scan reads headers on
 * two threads of its own and hands on what it finds on its caller's.
 *
 * <pre>{@code
 * Intake intake = Intake.withBuiltInToolkit();
 * for (Path path : intake.films(Path.of("export.zip"))) {
 *   try {
 *     Film film = intake.openFirst(path);
 *     ...
 *   } catch (FilmException e) {
 *     report(e.code(), e.sentence(), e.advice());
 *   }
 * }
 * }</pre>
 */
@NullMarked
package negatoscope.intake;

import org.jspecify.annotations.NullMarked;
