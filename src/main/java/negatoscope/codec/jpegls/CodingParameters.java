package negatoscope.codec.jpegls;

import negatoscope.codec.CodecException;

/**
 * The parameters that hold for one scan, and what T.87 A.2 derives from them.
 *
 * @param near NEAR, the greatest error of a sample; 0 is lossless
 * @param maxVal MAXVAL, the greatest sample, 1 to 65535
 * @param t1 threshold between the gradients' regions 1 and 2
 * @param t2 threshold between regions 2 and 3
 * @param t3 threshold between regions 3 and 4
 * @param reset RESET, how often a context is met before its counters are halved
 * @param range RANGE, how many values a prediction error takes
 * @param qbpp bits of a mapped error that is written plainly
 * @param limit LIMIT, the greatest length of a code word
 */
record CodingParameters(
    int near, int maxVal, int t1, int t2, int t3, int reset, int range, int qbpp, int limit) {
  private static final int BASIC_T1 = 3;
  private static final int BASIC_T2 = 7;
  private static final int BASIC_T3 = 21;
  private static final int BASIC_RESET = 64;

  /** A preset parameters segment (C.2.4.1.1); 0 stands for the default of C.2.4.1.1.1. */
  record Preset(int maxVal, int t1, int t2, int t3, int reset) {
    static final Preset DEFAULT = new Preset(0, 0, 0, 0, 0);
  }

  /**
   * The parameters of a scan.
   *
   * @throws CodecException CORRUPT_PIXELS where they are outside their ranges
   */
  static CodingParameters of(int precision, int near, Preset preset) {
    int greatest = (1 << precision) - 1;
    int maxVal = preset.maxVal == 0 ? greatest : preset.maxVal;
    require(maxVal <= greatest, "MAXVAL", maxVal);
    require(near <= Math.min(255, maxVal / 2), "NEAR", near);
    int t1 = preset.t1 == 0 ? defaultT1(maxVal, near) : preset.t1;
    require(near < t1 && t1 <= maxVal, "T1", t1);
    int t2 = preset.t2 == 0 ? defaultT2(maxVal, near, t1) : preset.t2;
    require(t1 <= t2 && t2 <= maxVal, "T2", t2);
    int t3 = preset.t3 == 0 ? defaultT3(maxVal, near, t2) : preset.t3;
    require(t2 <= t3 && t3 <= maxVal, "T3", t3);
    int reset = preset.reset == 0 ? BASIC_RESET : preset.reset;
    require(reset >= 3 && reset <= Math.max(255, maxVal), "RESET", reset);

    int range = (maxVal + 2 * near) / (2 * near + 1) + 1;
    int bpp = Math.max(2, bitsFor(maxVal + 1));
    int limit = 2 * (bpp + Math.max(8, bpp));
    return new CodingParameters(near, maxVal, t1, t2, t3, reset, range, bitsFor(range), limit);
  }

  private static int bitsFor(int values) {
    return 32 - Integer.numberOfLeadingZeros(values - 1);
  }

  private static int defaultT1(int maxVal, int near) {
    int basic =
        maxVal >= 128
            ? factor(maxVal) * (BASIC_T1 - 2) + 2 + 3 * near
            : Math.max(2, BASIC_T1 / factor(maxVal) + 3 * near);
    return orLeast(basic, near + 1, maxVal);
  }

  private static int defaultT2(int maxVal, int near, int t1) {
    int basic =
        maxVal >= 128
            ? factor(maxVal) * (BASIC_T2 - 3) + 3 + 5 * near
            : Math.max(3, BASIC_T2 / factor(maxVal) + 5 * near);
    return orLeast(basic, t1, maxVal);
  }

  private static int defaultT3(int maxVal, int near, int t2) {
    int basic =
        maxVal >= 128
            ? factor(maxVal) * (BASIC_T3 - 4) + 4 + 7 * near
            : Math.max(4, BASIC_T3 / factor(maxVal) + 7 * near);
    return orLeast(basic, t2, maxVal);
  }

  private static int factor(int maxVal) {
    return maxVal >= 128 ? (Math.min(maxVal, 4095) + 128) / 256 : 256 / (maxVal + 1);
  }

  /** CLAMP of C.2.4.1.1.1: what is too large becomes the least value too, not the greatest. */
  private static int orLeast(int value, int least, int greatest) {
    return value < least || value > greatest ? least : value;
  }

  private static void require(boolean holds, String name, int value) {
    if (!holds) {
      throw CodecException.corrupt(
          "the JPEG-LS stream has an impossible parameter: %s = %d.".formatted(name, value));
    }
  }
}
