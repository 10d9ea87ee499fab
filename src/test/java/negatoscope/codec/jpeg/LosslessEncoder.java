package negatoscope.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import negatoscope.codec.Decoded;
import negatoscope.codec.Frames;

/**
 * Writes lossless JPEG (T.81 annex H).
 *
 * @param predictor 1…7
 * @param pointTransform bits that are dropped
 * @param restartRows rows between restart markers; 0 for none
 * @param interleaved one scan for all components, rather than one each
 */
public record LosslessEncoder(
    int predictor, int pointTransform, int restartRows, boolean interleaved) {

  /** One frame, from SOI to EOI. */
  public byte[] encode(Decoded frame) {
    int components = frame.shape().components();
    JpegWriter writer = new JpegWriter();
    writer.marker(Marker.SOI);
    frameHeader(writer, frame);
    if (restartRows > 0) {
      int interval = restartRows * frame.shape().width();
      writer.segment(Marker.DRI, interval >> 8, interval & 0xFF);
    }
    List<int[]> scans = new ArrayList<>();
    if (interleaved) {
      int[] all = new int[components];
      for (int i = 0; i < components; i++) {
        all[i] = i;
      }
      scans.add(all);
    } else {
      for (int i = 0; i < components; i++) {
        scans.add(new int[] {i});
      }
    }
    for (int[] scan : scans) {
      scan(writer, frame, scan);
    }
    writer.marker(Marker.EOI);
    return writer.stream();
  }

  private static void frameHeader(JpegWriter writer, Decoded frame) {
    int components = frame.shape().components();
    int[] body = new int[6 + 3 * components];
    body[0] = frame.bits();
    body[1] = frame.shape().height() >> 8;
    body[2] = frame.shape().height() & 0xFF;
    body[3] = frame.shape().width() >> 8;
    body[4] = frame.shape().width() & 0xFF;
    body[5] = components;
    for (int i = 0; i < components; i++) {
      body[6 + 3 * i] = i + 1;
      body[7 + 3 * i] = 0x11;
    }
    writer.segment(Marker.SOF3, body);
  }

  private void scan(JpegWriter writer, Decoded frame, int[] components) {
    int count = components.length;
    int[][] differences = new int[count][];
    long[] frequencies = new long[256];
    for (int i = 0; i < count; i++) {
      differences[i] = differences(frame, components[i]);
      for (int difference : differences[i]) {
        frequencies[size(difference)]++;
      }
    }
    HuffmanCode code = new HuffmanCode(frequencies);
    code.define(writer, 0);
    int[] header = new int[4 + 2 * count];
    header[0] = count;
    for (int i = 0; i < count; i++) {
      header[1 + 2 * i] = components[i] + 1;
    }
    header[1 + 2 * count] = predictor;
    header[3 + 2 * count] = pointTransform;
    writer.segment(Marker.SOS, header);
    int width = frame.shape().width();
    for (int i = 0; i < frame.shape().pixels(); i++) {
      if (restartRows > 0 && i > 0 && i % (restartRows * width) == 0) {
        writer.flush();
        writer.marker(Marker.RST0 + (i / (restartRows * width) - 1) % 8);
      }
      for (int[] each : differences) {
        int size = size(each[i]);
        code.write(writer, size);
        writer.signed(each[i], size == 16 ? 0 : size);
      }
    }
    writer.flush();
  }

  private int[] differences(Decoded frame, int component) {
    int width = frame.shape().width();
    int[] samples = new int[frame.shape().pixels()];
    int[] differences = new int[samples.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] =
          Frames.sample(frame, i * frame.shape().components() + component) >> pointTransform;
      int x = i % width;
      int y = i / width;
      boolean first = restartRows == 0 ? y == 0 : y % restartRows == 0;
      int prediction;
      if (first) {
        prediction = x == 0 ? 1 << (frame.bits() - pointTransform - 1) : samples[i - 1];
      } else if (x == 0) {
        prediction = samples[i - width];
      } else {
        prediction = predicted(samples[i - 1], samples[i - width], samples[i - width - 1]);
      }
      // Modulo 2^16, from -32767 to 32768.
      int difference = (samples[i] - prediction) & 0xFFFF;
      differences[i] = difference > 32768 ? difference - 65536 : difference;
    }
    return differences;
  }

  private int predicted(int left, int above, int aboveLeft) {
    return switch (predictor) {
      case 1 -> left;
      case 2 -> above;
      case 3 -> aboveLeft;
      case 4 -> left + above - aboveLeft;
      case 5 -> left + ((above - aboveLeft) >> 1);
      case 6 -> above + ((left - aboveLeft) >> 1);
      case 7 -> (left + above) >> 1;
      default -> throw new IllegalArgumentException("predictor " + predictor);
    };
  }

  private static int size(int difference) {
    return 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
  }
}
