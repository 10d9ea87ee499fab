package negatoscope.codec.jpeg2000;

import java.io.IOException;
import jj2000.j2k.util.FacilityManager;
import negatoscope.codec.CodecException;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.task.ErrorCode;

/**
 * Decodes JPEG 2000 (ITU-T T.800), bare or in a JP2 file: 1 to 16 bits, signed or not, one to four
 * components without sub-sampling. Components come as the inverse component transform leaves them:
 * red, green and blue where the stream uses one. Colour spaces and palettes of JP2 are not applied.
 */
public final class Jpeg2000Decoder {
  private Jpeg2000Decoder() {}

  /**
   * The samples of a stream; padding behind it is not looked at.
   *
   * @throws CodecException CORRUPT_PIXELS where the stream is damaged or ends early, BAD_DIMENSIONS
   *     where it is not of the expected shape, TOO_LARGE where it does not fit into memory,
   *     UNSUPPORTED_PIXELS where it uses what is not read: HTJ2K, extensions, sub-sampling, more
   *     than 16 bits
   */
  public static Decoded decode(byte[] stream, FrameShape expected) {
    Codestream codestream = new Codestream(stream, expected);
    CodestreamInput input = new CodestreamInput(codestream.normalised());
    FacilityManager.registerMsgLogger(Thread.currentThread(), new NoMessages());
    try {
      return new Jj2000(input, expected, codestream.size()).decode();
    } catch (CodecException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      throw new CodecException(
          ErrorCode.TOO_LARGE, "the JPEG 2000 stream needs more memory than there is.", e);
    } catch (IOException | RuntimeException | Error e) {
      // The library answers damage with nearly every exception and error there is.
      throw new CodecException(ErrorCode.CORRUPT_PIXELS, "the JPEG 2000 stream is damaged.", e);
    } finally {
      FacilityManager.unregisterMsgLogger(Thread.currentThread());
    }
  }
}
