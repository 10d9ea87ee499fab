package negatoscope.codec.jpegls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import negatoscope.codec.FrameShape;

/**
 * Writes JPEG-LS streams for tests, straight from the text of T.87: slow, plain, and without
 * anything in common with the decoder but the tables of default parameters.
 */
public final class JpegLsEncoder {
  /**
   * How a stream is written.
   *
   * @param interleave 0 by component, 1 by line, 2 by sample
   * @param restart rows of a restart interval, or 0
   * @param preset the five preset parameters, or empty for none
   */
  record Options(int precision, int near, int interleave, int restart, int[] preset) {
    static Options lossless(int precision) {
      return new Options(precision, 0, 0, 0, new int[0]);
    }

    CodingParameters parameters() {
      return CodingParameters.of(
          precision,
          near,
          preset.length == 0
              ? CodingParameters.Preset.DEFAULT
              : new CodingParameters.Preset(preset[0], preset[1], preset[2], preset[3], preset[4]));
    }
  }

  private static final int[] J = {
    0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13,
    14, 15
  };

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Options options;
  private final CodingParameters p;
  private final FrameShape shape;

  /** As the decoder will see them: by component, row and column. */
  private final int[][][] seen;

  private int current;
  private int room = 8;

  private final int[] a = new int[367];
  private final int[] b = new int[367];
  private final int[] c = new int[367];
  private final int[] n = new int[367];
  private final int[] nn = new int[2];
  private final int[] runIndex = new int[4];

  private JpegLsEncoder(FrameShape shape, Options options) {
    this.shape = shape;
    this.options = options;
    this.p = options.parameters();
    this.seen = new int[shape.components()][shape.height()][shape.width()];
  }

  /** The lossless stream of samples that lie by pixel. */
  public static byte[] lossless(int[] samples, FrameShape shape, int precision) {
    return encode(samples, shape, Options.lossless(precision));
  }

  /** The stream of samples that lie by pixel. */
  static byte[] encode(int[] samples, FrameShape shape, Options options) {
    return new JpegLsEncoder(shape, options).encode(samples);
  }

  private byte[] encode(int[] samples) {
    for (int i = 0; i < samples.length; i++) {
      int pixel = i / shape.components();
      seen[i % shape.components()][pixel / shape.width()][pixel % shape.width()] = samples[i];
    }
    marker(0xD8);
    marker(0xF7);
    u16(8 + 3 * shape.components());
    out.write(options.precision);
    u16(shape.height());
    u16(shape.width());
    out.write(shape.components());
    for (int i = 0; i < shape.components(); i++) {
      out.write(i + 1);
      out.write(0x11);
      out.write(0);
    }
    if (options.preset.length > 0) {
      marker(0xF8);
      u16(13);
      out.write(1);
      Arrays.stream(options.preset).forEach(this::u16);
    }
    if (options.restart > 0) {
      marker(0xDD);
      u16(4);
      u16(options.restart);
    }
    if (options.interleave == 0) {
      for (int i = 0; i < shape.components(); i++) {
        scan(i, i + 1);
      }
    } else {
      scan(0, shape.components());
    }
    marker(0xD9);
    return out.toByteArray();
  }

  private void scan(int from, int to) {
    marker(0xDA);
    u16(6 + 2 * (to - from));
    out.write(to - from);
    for (int i = from; i < to; i++) {
      out.write(i + 1);
      out.write(0);
    }
    out.write(options.near);
    out.write(to - from == 1 ? 0 : options.interleave);
    out.write(0);
    reset();
    int first = 0;
    for (int row = 0; row < shape.height(); row++) {
      if (options.restart > 0 && row > 0 && row % options.restart == 0) {
        flush();
        marker(0xD0 + (row / options.restart - 1) % 8);
        reset();
        first = row;
      }
      if (options.interleave == 2 && to - from > 1) {
        line(first, row, from, to, 0);
      } else {
        for (int i = from; i < to; i++) {
          line(first, row, i, i + 1, i);
        }
      }
    }
    flush();
  }

