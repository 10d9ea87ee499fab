package negatoscope.dicom.image;

import java.util.Optional;
import negatoscope.dicom.Frame;
import negatoscope.dicom.PhotometricInterpretation;
import negatoscope.film.ColourPixels;

/** From decoded colour samples to RGB (PS3.3 C.7.6.3.1.2). */
final class Colours {
  private Colours() {}

  /**
   * The colours of a frame of three samples a pixel, 8 bits each. Works in the array of the frame
   * itself.
   */
  static ColourPixels of(Frame frame) {
    byte[] samples = frame.pixels().bytes();
    if (frame.photometric() != PhotometricInterpretation.RGB) {
      toRgb(samples);
    }
    return new ColourPixels(
        frame.pixels().shape().width(), frame.pixels().shape().height(), samples, Optional.empty());
  }

  /** YBR_FULL to RGB, half up, clamped; chroma of pairs is repeated by now. */
  private static void toRgb(byte[] samples) {
    double[] redOfCr = new double[256];
    double[] greenOfCb = new double[256];
    double[] greenOfCr = new double[256];
    double[] blueOfCb = new double[256];
    for (int i = 0; i < 256; i++) {
      redOfCr[i] = 1.402 * (i - 128) + 0.5;
      greenOfCb[i] = -0.344136 * (i - 128) + 0.5;
      greenOfCr[i] = -0.714136 * (i - 128);
      blueOfCb[i] = 1.772 * (i - 128) + 0.5;
    }
    for (int at = 0; at < samples.length; at += 3) {
      int y = samples[at] & 0xFF;
      int cb = samples[at + 1] & 0xFF;
      int cr = samples[at + 2] & 0xFF;
      samples[at] = clamped(y + redOfCr[cr]);
      samples[at + 1] = clamped(y + greenOfCb[cb] + greenOfCr[cr]);
      samples[at + 2] = clamped(y + blueOfCb[cb]);
    }
  }

  private static byte clamped(double value) {
    return (byte) (int) Math.max(0, Math.min(255, value));
  }
}
