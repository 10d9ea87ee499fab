package negatoscope.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.codec.Frames;

/**
 * Writes sequential DCT JPEG (T.81 annex F) by the definitions, not fast.
 *
 * @param factors each component's sampling factors, 0x22 for example
 * @param step the quantisation step of every coefficient
 * @param restartUnits coded units between restart markers; 0 for none
 * @param interleaved one scan for all components, rather than one each
 */
record DctEncoder(int[] factors, int step, int restartUnits, boolean interleaved) {

  /** A Huffman symbol and the bits behind it; a table of -1 stands for a restart marker. */
  private record Code(int table, int symbol, int value, int size) {}

  byte[] encode(Decoded frame) {
    FrameShape shape = frame.shape();
    JpegWriter writer = new JpegWriter();
    writer.marker(Marker.SOI);
    int[] steps = IntStream.range(0, 129).map(i -> i % 2 == 0 ? step & 0xFF : step >> 8).toArray();
    steps[0] = 0x10;
    writer.segment(Marker.DQT, steps);
    int[] header = new int[6 + 3 * shape.components()];
    header[0] = frame.bits();
    header[1] = shape.height() >> 8;
    header[2] = shape.height() & 0xFF;
    header[3] = shape.width() >> 8;
    header[4] = shape.width() & 0xFF;
    header[5] = shape.components();
    for (int i = 0; i < shape.components(); i++) {
      header[6 + 3 * i] = i + 1;
      header[7 + 3 * i] = factors[i];
    }
    writer.segment(Marker.SOF1, header);
    if (restartUnits > 0) {
      writer.segment(Marker.DRI, restartUnits >> 8, restartUnits & 0xFF);
    }
    if (interleaved && shape.components() > 1) {
      scan(writer, frame, IntStream.range(0, shape.components()).toArray());
    } else {
      for (int i = 0; i < shape.components(); i++) {
        scan(writer, frame, new int[] {i});
      }
    }
    writer.marker(Marker.EOI);
    return writer.stream();
  }

  private void scan(JpegWriter writer, Decoded frame, int[] components) {
    List<Code> codes = codes(frame, components);
    long[][] frequencies = new long[2][256];
    codes.stream().filter(code -> code.table >= 0).forEach(c -> frequencies[c.table][c.symbol]++);
    HuffmanCode[] tables = {new HuffmanCode(frequencies[0]), new HuffmanCode(frequencies[1])};
    tables[0].define(writer, 0x02);
    tables[1].define(writer, 0x13);
    int[] header = new int[4 + 2 * components.length];
    header[0] = components.length;
    for (int i = 0; i < components.length; i++) {
      header[1 + 2 * i] = components[i] + 1;
      header[2 + 2 * i] = 0x23;
    }
    header[2 + 2 * components.length] = 63;
    writer.segment(Marker.SOS, header);
    int restarts = 0;
    for (Code code : codes) {
      if (code.table < 0) {
        writer.flush();
        writer.marker(Marker.RST0 + restarts++ % 8);
      } else {
        tables[code.table].write(writer, code.symbol);
        writer.signed(code.value, code.size);
      }
    }
    writer.flush();
  }

  private List<Code> codes(Decoded frame, int[] components) {
    boolean alone = components.length == 1;
    int[] predictions = new int[components.length];
    List<Code> codes = new ArrayList<>();
    int across = units(frame.shape().width(), 4, alone ? components[0] : -1);
    int down = units(frame.shape().height(), 0, alone ? components[0] : -1);
    for (int unit = 0; unit < across * down; unit++) {
      if (restartUnits > 0 && unit > 0 && unit % restartUnits == 0) {
        codes.add(new Code(-1, 0, 0, 0));
        predictions = new int[components.length];
      }
      int x = unit % across;
      int y = unit / across;
      for (int i = 0; i < components.length; i++) {
        int h = alone ? 1 : factors[components[i]] >> 4;
        int v = alone ? 1 : factors[components[i]] & 15;
        for (int block = 0; block < h * v; block++) {
          int[] coefficients =
              coefficients(frame, components[i], x * h + block % h, y * v + block / h);
          codes.add(dc(coefficients[0] - predictions[i]));
          predictions[i] = coefficients[0];
          ac(coefficients, codes);
        }
      }
    }
    return codes;
  }

  /** Units across (shift 4) or down (shift 0), of one component alone or of all (-1). */
  private int units(int samples, int shift, int component) {
    int most = most(shift);
    int own = component < 0 ? 1 : factors[component] >> shift & 15;
    int length = component < 0 ? samples : (samples * own + most - 1) / most;
    int unit = component < 0 ? 8 * most : 8;
    return (length + unit - 1) / unit;
  }

  private int most(int shift) {
    int most = 1;
    for (int each : factors) {
      most = Math.max(most, each >> shift & 15);
    }
    return most;
  }

  private static Code dc(int difference) {
    int size = size(difference);
    return new Code(0, size, difference, size);
  }

  private static void ac(int[] coefficients, List<Code> codes) {
    int run = 0;
    for (int k = 1; k < 64; k++) {
      int value = coefficients[Tables.ZIGZAG[k]];
      if (value == 0) {
        run++;
        continue;
      }
      for (; run > 15; run -= 16) {
        codes.add(new Code(1, 0xF0, 0, 0));
      }
      codes.add(new Code(1, run << 4 | size(value), value, size(value)));
      run = 0;
    }
    if (run > 0) {
      codes.add(new Code(1, 0, 0, 0));
    }
  }

  /** The quantised coefficients of a block, row by row (T.81 A.3.3, A.3.4). */
  private int[] coefficients(Decoded frame, int component, int column, int row) {
    double[] samples = new double[64];
    for (int i = 0; i < 64; i++) {
      samples[i] =
          average(frame, component, 8 * column + i % 8, 8 * row + i / 8)
              - (1 << (frame.bits() - 1));
    }
    int[] coefficients = new int[64];
    for (int k = 0; k < 64; k++) {
      double sum = 0;
      for (int i = 0; i < 64; i++) {
        sum += samples[i] * wave(i % 8, k % 8) * wave(i / 8, k / 8);
      }
      coefficients[k] = (int) Math.round(sum / step);
    }
    return coefficients;
  }

  private static double wave(int x, int k) {
    return (k == 0 ? Math.sqrt(0.125) : 0.5) * Math.cos((2 * x + 1) * k * Math.PI / 16);
  }

  /** The mean of the pixels that share one sample of a component; the last ones are repeated. */
  private double average(Decoded frame, int component, int x, int y) {
    FrameShape shape = frame.shape();
    int across = most(4) / (factors[component] >> 4);
    int down = most(0) / (factors[component] & 15);
    double sum = 0;
    for (int i = 0; i < across * down; i++) {
      int column = Math.min(shape.width() - 1, x * across + i % across);
      int line = Math.min(shape.height() - 1, y * down + i / across);
      sum += Frames.sample(frame, (line * shape.width() + column) * shape.components() + component);
    }
    return sum / (across * down);
  }

  private static int size(int value) {
    return 32 - Integer.numberOfLeadingZeros(Math.abs(value));
  }
}
