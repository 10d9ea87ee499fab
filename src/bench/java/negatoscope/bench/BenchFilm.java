package negatoscope.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;

/**
 * A drawn film of 16-bit samples, and files that hold it: what the benchmarks open. Smooth shapes
 * under a detector's noise, so that it compresses as radiographs do.
 */
final class BenchFilm {
  /** Side of the films that are timed, in pixels. */
  static final int SIDE = 3000;

  private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

  private final int side;
  private final short[] samples;

  private BenchFilm(int side, short[] samples) {
    this.side = side;
    this.samples = samples;
  }

  /** A square film, always the same for a side. */
  static BenchFilm of(int side) {
    Random random = new Random(20261123);
    short[] samples = new short[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double u = 2.0 * x / side - 1;
        double v = 2.0 * y / side - 1;
        double lungs = Math.exp(-9 * ((Math.abs(u) - 0.4) * (Math.abs(u) - 0.4) + 0.6 * v * v));
        double ribs = 0.06 * Math.sin(40 * v + 8 * u * u);
        double value = 42000 - 26000 * lungs + 9000 * ribs + 120 * random.nextGaussian();
        samples[y * side + x] = (short) (int) Math.max(0, Math.min(65535, value));
      }
    }
    return new BenchFilm(side, samples);
  }

  /** The samples as encoders want them. */
  Decoded decoded() {
    return Decoded.of16(new FrameShape(side, side, 1), 16, false, samples);
  }

  /** The samples as whole numbers. */
  int[] values() {
    int[] values = new int[samples.length];
    Arrays.setAll(values, i -> samples[i] & 0xFFFF);
    return values;
  }

  /** Writes it uncompressed: implicit or explicit little endian, explicit big endian, deflated. */
  void writeNative(Path file, String syntax) throws IOException {
    boolean big = syntax.equals("1.2.840.10008.1.2.2");
    ByteArrayOutputStream set = new ByteArrayOutputStream();
    Elements elements = new Elements(set, big, !syntax.equals("1.2.840.10008.1.2"));
    header(elements);
    ByteBuffer pixels =
        ByteBuffer.allocate(2 * samples.length)
            .order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    pixels.asShortBuffer().put(samples);
    elements.bytes(0x7FE00010, "OW", pixels.array());
    write(file, syntax, syntax.endsWith(".99") ? deflated(set.toByteArray()) : set.toByteArray());
  }

  /** Writes it as one compressed frame. */
  void writeEncapsulated(Path file, String syntax, byte[] stream) throws IOException {
    ByteArrayOutputStream set = new ByteArrayOutputStream();
    Elements elements = new Elements(set, false, true);
    header(elements);
    elements.fragments(stream);
    write(file, syntax, set.toByteArray());
  }

  private void header(Elements elements) throws IOException {
    elements.text(0x00080016, "UI", SECONDARY_CAPTURE);
    elements.text(0x00080018, "UI", "2.25.1");
    elements.text(0x00080060, "CS", "DX");
    elements.text(0x00100010, "PN", "PHANTOM");
    elements.number(0x00280002, 1);
    elements.text(0x00280004, "CS", "MONOCHROME2");
    elements.number(0x00280010, side);
    elements.number(0x00280011, side);
    elements.number(0x00280100, 16);
    elements.number(0x00280101, 16);
    elements.number(0x00280102, 15);
    elements.number(0x00280103, 0);
    elements.text(0x00281050, "DS", "32768");
    elements.text(0x00281051, "DS", "65536");
  }

  private static void write(Path file, String syntax, byte[] set) throws IOException {
    ByteArrayOutputStream meta = new ByteArrayOutputStream();
    Elements elements = new Elements(meta, false, true);
    elements.bytes(0x00020001, "OB", new byte[] {0, 1});
    elements.text(0x00020002, "UI", SECONDARY_CAPTURE);
    elements.text(0x00020003, "UI", "2.25.1");
    elements.text(0x00020010, "UI", syntax);
    elements.text(0x00020012, "UI", "2.25.2");
    ByteArrayOutputStream all = new ByteArrayOutputStream(set.length + 1024);
    all.write(new byte[128]);
    all.write("DICM".getBytes(StandardCharsets.US_ASCII));
    byte[] length =
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(meta.size()).array();
    new Elements(all, false, true).bytes(0x00020000, "UL", length);
    meta.writeTo(all);
    all.write(set);
    Files.write(file, all.toByteArray());
  }

  private static byte[] deflated(byte[] set) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater raw = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, raw)) {
      deflate.write(set);
    } finally {
      raw.end();
    }
    return out.toByteArray();
  }

  /** Writes data elements (PS3.5 section 7.1). */
  private record Elements(ByteArrayOutputStream out, boolean big, boolean explicit) {
    void text(int tag, String vr, String value) throws IOException {
      String even = value.length() % 2 == 0 ? value : value + (vr.equals("UI") ? "\0" : " ");
      bytes(tag, vr, even.getBytes(StandardCharsets.US_ASCII));
    }

    void number(int tag, int value) throws IOException {
      ByteBuffer bytes = buffer(2).putShort((short) value);
      bytes(tag, "US", bytes.array());
    }

    void bytes(int tag, String vr, byte[] value) throws IOException {
      start(tag, vr, value.length);
      out.write(value);
    }

    void fragments(byte[] stream) throws IOException {
      start(0x7FE00010, "OB", -1);
      start(0xFFFEE000, "", 0);
      start(0xFFFEE000, "", stream.length + stream.length % 2);
      out.write(stream);
      out.write(new byte[stream.length % 2]);
      start(0xFFFEE0DD, "", 0);
    }

    private void start(int tag, String vr, int length) throws IOException {
      ByteBuffer head = buffer(12).putShort((short) (tag >>> 16)).putShort((short) tag);
      boolean isLong = vr.startsWith("O");
      if (explicit && !vr.isEmpty()) {
        head.put(vr.getBytes(StandardCharsets.US_ASCII));
      }
      if (explicit && !vr.isEmpty() && !isLong) {
        head.putShort((short) length);
      } else {
        head.position(head.position() + (explicit && isLong ? 2 : 0));
        head.putInt(length);
      }
      out.write(head.array(), 0, head.position());
    }

    private ByteBuffer buffer(int size) {
      return ByteBuffer.allocate(size).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }
  }
}
