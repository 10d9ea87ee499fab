/**
 * DICOM objects of what a network said about a film: a Secondary Capture of the film under its heat
 * map, an Enhanced SR with the probabilities (PS3.16 TID 1500), and, for a film that no DICOM
 * object can refer to, a Secondary Capture of the film itself.
 *
 * <p>Main types: {@link negatoscope.dicom.object.FilmObjects} makes the objects; {@link
 * negatoscope.dicom.object.Subject} is the film that they are about, {@link
 * negatoscope.dicom.object.Answer} what was said, {@link negatoscope.dicom.object.Raster} pixels.
 * The page {@code dicom-objects.md} says what the objects contain.
 *
 * <p>The same subject, answer, pixels and time give the same objects; their identifiers depend on
 * the film, the model and the way the heat map was made alone.
 *
 * <p>Threads: every type is immutable and may be shared.
 *
 * <pre>{@code
 * FilmObjects objects = new FilmObjects(new Maker("0.1.0"), LocalDateTime.now());
 * Subject film = Subject.ofDicom(toolkit.read(path), 1, 1, sha256, "ward/film.dcm");
 * if (film.needsCopy()) {
 *   toolkit.write(folder.resolve("film.dcm"), objects.film(film, Raster.of(decoded)));
 * }
 * Explanation how = new Explanation("covid-19", "Grad-CAM");
 * toolkit.write(folder.resolve("overlay.dcm"), objects.overlay(film, answer, how, sheet));
 * toolkit.write(folder.resolve("report.dcm"), objects.report(film, answer, Optional.of(how)));
 * }</pre>
 */
@NullMarked
package negatoscope.dicom.object;

import org.jspecify.annotations.NullMarked;
