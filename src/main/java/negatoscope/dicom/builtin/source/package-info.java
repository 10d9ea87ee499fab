/**
 * Where the built-in toolkit's bytes come from: a file, a value, or a deflated data set.
 *
 * <p>Main type: {@link negatoscope.dicom.builtin.source.ByteSource}.
 *
 * <p>Threads: a source belongs to one thread.
 *
 * <pre>{@code
 * try (ByteSource source = ByteSource.of(path).inflated(path, start)) {
 *   source.moveTo(place);
 *   int count = source.read(bytes, 0, bytes.length);
 * }
 * }</pre>
 */
@NullMarked
package negatoscope.dicom.builtin.source;

import org.jspecify.annotations.NullMarked;
