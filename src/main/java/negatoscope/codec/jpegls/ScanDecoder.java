package negatoscope.codec.jpegls;

import java.util.Arrays;
import negatoscope.codec.CodecException;

/** Decodes the entropy-coded data of one scan row by row (T.87 annexes A and B). */
final class ScanDecoder {
  private static final int RST0 = 0xD0;

  private final byte[] stream;
  private final CodingParameters parameters;
  private final Scan scan;
  private final int width;
  private final int rowsToRestart;

  /** The region of a gradient, -4 to 4, at the gradient + MAXVAL. */
  private final byte[] regions;

  /** By component: the row above and this one, with a sample more on either side. */
  private int[][] above;

  private int[][] lines;
  private final int[] runIndex;
  private BitReader bits;
  private Contexts contexts;

  /**
   * Before the first row.
   *
   * @param position where the scan's data begin
   * @param rowsToRestart rows of a restart interval; 0 means none
   */
  ScanDecoder(
      byte[] stream,
      int position,
      CodingParameters parameters,
      Scan scan,
      int width,
      int rowsToRestart) {
    this.stream = stream;
    this.parameters = parameters;
    this.scan = scan;
    this.width = width;
    this.rowsToRestart = rowsToRestart;
    this.regions = regions(parameters);
    int count = scan.components().length;
    above = new int[count][width + 2];
    lines = new int[count][width + 2];
    runIndex = new int[count];
    bits = new BitReader(stream, position);
    contexts = new Contexts(parameters, bits);
  }

  private static byte[] regions(CodingParameters parameters) {
    int maxVal = parameters.maxVal();
    byte[] regions = new byte[2 * maxVal + 1];
    for (int gradient = 0; gradient <= maxVal; gradient++) {
      int region =
          gradient <= parameters.near()
              ? 0
              : gradient < parameters.t1()
                  ? 1
                  : gradient < parameters.t2() ? 2 : gradient < parameters.t3() ? 3 : 4;
      regions[maxVal + gradient] = (byte) region;
      regions[maxVal - gradient] = (byte) -region;
    }
    return regions;
  }

  /**
   * Decodes every row.
   *
   * @return where the scan's data end
   */
  int decode(Samples samples, int height) {
    int interval = 0;
    for (int row = 0; row < height; row++) {
      if (rowsToRestart > 0 && row > 0 && row % rowsToRestart == 0) {
        restart(interval++ & 7);
      }
      int[][] free = above;
      above = lines;
      lines = free;
      for (int c = 0; c < lines.length; c++) {
        lines[c][0] = above[c][1];
        above[c][width + 1] = above[c][width];
        if (scan.interleave() != Scan.Interleave.SAMPLE) {
          decodeLine(above[c], lines[c], c);
        }
      }
      if (scan.interleave() == Scan.Interleave.SAMPLE) {
        decodeMixedLine();
      }
      for (int c = 0; c < lines.length; c++) {
        samples.put(row, scan.components()[c], lines[c]);
      }
    }
    return bits.end();
  }

  /** Everything begins anew behind a restart marker, the row above being zeros again. */
  private void restart(int number) {
    int position = bits.end();
    if (position + 1 >= stream.length
        || (stream[position] & 0xFF) != 0xFF
        || (stream[position + 1] & 0xFF) != RST0 + number) {
      throw CodecException.corrupt("the JPEG-LS stream lacks a restart marker.");
    }
    for (int[] line : lines) {
      Arrays.fill(line, 0);
    }
    for (int[] line : above) {
      Arrays.fill(line, 0);
    }
    Arrays.fill(runIndex, 0);
    bits = new BitReader(stream, position + 2);
    contexts = new Contexts(parameters, bits);
  }

  private void decodeLine(int[] up, int[] line, int component) {
    int index = runIndex[component];
    int end = width;
    int x = 1;
    while (x <= end) {
      int ra = line[x - 1];
      int rc = up[x - 1];
      int rb = up[x];
      int q = context(ra, rb, rc, up[x + 1]);
      if (q != 0) {
        line[x++] = contexts.regular(q, predicted(ra, rb, rc));
        continue;
      }
      long run = contexts.run(end - x + 1, index);
      index = (int) (run >>> Integer.SIZE);
      for (int last = x + (int) run; x < last; x++) {
        line[x] = ra;
      }
      if (x <= end) {
        line[x] = contexts.interruption(ra, up[x], index);
        x++;
        index = Math.max(0, index - 1);
      }
    }
    runIndex[component] = index;
  }

  /** One row of all components, interleaved by sample: they enter and leave runs together. */
  private void decodeMixedLine() {
    int[] q = new int[lines.length];
    int x = 1;
    while (x <= width) {
      int any = 0;
      for (int c = 0; c < q.length; c++) {
        q[c] = context(lines[c][x - 1], above[c][x], above[c][x - 1], above[c][x + 1]);
        any |= q[c];
      }
      if (any != 0) {
        for (int c = 0; c < q.length; c++) {
          lines[c][x] =
              contexts.regular(q[c], predicted(lines[c][x - 1], above[c][x], above[c][x - 1]));
        }
        x++;
      } else {
        x = mixedRun(x);
      }
    }
  }

  private int mixedRun(int start) {
    long run = contexts.run(width - start + 1, runIndex[0]);
    runIndex[0] = (int) (run >>> Integer.SIZE);
    int x = start + (int) run;
    for (int[] line : lines) {
      Arrays.fill(line, start, x, line[start - 1]);
    }
    if (x > width) {
      return x;
    }
    for (int c = 0; c < lines.length; c++) {
      lines[c][x] = contexts.interruptionAcross(lines[c][x - 1], above[c][x], runIndex[0]);
    }
    runIndex[0] = Math.max(0, runIndex[0] - 1);
    return x + 1;
  }

  private int context(int ra, int rb, int rc, int rd) {
    int zero = parameters.maxVal();
    return 81 * regions[rd - rb + zero] + 9 * regions[rb - rc + zero] + regions[rc - ra + zero];
  }

  /** The edge detector (A.4.1): the middle one of ra, rb and ra + rb - rc. */
  private static int predicted(int ra, int rb, int rc) {
    int least = Math.min(ra, rb);
    int most = Math.max(ra, rb);
    return rc >= most ? least : rc <= least ? most : ra + rb - rc;
  }
}
