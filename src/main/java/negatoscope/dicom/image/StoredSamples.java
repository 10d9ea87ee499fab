package negatoscope.dicom.image;

import negatoscope.codec.Decoded;
import negatoscope.dicom.PixelFormat;
import negatoscope.film.Samples;

/**
 * Stored values out of decoded samples: the bits from High Bit down, Bits Stored of them, with
 * their sign (PS3.5 section 8.1.1). Works in the arrays of the frame itself.
 */
final class StoredSamples {
  private StoredSamples() {}

  static Samples of(PixelFormat format, Decoded frame) {
    boolean wide = frame.shorts().length > 0;
    // A codec gives values of its own precision; only uncompressed ones carry a shift.
    int shift = frame.bits() == format.allocated() ? format.shift() : 0;
    int width = wide ? 16 : 8;
    int left = width - format.stored() - shift;
    int right = width - format.stored();
    if (right > 0 && left >= 0) {
      if (wide) {
        mask(frame.shorts(), left, right, format.signed());
      } else {
        mask(frame.bytes(), left, right, format.signed());
      }
    }
    int columns = frame.shape().width();
    int rows = frame.shape().height();
    return wide
        ? Samples.of16(columns, rows, format.stored(), format.signed(), frame.shorts())
        : Samples.of8(columns, rows, format.stored(), format.signed(), frame.bytes());
  }

  private static void mask(short[] values, int left, int right, boolean signed) {
    for (int i = 0; i < values.length; i++) {
      short raised = (short) (values[i] << left);
      values[i] = (short) (signed ? raised >> right : (raised & 0xFFFF) >> right);
    }
  }

  private static void mask(byte[] values, int left, int right, boolean signed) {
    for (int i = 0; i < values.length; i++) {
      byte raised = (byte) (values[i] << left);
      values[i] = (byte) (signed ? raised >> right : (raised & 0xFF) >> right);
    }
  }
}
