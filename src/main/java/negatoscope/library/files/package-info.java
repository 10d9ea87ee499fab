/**
 * The files of a model as somebody hands them over: in a folder, or in a ZIP of one.
 *
 * <p>Main types: {@link negatoscope.library.files.ModelSource} lists and copies them, whatever they
 * lie in; {@link negatoscope.library.files.ModelFile} says which files a model may have and how
 * large each may be; {@link negatoscope.library.files.ModelZip} writes the ZIP; {@link
 * negatoscope.library.files.GraphSignatures} looks into a graph without loading it.
 *
 * <p>What is handed over is not trusted. Only the files of a model are taken, and nothing is ever
 * written under a name that the ZIP chose. A ZIP is refused as a whole where an entry would leave
 * its folder, is a link, or is there twice, and where it has too many entries or would unpack to
 * more than a model can be.
 *
 * <p>Threads: a source belongs to one thread.
 *
 * <pre>{@code
 * try (ModelSource source = ModelSource.open(Path.of("mine.zip"))) {
 *   byte[] card = source.read("card.json");
 *   AtomicFiles.writeFolder(place, aside -> source.copy(aside, Progress.NONE, cancellation));
 * }
 * }</pre>
 */
@NullMarked
package negatoscope.library.files;

import org.jspecify.annotations.NullMarked;
