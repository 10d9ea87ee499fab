package negatoscope.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import negatoscope.codec.CodecException;
import negatoscope.codec.Decoded;
import negatoscope.codec.Fragments;
import negatoscope.codec.FrameShape;
import negatoscope.codec.Frames;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JPEG films of the shared corpus. */
@NeedsShared
class JpegCorpusTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-jpeg-lossless-sv1",
        "a-jpeg-lossless-p4",
        "a-jpeg-lossless-p6",
        "a-jpeg-lossless-p7",
        "b-jpeg-lossless-sv1",
        "one-frame-many-items"
      })
  void losslessFilmsComeOutExactly(String name) {
    String file = "films/" + name + ".dcm";
    JsonNode entry = Fragments.entry(file);
    Decoded decoded = JpegDecoder.decode(Fragments.joined(file), Fragments.shape(entry, 1));
    assertThat(Fragments.sha256(decoded)).isEqualTo(entry.path("storedSha256").asText());
  }

  @Test
  void everyFrameComesOutExactly() {
    String file = "films/frames-jpeg-fragments-no-table.dcm";
    JsonNode entry = Fragments.entry(file);
    List<byte[]> fragments = Fragments.of(file);
    int at = 0;
    for (JsonNode hash : entry.path("frameSha256")) {
      ByteArrayOutputStream frame = new ByteArrayOutputStream();
      do {
        frame.writeBytes(fragments.get(at++));
      } while (at < fragments.size() && fragments.get(at)[0] != -1);
      Decoded decoded = JpegDecoder.decode(frame.toByteArray(), Fragments.shape(entry, 1));
      assertThat(Fragments.sha256(decoded)).isEqualTo(hash.asText());
    }
    assertThat(at).isEqualTo(fragments.size());
  }

  @ParameterizedTest
  @CsvSource({"a-jpeg-extended12, 12", "b-jpeg-baseline, 8"})
  void lossyFilmsComeOutWithinTheirTolerance(String name, int bits) throws IOException {
    String file = "films/" + name + ".dcm";
    JsonNode entry = Fragments.entry(file);
    Decoded decoded = JpegDecoder.decode(Fragments.joined(file), Fragments.shape(entry, 1));
    assertThat(decoded.bits()).isEqualTo(bits);
    Raster expected =
        ImageIO.read(Shared.path("dicom/" + entry.path("storedPng").asText()).toFile()).getRaster();
    int worst = 0;
    for (int i = 0; i < decoded.shape().samples(); i++) {
      int x = i % expected.getWidth();
      int value = expected.getSample(x, i / expected.getWidth(), 0);
      worst = Math.max(worst, Math.abs(value - Frames.sample(decoded, i)));
    }
    // The inverse DCT rounds in its own way; the manifest would allow 2.
    assertThat(worst).isLessThanOrEqualTo(1);
  }

  @Test
  void aColourFilmIsDeliveredAsLumaAndChroma() throws IOException {
    String file = "films/ybr-422-jpeg.dcm";
    JsonNode entry = Fragments.entry(file);
    byte[] stream = Fragments.joined(file);
    assertThat(JpegHeader.read(stream).colour()).isEqualTo(JpegHeader.Colour.YCBCR);
    Decoded decoded = JpegDecoder.decode(stream, Fragments.shape(entry, 3));
    Raster expected =
        ImageIO.read(Shared.path("dicom/expected/ybr-422-jpeg.display.png").toFile()).getRaster();
    double sum = 0;
    double worst = 0;
    for (int pixel = 0; pixel < decoded.shape().pixels(); pixel++) {
      double y = Frames.sample(decoded, 3 * pixel);
      double cb = Frames.sample(decoded, 3 * pixel + 1) - 128;
      double cr = Frames.sample(decoded, 3 * pixel + 2) - 128;
      double[] rgb = {y + 1.402 * cr, y - 0.344136 * cb - 0.714136 * cr, y + 1.772 * cb};
      for (int i = 0; i < 3; i++) {
        double value = Math.max(0, Math.min(255, Math.floor(rgb[i] + 0.5)));
        int column = pixel % expected.getWidth();
        double difference =
            Math.abs(expected.getSample(column, pixel / expected.getWidth(), i) - value);
        sum += difference;
        worst = Math.max(worst, difference);
      }
    }
    assertThat(worst).isLessThanOrEqualTo(entry.path("storedTolerance").asDouble());
    assertThat(sum / decoded.shape().samples())
        .isLessThanOrEqualTo(entry.path("meanTolerance").asDouble());
  }

  @ParameterizedTest
  @CsvSource({
    "huge-jpeg, 65535, 4096",
    "huge-jpeg, 104, 96",
    "jpeg-garbage, 96, 104",
    "jpeg-lossless-cut, 96, 104",
    "jpeg-lossless-huffman, 96, 104",
    "jpeg-lossless-size, 96, 104"
  })
  void damagedFilmsAreRefused(String name, int width, int height) {
    String file = "broken/" + name + ".dcm";
    JsonNode entry = Fragments.entry(file);
    CodecException refused =
        catchThrowableOfType(
            CodecException.class,
            () -> JpegDecoder.decode(Fragments.joined(file), new FrameShape(width, height, 1)));
    String codes = entry.path("kind").asText() + entry.path("alsoAccepted");
    assertThat(codes).contains(refused.code().name());
    assertThat(refused.sentence()).startsWith("the JPEG stream");
  }
}
