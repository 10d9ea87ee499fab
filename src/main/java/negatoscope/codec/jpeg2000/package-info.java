/**
 * JPEG 2000, lossless and lossy (ITU-T T.800, which is ISO/IEC 15444-1), as a bare codestream or in
 * a JP2 file.
 *
 * <p>Main type: {@link negatoscope.codec.jpeg2000.Jpeg2000Decoder}. The JJ2000 library decodes; it
 * is called directly and never found through ImageIO. As it trusts headers and overlooks missing
 * packets, {@link negatoscope.codec.jpeg2000.Codestream} looks at every marker segment and at the
 * chain of tile-parts first, and {@link negatoscope.codec.jpeg2000.CodestreamInput} watches whether
 * packets are looked for where the stream has ended. High-throughput block coding (HTJ2K, T.814) is
 * refused by name.
 *
 * <p>Threads: stateless functions; the library's messages are caught for the calling thread alone.
 *
 * <pre>{@code
 * FrameShape shape = new FrameShape(columns, rows, 3);
 * Decoded film = Jpeg2000Decoder.decode(stream, shape);
 * boolean signed = film.signed();
 * byte[] redGreenBlue = film.bytes();
 * }</pre>
 */
@NullMarked
package negatoscope.codec.jpeg2000;

import org.jspecify.annotations.NullMarked;
