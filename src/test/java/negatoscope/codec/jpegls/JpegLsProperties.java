package negatoscope.codec.jpegls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import negatoscope.codec.CodecCorpus;
import negatoscope.codec.CodecException;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.codec.jpegls.JpegLsEncoder.Options;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;

/** What is written comes back, within NEAR; what is damaged is refused or read, and in time. */
class JpegLsProperties {
  /** A picture and how it is written. */
  record Picture(FrameShape shape, int[] samples, Options options) {
    byte[] stream() {
      return JpegLsEncoder.encode(samples, shape, options);
    }
  }

  @Provide
  Arbitrary<Picture> pictures() {
    Arbitrary<FrameShape> shapes =
        Combinators.combine(
                Arbitraries.integers().between(1, 70),
                Arbitraries.integers().between(1, 40),
                Arbitraries.integers().between(1, 4))
            .as(FrameShape::new);
    Arbitrary<Options> options =
        Combinators.combine(
                Arbitraries.integers().between(2, 16),
                Arbitraries.of(0, 0, 1, 2, 3, 7, 255),
                Arbitraries.integers().between(0, 2),
                Arbitraries.of(0, 0, 1, 2, 7),
                Arbitraries.of(0, 1, 2, 3))
            .as(JpegLsProperties::options);
    return Combinators.combine(
            shapes, options, Arbitraries.integers().between(0, 4), Arbitraries.longs())
        .as((shape, written, kind, seed) -> picture(shape, written, kind, new Random(seed)));
  }

  /** Presets: none; MAXVAL below 2^P - 1; a short RESET; thresholds of their own. */
  private static Options options(
      int precision, int near, int interleave, int restart, int presetKind) {
    int greatest = (1 << precision) - 1;
    int maxVal = presetKind == 1 ? greatest - greatest / 5 : greatest;
    int allowed = Math.min(near, Math.min(255, maxVal / 2));
    int t1 = Math.min(maxVal, allowed + 2);
    int[] preset =
        switch (presetKind) {
          case 1 -> new int[] {maxVal, 0, 0, 0, 0};
          case 2 -> new int[] {0, 0, 0, 0, 3};
          case 3 -> new int[] {0, t1, Math.min(maxVal, t1 + 1), maxVal, 200};
          default -> new int[0];
        };
    return new Options(precision, allowed, interleave, restart, preset);
  }

  /** Noise, flat areas with specks, ramps, extremes side by side, or one value. */
  private static Picture picture(FrameShape shape, Options options, int kind, Random random) {
    int values = options.parameters().maxVal() + 1;
    int[] samples = new int[shape.samples()];
    int flat = random.nextInt(values);
    Arrays.setAll(
        samples,
        i ->
            switch (kind) {
              case 0 -> random.nextInt(values);
              case 1 -> random.nextInt(12) == 0 ? random.nextInt(values) : flat;
              case 2 -> (i * 3 + random.nextInt(3)) % values;
              case 3 -> random.nextBoolean() ? 0 : values - 1;
              default -> flat;
            });
    return new Picture(shape, samples, options);
  }

  @Property(tries = 1500)
  void everyPictureComesBackWithinNear(@ForAll("pictures") Picture picture) {
    Decoded decoded = JpegLsDecoder.decode(picture.stream(), picture.shape());
    assertThat(decoded.shape()).isEqualTo(picture.shape());
    assertThat(decoded.bits()).isEqualTo(picture.options().precision());
    assertThat(decoded.signed()).isFalse();
    int[] samples = CodecCorpus.samples(decoded);
    int near = picture.options().near();
    if (near == 0) {
      assertThat(samples).isEqualTo(picture.samples());
    }
    for (int i = 0; i < samples.length; i++) {
      assertThat(Math.abs(samples[i] - picture.samples()[i])).isLessThanOrEqualTo(near);
    }
  }

  @Property(tries = 1500)
  void damageEndsInSamplesOrInARefusal(
      @ForAll("pictures") Picture picture,
      @ForAll @IntRange(min = 1, max = 6) int changes,
      @ForAll long seed) {
    Random random = new Random(seed);
    byte[] stream = picture.stream();
    for (int i = 0; i < changes; i++) {
      stream[2 + random.nextInt(stream.length - 2)] ^= (byte) (1 << random.nextInt(8));
    }
    endsInTime(stream, picture.shape());
    endsInTime(Arrays.copyOf(stream, random.nextInt(stream.length)), picture.shape());
  }

  @Property(tries = 300)
  void noiseBehindASoundHeaderEndsInSamplesOrInARefusal(
      @ForAll("pictures") Picture picture, @ForAll long seed) {
    byte[] stream = picture.stream();
    Random random = new Random(seed);
    for (int i = Math.min(stream.length, 40); i < stream.length; i++) {
      stream[i] = (byte) random.nextInt(255);
    }
    endsInTime(stream, picture.shape());
  }

  private static void endsInTime(byte[] stream, FrameShape shape) {
    Assertions.assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          try {
            assertThat(JpegLsDecoder.decode(stream, shape).shape()).isEqualTo(shape);
          } catch (CodecException refused) {
            assertThat(refused.sentence()).startsWith("the JPEG-LS stream ").endsWith(".");
          }
        });
  }
}
