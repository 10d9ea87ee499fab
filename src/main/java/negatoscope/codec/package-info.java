/**
 * Codecs: from the bytes of one compressed frame to its samples. They know neither DICOM nor films.
 *
 * <p>Main types: {@link negatoscope.codec.Decoded}, {@link negatoscope.codec.FrameShape}, {@link
 * negatoscope.codec.CodecException}; one package for each family of streams.
 *
 * <p>Whatever the bytes are, a decoder ends in samples or in a {@link
 * negatoscope.codec.CodecException}. A header is believed only as far as bytes arrive: nothing is
 * allocated on its word alone, and a stream that ends early is refused.
 *
 * <p>Threads: decoders are stateless functions and may be called from any thread.
 *
 * <pre>{@code
 * FrameShape shape = new FrameShape(columns, rows, 1);
 * Decoded decoded = JpegLsDecoder.decode(stream, shape);
 * short[] samples = decoded.shorts();
 * }</pre>
 */
@NullMarked
package negatoscope.codec;

import org.jspecify.annotations.NullMarked;