  private void reset() {
    Arrays.fill(a, Math.max(2, (p.range() + 32) / 64));
    Arrays.fill(b, 0);
    Arrays.fill(c, 0);
    Arrays.fill(n, 1);
    Arrays.fill(nn, 0);
    Arrays.fill(runIndex, 0);
  }

  /** A neighbour by the rules of A.2.1. */
  private int at(int first, int component, int row, int column) {
    if (row < first) {
      return 0;
    }
    if (column < 0) {
      return at(first, component, row - 1, 0);
    }
    return seen[component][row][Math.min(column, shape.width() - 1)];
  }

  private void line(int first, int row, int from, int to, int runOwner) {
    int x = 0;
    while (x < shape.width()) {
      boolean flat = true;
      for (int i = from; i < to; i++) {
        flat &= context(first, i, row, x) == 0;
      }
      if (!flat) {
        for (int i = from; i < to; i++) {
          regular(first, i, row, x);
        }
        x++;
        continue;
      }
      int start = x;
      while (x < shape.width() && continues(first, row, start, x, from, to)) {
        for (int i = from; i < to; i++) {
          seen[i][row][x] = at(first, i, row, start - 1);
        }
        x++;
      }
      int length = x - start;
      while (length >= 1 << J[runIndex[runOwner]]) {
        bits(1, 1);
        length -= 1 << J[runIndex[runOwner]];
        runIndex[runOwner] = Math.min(31, runIndex[runOwner] + 1);
      }
      if (x == shape.width()) {
        if (length > 0) {
          bits(1, 1);
        }
        return;
      }
      bits(0, 1);
      bits(length, J[runIndex[runOwner]]);
      for (int i = from; i < to; i++) {
        interruption(first, i, row, x, to - from > 1, runIndex[runOwner]);
      }
      runIndex[runOwner] = Math.max(0, runIndex[runOwner] - 1);
      x++;
    }
  }

