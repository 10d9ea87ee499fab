package negatoscope.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import negatoscope.dicom.Attribute;
import negatoscope.dicom.CharacterSet;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;
import negatoscope.film.ColourPixels;
import negatoscope.film.Samples;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PalettesTest {
  private final Repairs repairs = new Repairs();

  private static byte[] words(int... values) {
    byte[] bytes = new byte[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[2 * i] = (byte) values[i];
      bytes[2 * i + 1] = (byte) (values[i] >> 8);
    }
    return bytes;
  }

  private static DataSet.Builder palettes(int bits, byte[] red, byte[] green, byte[] blue) {
    DataSet.Builder set = DataSet.builder();
    byte[][] data = {red, green, blue};
    for (int i = 0; i < 3; i++) {
      set.put(
          Attribute.of(
              Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + i,
              Vr.US,
              words(3, 1, bits),
              CharacterSet.DEFAULT));
      set.bytes(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + i, Vr.OW, data[i]);
    }
    return set;
  }

  private static Samples indices() {
    return Samples.of8(5, 1, 8, false, new byte[] {0, 1, 2, 3, -1});
  }

  private byte[] rgb(DataSet.Builder set) {
    return new Palettes(set.build(), repairs)
        .colours(indices())
        .map(ColourPixels::rgb)
        .orElse(new byte[0]);
  }

  @Test
  void entriesOf16BitsShowTheirHighByteAndOthersTakeTheEnds() {
    byte[] table = words(0x10FF, 0x2000, 0x30AA);
    byte[] flat = words(0x7F00, 0x7F00, 0x7F00);
    assertThat(rgb(palettes(16, table, flat, table)))
        .containsExactly(16, 127, 16, 16, 127, 16, 32, 127, 32, 48, 127, 48, 48, 127, 48);
    assertThat(repairs.warnings()).isEmpty();
  }

  @Test
  void palettesThatOnlySaySixteenBitsAreReadAsEight() {
    byte[] table = words(16, 32, 48);
    assertThat(rgb(palettes(16, table, table, table))).contains(16, 32, 48);
    assertThat(repairs.warnings()).singleElement().asString().contains("16 bits");
  }

  @Test
  void withoutOneOfItsPalettesAFilmIsGrey() {
    assertThat(rgb(palettes(8, new byte[] {1, 2, 3, 0}, new byte[0], new byte[] {1, 2, 3, 0})))
        .isEmpty();
    assertThat(repairs.warnings()).hasSize(2);
  }

  @Test
  void segmentsAreValuesLinesAndCopies() {
    byte[] segments = words(0, 2, 7, 100, 1, 4, 200, 2, 1, 0, 0);
    assertThat(PaletteSegments.expanded(segments, 8, true))
        .isEqualTo(words(7, 100, 125, 150, 175, 200, 7, 100));
    byte[] narrow = {0, 1, 50, 1, 5, 0, 2, 2, 0, 0, 0, 0};
    assertThat(PaletteSegments.expanded(narrow, 12, false))
        .containsExactly(50, 40, 30, 20, 10, 0, 50, 40, 30, 20, 10, 0);
  }

  @Test
  void aCopyOfACopyEndsThePalette() {
    assertThat(PaletteSegments.expanded(words(0, 1, 9, 2, 3, 6, 0), 65536, true)).hasSize(2);
    assertThat(PaletteSegments.expanded(words(1, 5, 9), 4, true)).isEmpty();
  }

  @Property(tries = 2000)
  void anySegmentsComeToAnEnd(
      @ForAll @Size(max = 60) byte[] data,
      @ForAll @IntRange(min = 1, max = 65536) int size,
      @ForAll boolean wide) {
    assertThat(PaletteSegments.expanded(data, size, wide).length)
        .isLessThanOrEqualTo(wide ? 2 * size : size);
  }
}
