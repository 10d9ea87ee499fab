package negatoscope.dicom.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.codec.rle.RleEncoder;
import negatoscope.dicom.Frame;
import negatoscope.dicom.PhotometricInterpretation;
import negatoscope.dicom.PixelFormat;
import negatoscope.dicom.TransferSyntax;
import org.junit.jupiter.api.Test;

/** The codec that a transfer syntax names, and what its components are. */
class FrameDecoderTest {
  private final Repairs repairs = new Repairs();

  @Test
  void aJpegStreamKnowsItsColoursBetterThanTheHeader() throws IOException {
    byte[] jpeg = jpeg();
    assertThat(decode("4.50", jpeg, PhotometricInterpretation.YBR_FULL_422).photometric())
        .isEqualTo(PhotometricInterpretation.YBR_FULL);
    assertThat(repairs.warnings()).isEmpty();
    assertThat(decode("4.50", jpeg, PhotometricInterpretation.RGB).photometric())
        .isEqualTo(PhotometricInterpretation.YBR_FULL);
    assertThat(repairs.warnings())
        .singleElement()
        .asString()
        .contains("colours are RGB, the compressed picture says YBR_FULL");
  }

  @Test
  void coloursOfRunLengthsAreWhatTheHeaderSays() {
    byte[] samples = new byte[192];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) i;
    }
    byte[] stream = RleEncoder.encode(Decoded.of8(new FrameShape(8, 8, 3), 8, false, samples));
    for (PhotometricInterpretation photometric :
        new PhotometricInterpretation[] {
          PhotometricInterpretation.RGB, PhotometricInterpretation.YBR_FULL
        }) {
      Frame frame = decode("5", stream, photometric);
      assertThat(frame.photometric()).isEqualTo(photometric);
      assertThat(frame.pixels().bytes()).isEqualTo(samples);
    }
    assertThat(repairs.warnings()).isEmpty();
  }

  @Test
  void syntaxesWithoutACodecHaveNoDecoder() {
    for (String end : new String[] {"1", "4.100", "4.107", "4.110", "4.201", "4.92"}) {
      assertThat(FrameDecoder.of(TransferSyntax.of("1.2.840.10008.1.2." + end))).isEmpty();
    }
    assertThat(FrameDecoder.of(TransferSyntax.of("1.2.3"))).isEmpty();
  }

  private Frame decode(String end, byte[] stream, PhotometricInterpretation photometric) {
    PixelFormat format =
        new PixelFormat(8, 8, 1, 3, Optional.of(photometric), 8, 8, 0, false, false);
    return FrameDecoder.of(TransferSyntax.of("1.2.840.10008.1.2." + end))
        .orElseThrow()
        .decode(stream, format, repairs);
  }

  private static byte[] jpeg() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpeg", out);
    return out.toByteArray();
  }
}
