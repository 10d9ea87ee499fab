package negatoscope.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Random;
import negatoscope.codec.CodecException;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.codec.Frames;
import negatoscope.task.ErrorCode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Lossless JPEG made by an encoder that was written from the standard apart from the decoder. */
class LosslessJpegTest {

  @Property(tries = 2000)
  void everyFormComesBackExactly(
      @ForAll @IntRange(min = 1, max = 70) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 4) int components,
      @ForAll @IntRange(min = 2, max = 16) int bits,
      @ForAll @IntRange(min = 1, max = 7) int predictor,
      @ForAll @IntRange(min = 0, max = 5) int restartRows,
      @ForAll boolean interleaved,
      @ForAll Random random) {
    FrameShape shape = new FrameShape(width, height, components);
    double noise = new double[] {0, 0.001, 0.05, 1}[random.nextInt(4)];
    Decoded frame = Frames.frame(shape, bits, noise, random);
    byte[] stream = new LosslessEncoder(predictor, 0, restartRows, interleaved).encode(frame);
    Frames.assertSame(JpegDecoder.decode(stream, shape), frame);
    byte[] padded = Arrays.copyOf(stream, stream.length + random.nextInt(5));
    Frames.assertSame(JpegDecoder.decode(padded, shape), frame);
  }

  @Property(tries = 300)
  void aPointTransformDropsTheLowestBits(
      @ForAll @IntRange(min = 2, max = 16) int bits,
      @ForAll @IntRange(min = 1, max = 7) int predictor,
      @ForAll Random random) {
    FrameShape shape = new FrameShape(17, 11, 1);
    int dropped = 1 + random.nextInt(bits - 1);
    Decoded frame = Frames.frame(shape, bits, 0.2, random);
    byte[] stream = new LosslessEncoder(predictor, dropped, 0, true).encode(frame);
    Decoded decoded = JpegDecoder.decode(stream, shape);
    for (int i = 0; i < shape.samples(); i++) {
      assertThat(Frames.sample(decoded, i))
          .isEqualTo(Frames.sample(frame, i) >> dropped << dropped);
    }
  }

  @Property(tries = 1000)
  void whereverTheStreamIsCutItIsRefused(@ForAll Random random) {
    FrameShape shape = new FrameShape(31, 13, 1 + random.nextInt(3));
    Decoded frame = Frames.frame(shape, 2 + random.nextInt(15), 0.1, random);
    LosslessEncoder encoder =
        new LosslessEncoder(1 + random.nextInt(7), 0, random.nextInt(4), random.nextBoolean());
    byte[] stream = encoder.encode(frame);
    // The end marker and the last byte's filling are no part of the picture.
    int length = random.nextInt(stream.length - 3);
    assertCorrupt(Arrays.copyOf(stream, length), shape);
    byte[] closed = Arrays.copyOf(stream, length + 2);
    closed[length] = -1;
    closed[length + 1] = (byte) Marker.EOI;
    assertCorrupt(closed, shape);
  }

  @Test
  void differencesOf32768AreRead() {
    FrameShape shape = new FrameShape(4, 2, 1);
    Decoded frame = Frames.of(shape, 16, new int[] {0, 32768, 0, 65535, 32768, 0, 32768, 1});
    for (int predictor = 1; predictor <= 7; predictor++) {
      byte[] stream = new LosslessEncoder(predictor, 0, 0, true).encode(frame);
      Frames.assertSame(JpegDecoder.decode(stream, shape), frame);
    }
  }

  @Test
  void dataBehindTheLastPixelIsNoticed() {
    FrameShape shape = new FrameShape(40, 40, 1);
    Decoded frame = Frames.frame(shape, 12, 0.1, new Random(1));
    byte[] stream = new LosslessEncoder(1, 0, 0, true).encode(frame);
    stream[8] = 20;
    assertCorrupt(stream, new FrameShape(40, 20, 1));
  }

  @Test
  void aRestartMarkerOutOfTurnIsRefused() {
    FrameShape shape = new FrameShape(20, 20, 1);
    byte[] stream =
        new LosslessEncoder(1, 0, 5, true).encode(Frames.frame(shape, 12, 0.1, new Random(1)));
    int at = stream.length - 3;
    while (stream[at - 1] != -1 || !Marker.isRestart(stream[at] & 0xFF)) {
      at--;
    }
    stream[at]++;
    assertCorrupt(stream, shape);
  }

  private static void assertCorrupt(byte[] stream, FrameShape shape) {
    CodecException refused =
        catchThrowableOfType(CodecException.class, () -> JpegDecoder.decode(stream, shape));
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(ErrorCode.CORRUPT_PIXELS);
    assertThat(refused.sentence()).startsWith("the JPEG stream");
  }
}
