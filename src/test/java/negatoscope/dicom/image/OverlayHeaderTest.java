package negatoscope.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DataSets;
import negatoscope.dicom.Frame;
import negatoscope.dicom.PhotometricInterpretation;
import negatoscope.dicom.PixelFormat;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;
import negatoscope.film.Overlay;
import org.junit.jupiter.api.Test;

class OverlayHeaderTest {
  private final Repairs repairs = new Repairs();
  private final short[] pixels = {0x0FFF, 0x1FFF, 0x1000, 0};

  private List<Overlay> read(DataSet.Builder set, int index) {
    DataSet built = set.build();
    PixelFormat format = PixelFormat.of(Path.of("film"), built, new ArrayList<>());
    Decoded decoded = Decoded.of16(new FrameShape(2, 2, 1), 16, false, pixels);
    return new OverlayHeader(built, format, repairs)
        .read(new Frame(decoded, PhotometricInterpretation.MONOCHROME2), index);
  }

  private static DataSet.Builder plane(int rows, int columns, int... bytes) {
    byte[] data = new byte[bytes.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) bytes[i];
    }
    return DataSets.film(2, 2)
        .integers(Tag.OVERLAY_ROWS, rows)
        .integers(Tag.OVERLAY_COLUMNS, columns)
        .integers(Tag.OVERLAY_BITS_ALLOCATED, 1)
        .integers(Tag.OVERLAY_BIT_POSITION, 0)
        .integers(Tag.OVERLAY_ORIGIN, 1, 1)
        .bytes(Tag.OVERLAY_DATA, Vr.OW, data);
  }

  private List<String> bits(DataSet.Builder set, int index) {
    return read(set, index).stream().map(overlay -> overlay.bits().toString()).toList();
  }

  @Test
  void bitsRunFromTheLowestOfTheFirstByte() {
    DataSet.Builder set =
        plane(3, 3, 0b00000011, 0b1)
            .integers(Tag.OVERLAY_ORIGIN, -4, 7)
            .text(Tag.OVERLAY_LABEL, "MARK")
            .text(Tag.OVERLAY_DESCRIPTION, "a cross")
            .text(Tag.OVERLAY_TYPE, "R");
    Overlay overlay = read(set, 0).get(0);
    assertThat(overlay.bits()).hasToString("{0, 1, 8}");
    assertThat(overlay.left()).isEqualTo(6);
    assertThat(overlay.top()).isEqualTo(-5);
    assertThat(overlay.label()).isEqualTo("MARK");
    assertThat(overlay.description()).isEqualTo("a cross");
    assertThat(overlay.kind()).isEqualTo(Overlay.Kind.REGION_OF_INTEREST);
    assertThat(repairs.warnings()).isEmpty();
  }

  @Test
  void aPlaneMayLieInAnUnusedBitOfThePixels() {
    DataSet.Builder set =
        plane(2, 2).integers(Tag.OVERLAY_BITS_ALLOCATED, 16).integers(Tag.OVERLAY_BIT_POSITION, 12);
    assertThat(bits(set, 0)).containsExactly("{1, 2}");
    assertThat(repairs.warnings()).isEmpty();
    assertThat(read(set.integers(Tag.OVERLAY_BIT_POSITION, 11), 0)).isEmpty();
    assertThat(repairs.warnings()).hasSize(1);
  }

  @Test
  void eachFrameHasItsPlane() {
    DataSet.Builder set =
        plane(3, 3, 0b11111111, 0b00000001, 0b00000010)
            .integers(Tag.NUMBER_OF_FRAMES_IN_OVERLAY, 2)
            .integers(Tag.IMAGE_FRAME_ORIGIN, 2);
    assertThat(bits(set, 0)).isEmpty();
    assertThat(bits(set, 1)).containsExactly("{0, 1, 2, 3, 4, 5, 6, 7, 8}");
    assertThat(bits(set, 2)).containsExactly("{8}");
    assertThat(bits(set, 3)).isEmpty();
    assertThat(bits(plane(1, 8, 1), 3)).containsExactly("{0}");
    assertThat(repairs.warnings()).isEmpty();
  }

  @Test
  void aPlaneIsBelievedAsFarAsItsBitsReach() {
    Overlay overlay = read(plane(65535, 8, 1, 2, 4), 0).get(0);
    assertThat(overlay.height()).isEqualTo(3);
    assertThat(overlay.bits()).hasToString("{0, 9, 18}");
    assertThat(repairs.warnings()).singleElement().asString().contains("3 of its 65535 rows");
  }

  @Test
  void whatMakesNoSenseIsLeftOutAndSaid() {
    assertThat(read(plane(65535, 65535, 1), 0)).isEmpty();
    assertThat(read(plane(0, 5, 1), 0)).isEmpty();
    assertThat(read(plane(2, 2), 0)).isEmpty();
    assertThat(repairs.warnings()).hasSize(3);
  }
}
