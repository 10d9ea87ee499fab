package negatoscope.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import negatoscope.codec.CodecCorpus;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is written without loss comes back. */
class Jpeg2000Properties {
  @Property(tries = 120)
  void everyPictureComesBack(
      @ForAll @IntRange(min = 1, max = 90) int width,
      @ForAll @IntRange(min = 1, max = 70) int height,
      @ForAll boolean colour,
      @ForAll boolean tiled,
      @ForAll boolean bare,
      @ForAll long seed) {
    FrameShape shape = new FrameShape(width, height, colour ? 3 : 1);
    Random random = new Random(seed);
    int[] samples = new int[shape.samples()];
    // The colour transform takes a bit more, with which the writer is not without loss.
    int greatest = colour ? 0x7F : 0xFF;
    Arrays.setAll(samples, i -> (i * 31 + random.nextInt(40)) & greatest);
    byte[] stream = Jpeg2000Encoder.encode(samples, shape, tiled ? 33 : 0, bare);
    Decoded decoded = Jpeg2000Decoder.decode(stream, shape);
    assertThat(decoded.bits()).isEqualTo(8);
    assertThat(decoded.signed()).isFalse();
    assertThat(CodecCorpus.samples(decoded)).isEqualTo(samples);
  }
}
