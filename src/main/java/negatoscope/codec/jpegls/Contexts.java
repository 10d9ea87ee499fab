package negatoscope.codec.jpegls;

import java.util.Arrays;
import negatoscope.codec.CodecException;

/**
 * The adaptive part: 365 contexts of the regular mode and two of run interruption, and how one
 * sample is decoded in them (T.87 A.4 to A.7). What overflows in a damaged stream stays harmless:
 * samples are clamped and code words bounded.
 */
final class Contexts {
  private static final int REGULAR = 365;

  /** J of T.87 A.2.1: logarithms of the run lengths that one bit stands for. */
  private static final int[] J = {
    0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13,
    14, 15
  };

  private final BitReader bits;
  private final int near;
  private final int step;
  private final int maxVal;
  private final int span;
  private final int reset;
  private final int qbpp;
  private final int limit;
  private final int mostMapped;

  /** Accumulated magnitudes of errors, A. */
  private final int[] magnitude = new int[REGULAR + 2];

  /** Accumulated errors, B. */
  private final int[] bias = new int[REGULAR];

  /** Corrections of the prediction, C. */
  private final int[] correction = new int[REGULAR];

  /** How often a context was met, N. */
  private final int[] met = new int[REGULAR + 2];

  /** How many errors were negative in the contexts of run interruption, Nn. */
  private final int[] negative = new int[2];

  /** Contexts as they are at the start of a scan or of a restart interval. */
  Contexts(CodingParameters parameters, BitReader bits) {
    this.bits = bits;
    this.near = parameters.near();
    this.step = 2 * near + 1;
    this.maxVal = parameters.maxVal();
    this.span = parameters.range() * step;
    this.reset = parameters.reset();
    this.qbpp = parameters.qbpp();
    this.limit = parameters.limit();
    // Errors lie within half of RANGE; twice that leaves room for encoders that do not reduce them.
    this.mostMapped = 2 * parameters.range() + 2;
    Arrays.fill(magnitude, Math.max(2, (parameters.range() + 32) / 64));
    Arrays.fill(met, 1);
  }

  /**
   * One sample of the regular mode (A.4, A.5, A.6).
   *
   * @param q the context with the sign of its gradients
   * @param predicted the edge detector's prediction
   */
  int regular(int q, int predicted) {
    int sign = q >> 31;
    int context = (q ^ sign) - sign;
    int n = met[context];
    int a = magnitude[context];
    int b = bias[context];
    int c = correction[context];
    int px = clamp(predicted + ((c ^ sign) - sign));

    int k = golombParameter(n, a);
    int mapped = code(k, limit);
    int error = (mapped >>> 1) ^ -(mapped & 1);
    if (k == 0 && near == 0 && 2 * b <= -n) {
      error = ~error;
    }

    a += Math.abs(error);
    b += error * step;
    if (n == reset) {
      a >>= 1;
      b >>= 1;
      n >>= 1;
    }
    n++;
    if (b <= -n) {
      b = Math.max(b + n, 1 - n);
      c = Math.max(c - 1, -128);
    } else if (b > 0) {
      b = Math.min(b - n, 0);
      c = Math.min(c + 1, 127);
    }
    magnitude[context] = a;
    bias[context] = b;
    correction[context] = c;
    met[context] = n;
    return reconstruct(px, (error ^ sign) - sign);
  }

  /**
   * How many samples of a run come next (A.7.1).
   *
   * @param rest samples up to the end of the row
   * @param index RUNindex
   * @return their number, and in the bits above 31 the new RUNindex; where the run ends before the
   *     row does an interrupting sample follows
   */
  long run(int rest, int index) {
    int length = 0;
    while (bits.number(1) == 1) {
      int most = 1 << J[index];
      if (most <= rest - length) {
        length += most;
        index = Math.min(index + 1, J.length - 1);
      } else {
        length = rest;
      }
      if (length == rest) {
        return (long) index << 32 | rest;
      }
    }
    length += bits.number(J[index]);
    if (length >= rest) {
      throw CodecException.corrupt("the JPEG-LS stream holds a run beyond the end of its row.");
    }
    return (long) index << 32 | length;
  }

  /**
   * The sample that interrupts a run (A.7.2).
   *
   * @param ra the run's value
   * @param rb the sample above
   * @param index RUNindex, which the caller lowers afterwards
   */
  int interruption(int ra, int rb, int index) {
    return Math.abs(ra - rb) <= near
        ? reconstruct(ra, interruptionError(1, index))
        : interruptionAcross(ra, rb, index);
  }

  /** The same where components are interleaved by sample: always as if the values differed. */
  int interruptionAcross(int ra, int rb, int index) {
    int error = interruptionError(0, index);
    return reconstruct(rb, ra > rb ? -error : error);
  }

  private int interruptionError(int type, int index) {
    int context = REGULAR + type;
    int n = met[context];
    int a = magnitude[context];
    int nn = negative[type];
    int k = golombParameter(n, type == 0 ? a : a + (n >> 1));
    int mapped = code(k, limit - J[index] - 1);
    int doubled = mapped + type;
    int error = (doubled + 1) >> 1;
    boolean odd = (doubled & 1) != 0;
    if ((k != 0 || 2 * nn >= n) == odd) {
      error = -error;
    }
    if (error < 0) {
      nn++;
    }
    a += (mapped + 1 - type) >> 1;
    if (n == reset) {
      a >>= 1;
      n >>= 1;
      nn >>= 1;
    }
    magnitude[context] = a;
    met[context] = n + 1;
    negative[type] = nn;
    return error;
  }

  /** The least k with {@code n << k} at least {@code a} (A.5.1). */
  private static int golombParameter(int n, int a) {
    int k = Math.max(0, Integer.numberOfLeadingZeros(n) - Integer.numberOfLeadingZeros(a));
    return n << k < a ? k + 1 : k;
  }

  /** A code word of the limited-length Golomb code (A.5.3). */
  private int code(int k, int longest) {
    int unary = longest - qbpp - 1;
    int high = bits.zeros(unary);
    int mapped = high < unary ? (high << k) + bits.number(k) : bits.number(qbpp) + 1;
    if (mapped < 0 || mapped > mostMapped) {
      throw CodecException.corrupt("the JPEG-LS stream holds an impossible prediction error.");
    }
    return mapped;
  }

  private int reconstruct(int px, int error) {
    int value = px + error * step;
    if (value < -near) {
      value += span;
    } else if (value > maxVal + near) {
      value -= span;
    }
    return clamp(value);
  }

  private int clamp(int value) {
    return Math.max(0, Math.min(value, maxVal));
  }
}
