package negatoscope.dicom.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import negatoscope.codec.CodecException;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.dicom.PhotometricInterpretation;
import negatoscope.dicom.PixelFormat;
import org.junit.jupiter.api.Test;

/** What becomes of samples whose stream gives them other bits than the header. */
class StreamPrecisionTest {
  private final Repairs repairs = new Repairs();

  @Test
  void theSameBitsStay() {
    assertThat(fitted(12, 12, false, 0, 4095)).containsExactly((short) 0, (short) 4095);
    assertThat(repairs.warnings()).isEmpty();
  }

  @Test
  void fewerBitsStayAndAreSaid() {
    assertThat(fitted(10, 12, false, 0, 1023)).containsExactly((short) 0, (short) 1023);
    assertThat(repairs.warnings())
        .singleElement()
        .asString()
        .contains("12 bits")
        .contains("has 10");
  }

  @Test
  void fewerBitsWithASignAreExtended() {
    PixelFormat signed = format(12, true);
    Decoded decoded = shorts(10, 1, 1023);
    StreamPrecision.of(decoded, true).fitted(signed, repairs);
    assertThat(decoded.shorts()).containsExactly((short) 1, (short) -1);
  }

  @Test
  void allBitsAllocatedOfALosslessStreamAreMaskedLater() {
    Decoded decoded = shorts(16, 5, 0xF005);
    assertThat(StreamPrecision.of(decoded, true).fitted(format(12, false), repairs))
        .isSameAs(decoded);
    assertThat(repairs.warnings()).isEmpty();
  }

  @Test
  void lossyValuesBeyondTheBitsStoredAreCutOffNotWrappedRound() {
    assertThat(fitted(12, 10, false, 1022, 1030)).containsExactly((short) 1022, (short) 1023);
    assertThat(repairs.warnings()).singleElement().asString().contains("10 bits");
  }

  @Test
  void wordsThatFitBytesBecomeBytes() {
    Decoded decoded = shorts(12, 255, 7);
    Decoded narrow = StreamPrecision.of(decoded, false).fitted(format(8, false), repairs);
    assertThat(narrow.bits()).isEqualTo(8);
    assertThat(narrow.bytes()).containsExactly((byte) 255, (byte) 7);
    assertThat(repairs.warnings()).isEmpty();
  }

  @Test
  void deepColoursAreNotRead() {
    Decoded deep = Decoded.of16(new FrameShape(1, 1, 3), 12, false, new short[3]);
    PixelFormat rgb =
        new PixelFormat(
            1, 1, 1, 3, Optional.of(PhotometricInterpretation.RGB), 8, 8, 0, false, false);
    assertThatThrownBy(() -> StreamPrecision.of(deep, true).fitted(rgb, repairs))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("12 bits");
  }

  private short[] fitted(int bits, int stored, boolean lossless, int... values) {
    return StreamPrecision.of(shorts(bits, values), lossless)
        .fitted(format(stored, false), repairs)
        .shorts();
  }

  private static Decoded shorts(int bits, int... values) {
    short[] samples = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      samples[i] = (short) values[i];
    }
    return Decoded.of16(new FrameShape(values.length, 1, 1), bits, false, samples);
  }

  private static PixelFormat format(int stored, boolean signed) {
    return new PixelFormat(
        2,
        1,
        1,
        1,
        Optional.of(PhotometricInterpretation.MONOCHROME2),
        16,
        stored,
        0,
        signed,
        false);
  }
}
