package negatoscope.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import negatoscope.codec.CodecException;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.codec.Frames;
import negatoscope.task.ErrorCode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a stream, it is decoded or refused with a code, in bounded time. */
class JpegDamageTest {
  private static final Set<ErrorCode> CODES =
      Set.of(ErrorCode.CORRUPT_PIXELS, ErrorCode.BAD_DIMENSIONS, ErrorCode.UNSUPPORTED_PIXELS);
  private static final FrameShape SHAPE = new FrameShape(29, 17, 3);
  private static final List<byte[]> STREAMS = streams();

  private static List<byte[]> streams() {
    Random random = new Random(20261123);
    Decoded frame8 = Frames.frame(SHAPE, 8, 0.1, random);
    Decoded frame12 = Frames.frame(SHAPE, 12, 0.1, random);
    BufferedImage picture =
        new BufferedImage(SHAPE.width(), SHAPE.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < SHAPE.pixels(); i++) {
      picture.setRGB(i % SHAPE.width(), i / SHAPE.width(), random.nextInt() | i * 100);
    }
    int[] half = {0x22, 0x11, 0x11};
    return List.of(
        new LosslessEncoder(1, 0, 0, true).encode(frame8),
        new LosslessEncoder(7, 1, 2, false).encode(frame12),
        new DctEncoder(half, 3, 2, true).encode(frame8),
        new DctEncoder(half, 3, 0, false).encode(frame12),
        JpegBesideJavaTest.write(picture, false, 0.9f),
        JpegBesideJavaTest.write(picture, true, 0.9f));
  }

  @Property(tries = 6000)
  void changedStreamsAreDecodedOrRefused(@ForAll Random random) {
    byte[] stream = STREAMS.get(random.nextInt(STREAMS.size())).clone();
    if (random.nextInt(4) == 0) {
      stream = Arrays.copyOf(stream, random.nextInt(stream.length));
    }
    for (int i = random.nextInt(6); i >= 0 && stream.length > 0; i--) {
      int at = random.nextInt(random.nextBoolean() ? Math.min(800, stream.length) : stream.length);
      stream[at] =
          switch (random.nextInt(3)) {
            case 0 -> (byte) 0xFF;
            case 1 -> (byte) (stream[at] ^ 1 << random.nextInt(8));
            default -> (byte) random.nextInt();
          };
    }
    decodeOrRefuse(stream, SHAPE);
  }

  @Property(tries = 2000)
  void segmentsInAnyOrderAreDecodedOrRefused(@ForAll Random random) {
    ByteArrayOutputStream mixed = new ByteArrayOutputStream();
    mixed.write(0xFF);
    mixed.write(Marker.SOI);
    for (int i = random.nextInt(30); i >= 0; i--) {
      byte[] stream = STREAMS.get(random.nextInt(STREAMS.size()));
      int from = random.nextInt(stream.length - 1);
      while (from > 0 && stream[from] != -1) {
        from--;
      }
      mixed.write(stream, from, Math.min(stream.length - from, random.nextInt(600)));
    }
    decodeOrRefuse(mixed.toByteArray(), SHAPE);
  }

  @Property(tries = 1000)
  void noiseIsRefused(@ForAll @Size(max = 300) byte[] noise) {
    decodeOrRefuse(noise, SHAPE);
    byte[] begun = new byte[noise.length + 2];
    begun[0] = -1;
    begun[1] = (byte) Marker.SOI;
    System.arraycopy(noise, 0, begun, 2, noise.length);
    decodeOrRefuse(begun, SHAPE);
  }

  /** A frame header that promises 2^28 samples, with hardly a byte behind it. */
  @ParameterizedTest
  @ValueSource(ints = {Marker.SOF0, Marker.SOF1, Marker.SOF2, Marker.SOF3})
  void aHugeFrameIsNotBelieved(int process) {
    JpegWriter writer = new JpegWriter();
    writer.marker(Marker.SOI);
    writer.segment(process, 8, 0x40, 0, 0x40, 0, 1, 1, 0x11, 0);
    writer.segment(Marker.SOS, 1, 1, 0, process == Marker.SOF3 ? 1 : 0, 0, 0);
    writer.bytes(new byte[1000]);
    assertThat(refusal(writer.stream(), new FrameShape(16384, 16384, 1)).code())
        .isEqualTo(ErrorCode.CORRUPT_PIXELS);
  }

