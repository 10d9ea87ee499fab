/**
 * JPEG-LS, lossless and near-lossless (ITU-T T.87, which is ISO/IEC 14495-1).
 *
 * <p>Main type: {@link negatoscope.codec.jpegls.JpegLsDecoder}. It reads 2 to 16 bits, one to four
 * components, every interleave mode, preset parameters and restart intervals. Mapping tables, point
 * transforms, sub-sampled components, sizes said behind the picture (DNL, LSE of type 4) and the
 * extension's colour transforms are refused by name.
 *
 * <p>A run of 2<sup>15</sup> equal samples may stand in one bit, so a stream's length says little
 * about its picture's: the samples are kept in an array that grows as rows arrive.
 *
 * <p>Threads: stateless functions.
 *
 * <pre>{@code
 * FrameShape shape = new FrameShape(columns, rows, 1);
 * Decoded film = JpegLsDecoder.decode(stream, shape);
 * int bits = film.bits();
 * short[] samples = film.shorts();
 * }</pre>
 */
@NullMarked
package negatoscope.codec.jpegls;

import org.jspecify.annotations.NullMarked;
