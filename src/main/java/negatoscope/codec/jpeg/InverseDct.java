package negatoscope.codec.jpeg;

/** The inverse DCT of a block (T.81 A.3.3), exact but for the rounding of {@code double}. */
final class InverseDct {
  private static final double C1 = Math.cos(Math.PI / 16) / 2;
  private static final double C2 = Math.cos(2 * Math.PI / 16) / 2;
  private static final double C3 = Math.cos(3 * Math.PI / 16) / 2;
  private static final double C4 = Math.cos(4 * Math.PI / 16) / 2;
  private static final double C5 = Math.cos(5 * Math.PI / 16) / 2;
  private static final double C6 = Math.cos(6 * Math.PI / 16) / 2;
  private static final double C7 = Math.cos(7 * Math.PI / 16) / 2;

  private InverseDct() {}

  /** Turns 64 coefficients, row by row, into 64 values around 0. */
  static void transform(double[] block) {
    for (int i = 0; i < 64; i += 8) {
      line(block, i, 1);
    }
    for (int i = 0; i < 8; i++) {
      line(block, i, 8);
    }
  }

  /** One dimension. The even and the odd coefficients each give half of the symmetric sums. */
  private static void line(double[] f, int at, int step) {
    double f0 = f[at];
    double f1 = f[at + step];
    double f2 = f[at + 2 * step];
    double f3 = f[at + 3 * step];
    double f4 = f[at + 4 * step];
    double f5 = f[at + 5 * step];
    double f6 = f[at + 6 * step];
    double f7 = f[at + 7 * step];
    double sum = (f0 + f4) * C4;
    double difference = (f0 - f4) * C4;
    double outer = f2 * C2 + f6 * C6;
    double inner = f2 * C6 - f6 * C2;
    double even0 = sum + outer;
    double even1 = difference + inner;
    double even2 = difference - inner;
    double even3 = sum - outer;
    double odd0 = f1 * C1 + f3 * C3 + f5 * C5 + f7 * C7;
    double odd1 = f1 * C3 - f3 * C7 - f5 * C1 - f7 * C5;
    double odd2 = f1 * C5 - f3 * C1 + f5 * C7 + f7 * C3;
    double odd3 = f1 * C7 - f3 * C5 + f5 * C3 - f7 * C1;
    f[at] = even0 + odd0;
    f[at + step] = even1 + odd1;
    f[at + 2 * step] = even2 + odd2;
    f[at + 3 * step] = even3 + odd3;
    f[at + 4 * step] = even3 - odd3;
    f[at + 5 * step] = even2 - odd2;
    f[at + 6 * step] = even1 - odd1;
    f[at + 7 * step] = even0 - odd0;
  }
}
