/**
 * Run lengths, the compression of PS3.5 annex G (PackBits over byte planes).
 *
 * <p>Main type: {@link negatoscope.codec.rle.RleDecoder}, a function that any thread may call.
 *
 * <pre>{@code
 * FrameShape shape = new FrameShape(columns, rows, 1);
 * short[] samples = RleDecoder.decode(frame, shape, 2).shorts();
 * }</pre>
 */
@NullMarked
package negatoscope.codec.rle;

import org.jspecify.annotations.NullMarked;