  /** Enough bytes for a frame of 2^26 samples, but none of them belongs to its scan. */
  @Test
  void roomIsMadeAsCodedDataArrives() {
    byte[] small =
        new DctEncoder(new int[] {0x11}, 1, 0, true)
            .encode(Frames.frame(new FrameShape(64, 64, 1), 8, 0.1, new Random(1)));
    for (int process : new int[] {Marker.SOF1, Marker.SOF2}) {
      byte[] stream = Arrays.copyOf(small, 200_000);
      int frame = new String(small, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c1");
      stream[frame + 1] = (byte) process;
      stream[frame + 5] = 0x20;
      stream[frame + 6] = 0;
      stream[frame + 7] = 0x20;
      stream[frame + 8] = 0;
      if (process == Marker.SOF2) {
        int scan = new String(small, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00da");
        stream[scan + 8] = 0;
      }
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadAllocatedBytes();
      CodecException refused = refusal(stream, new FrameShape(8192, 8192, 1));
      assertThat(refused.code()).isEqualTo(ErrorCode.CORRUPT_PIXELS);
      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4L * stream.length);
    }
  }

  @Test
  void anotherShapeThanExpectedIsRefused() {
    byte[] stream = STREAMS.get(0);
    for (FrameShape other :
        List.of(new FrameShape(29, 16, 3), new FrameShape(30, 17, 3), new FrameShape(29, 17, 1))) {
      CodecException refused = refusal(stream, other);
      assertThat(refused.code()).isEqualTo(ErrorCode.BAD_DIMENSIONS);
      assertThat(refused.sentence()).contains("29 x 17 samples of 3 components");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0xC5, hierarchical",
    "0xC7, hierarchical",
    "0xC9, coded arithmetically",
    "0xCA, coded arithmetically",
    "0xCB, coded arithmetically"
  })
  void whatIsNotReadIsNamed(String process, String name) {
    byte[] stream = STREAMS.get(0).clone();
    stream[3] = Integer.decode(process).byteValue();
    CodecException refused = refusal(stream, SHAPE);
    assertThat(refused.code()).isEqualTo(ErrorCode.UNSUPPORTED_PIXELS);
    assertThat(refused.sentence()).contains(name);
  }

  @Test
  void impossibleHuffmanTablesAreRefused() {
    byte[] counts = new byte[16];
    assertThat(catchThrowableOfType(CodecException.class, () -> new HuffmanTable(counts, counts)))
        .hasMessageContaining("empty");
    counts[0] = 2;
    counts[5] = 1;
    assertThat(catchThrowableOfType(CodecException.class, () -> new HuffmanTable(counts, counts)))
        .hasMessageContaining("impossible");
  }

  @ParameterizedTest
  @CsvSource({"JFIF, -1, YCBCR", "'', 0, RGB", "'', 1, YCBCR", "'', -1, UNSAID", "JFIF, 0, YCBCR"})
  void theStreamSaysWhatItsComponentsAre(String jfif, int adobe, JpegHeader.Colour colour) {
    JpegWriter writer = new JpegWriter();
    writer.marker(Marker.SOI);
    if (!jfif.isEmpty()) {
      writer.segment(Marker.APP0, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
    }
    if (adobe >= 0) {
      writer.segment(Marker.APP14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, adobe);
    }
    byte[] stream = STREAMS.get(2);
    writer.bytes(Arrays.copyOfRange(stream, 2, stream.length));
    JpegHeader header = JpegHeader.read(writer.stream());
    assertThat(header).isEqualTo(new JpegHeader(29, 17, 3, 8, colour));
    assertThat(JpegDecoder.decode(writer.stream(), SHAPE).bits()).isEqualTo(8);
  }

  private static CodecException refusal(byte[] stream, FrameShape shape) {
    CodecException refused =
        catchThrowableOfType(CodecException.class, () -> JpegDecoder.decode(stream, shape));
    assertThat(refused).isNotNull();
    return refused;
  }

  private static void decodeOrRefuse(byte[] stream, FrameShape shape) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          try {
            assertThat(JpegDecoder.decode(stream, shape).shape()).isEqualTo(shape);
          } catch (CodecException e) {
            assertThat(CODES).contains(e.code());
            assertThat(e.sentence()).startsWith("the JPEG stream").endsWith(".");
          }
          try {
            JpegHeader.read(stream);
          } catch (CodecException e) {
            assertThat(CODES).contains(e.code());
          }
        });
  }
}
