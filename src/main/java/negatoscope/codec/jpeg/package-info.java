/**
 * JPEG with Huffman coding (ITU-T T.81): lossless (process 14) of 2 to 16 bits, sequential and
 * progressive DCT of 8 and 12 bits.
 *
 * <p>Main types: {@link negatoscope.codec.jpeg.JpegDecoder} gives the components as they are coded,
 * all at the frame's full size; {@link negatoscope.codec.jpeg.JpegHeader} says what they stand for,
 * where the stream knows. Arithmetic coding and hierarchical frames are refused by name.
 *
 * <p>Inside: {@code Segments} walks over the markers, {@code Tables} keeps what they define, a
 * {@code FrameDecoder} takes the scans.
 *
 * <p>Threads: decoders are stateless functions and may be called from any thread.
 *
 * <pre>{@code
 * FrameShape shape = new FrameShape(columns, rows, 1);
 * Decoded decoded = JpegDecoder.decode(stream, shape);
 * short[] samples = decoded.shorts();
 * }</pre>
 */
@NullMarked
package negatoscope.codec.jpeg;

import org.jspecify.annotations.NullMarked;