  private boolean continues(int first, int row, int start, int x, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Math.abs(seen[i][row][x] - at(first, i, row, start - 1)) > p.near()) {
        return false;
      }
    }
    return true;
  }

  private int context(int first, int i, int row, int x) {
    int ra = at(first, i, row, x - 1);
    int rb = at(first, i, row - 1, x);
    int rc = x == 0 ? at(first, i, row - 1, -1) : at(first, i, row - 1, x - 1);
    int rd = at(first, i, row - 1, x + 1);
    return 81 * region(rd - rb) + 9 * region(rb - rc) + region(rc - ra);
  }

  private int region(int d) {
    int size = Math.abs(d);
    int region =
        size <= p.near() ? 0 : size < p.t1() ? 1 : size < p.t2() ? 2 : size < p.t3() ? 3 : 4;
    return d < 0 ? -region : region;
  }

  private void regular(int first, int i, int row, int x) {
    int q = context(first, i, row, x);
    int sign = q < 0 ? -1 : 1;
    q = Math.abs(q);
    int ra = at(first, i, row, x - 1);
    int rb = at(first, i, row - 1, x);
    int rc = at(first, i, row - 1, x - 1);
    int px;
    if (rc >= Math.max(ra, rb)) {
      px = Math.min(ra, rb);
    } else if (rc <= Math.min(ra, rb)) {
      px = Math.max(ra, rb);
    } else {
      px = ra + rb - rc;
    }
    px = clamp(px + sign * c[q]);
    int error = quantised(sign * (seen[i][row][x] - px));
    seen[i][row][x] = clamp(px + sign * error * (2 * p.near() + 1));
    error = modulo(error);
    int k = 0;
    while (n[q] << k < a[q]) {
      k++;
    }
    int mapped;
    if (p.near() == 0 && k == 0 && 2 * b[q] <= -n[q]) {
      mapped = error >= 0 ? 2 * error + 1 : -2 * (error + 1);
    } else {
      mapped = error >= 0 ? 2 * error : -2 * error - 1;
    }
    golomb(mapped, k, p.limit());
    b[q] += error * (2 * p.near() + 1);
    a[q] += Math.abs(error);
    if (n[q] == p.reset()) {
      a[q] = a[q] / 2;
      b[q] = b[q] >= 0 ? b[q] / 2 : -((1 - b[q]) / 2);
      n[q] = n[q] / 2;
    }
    n[q]++;
    if (b[q] <= -n[q]) {
      b[q] += n[q];
      c[q] = Math.max(-128, c[q] - 1);
      if (b[q] <= -n[q]) {
        b[q] = -n[q] + 1;
      }
    } else if (b[q] > 0) {
      b[q] -= n[q];
      c[q] = Math.min(127, c[q] + 1);
      if (b[q] > 0) {
        b[q] = 0;
      }
    }
  }

  private void interruption(int first, int i, int row, int x, boolean mixed, int index) {
    int ra = at(first, i, row, x - 1);
    int rb = at(first, i, row - 1, x);
    int type = !mixed && Math.abs(ra - rb) <= p.near() ? 1 : 0;
    int px = type == 1 ? ra : rb;
    int sign = type == 0 && ra > rb ? -1 : 1;
    int error = quantised(sign * (seen[i][row][x] - px));
    seen[i][row][x] = clamp(px + sign * error * (2 * p.near() + 1));
    error = modulo(error);
    int q = 365 + type;
    int temp = type == 0 ? a[q] : a[q] + n[q] / 2;
    int k = 0;
    while (n[q] << k < temp) {
      k++;
    }
    boolean mostlyNegative = 2 * nn[type] >= n[q];
    boolean map = error > 0 ? k == 0 && !mostlyNegative : error < 0 && (k != 0 || mostlyNegative);
    int mapped = 2 * Math.abs(error) - type - (map ? 1 : 0);
    golomb(mapped, k, p.limit() - J[index] - 1);
    if (error < 0) {
      nn[type]++;
    }
    a[q] += (mapped + 1 - type) / 2;
    if (n[q] == p.reset()) {
      a[q] /= 2;
      n[q] /= 2;
      nn[type] /= 2;
    }
    n[q]++;
  }

  private int quantised(int error) {
    int step = 2 * p.near() + 1;
    return error > 0 ? (error + p.near()) / step : -((p.near() - error) / step);
  }

  private int modulo(int error) {
    int value = error < 0 ? error + p.range() : error;
    return value >= (p.range() + 1) / 2 ? value - p.range() : value;
  }

  private int clamp(int value) {
    return Math.max(0, Math.min(p.maxVal(), value));
  }

  private void golomb(int value, int k, int longest) {
    int unary = longest - p.qbpp() - 1;
    int high = value >> k;
    if (high < unary) {
      bits(0, high);
      bits(1, 1);
      bits(value & ((1 << k) - 1), k);
    } else {
      bits(0, unary);
      bits(1, 1);
      bits(value - 1, p.qbpp());
    }
  }

  private void bits(int value, int count) {
    for (int i = count - 1; i >= 0; i--) {
      room--;
      current |= (i > 31 ? 0 : value >> i & 1) << room;
      if (room == 0) {
        byteOut();
      }
    }
  }

  private void byteOut() {
    out.write(current);
    room = current == 0xFF ? 7 : 8;
    current = 0;
  }

  /** Fills the last byte with zeros; one of 0xFF is followed by a stuffed one. */
  private void flush() {
    if (room < 8) {
      byteOut();
    }
    if (room == 7) {
      byteOut();
    }
    current = 0;
    room = 8;
  }

  private void marker(int code) {
    out.write(0xFF);
    out.write(code);
  }

  private void u16(int value) {
    out.write(value >> 8);
    out.write(value);
  }
}
