package negatoscope.dicom.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.film.ColourPixels;
import negatoscope.film.LookupTable;
import negatoscope.film.Samples;

/** From the stored values of a PALETTE COLOR film to colours (PS3.3 C.7.6.3.1.5, C.7.9). */
final class Palettes {
  private static final List<String> COLOURS = List.of("red", "green", "blue");

  private final DataSet set;
  private final Repairs repairs;

  Palettes(DataSet set, Repairs repairs) {
    this.set = set;
    this.repairs = repairs;
  }

  /** The colours of stored values; none where a palette is missing, which is said. */
  Optional<ColourPixels> colours(Samples indices) {
    TableReader reader = new TableReader(repairs);
    List<LookupTable> palettes = new ArrayList<>();
    for (int i = 0; i < COLOURS.size(); i++) {
      palette(reader, i, indices).ifPresent(palettes::add);
    }
    if (palettes.size() < COLOURS.size()) {
      repairs.repaired("The film's palettes are not complete; its values are shown grey.");
      return Optional.empty();
    }
    byte[] rgb = new byte[Math.multiplyExact(3, indices.count())];
    int shift = shift(palettes);
    for (int i = 0; i < COLOURS.size(); i++) {
      fill(rgb, i, indices, channel(palettes.get(i), shift, indices));
    }
    return Optional.of(
        new ColourPixels(indices.width(), indices.height(), rgb, Optional.of(indices)));
  }

  private Optional<LookupTable> palette(TableReader reader, int colour, Samples indices) {
    String called = "The %s palette".formatted(COLOURS.get(colour));
    return reader
        .descriptor(
            set,
            Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + colour,
            called,
            indices.least(),
            indices.greatest())
        .flatMap(descriptor -> reader.table(descriptor, data(descriptor, colour), "", called));
  }

  private byte[] data(TableReader.Descriptor descriptor, int colour) {
    Optional<byte[]> plain =
        set.find(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + colour)
            .map(Attribute::raw)
            .filter(bytes -> bytes.length > 0);
    return plain.orElseGet(
        () ->
            set.find(Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + colour)
                .map(
                    segments ->
                        PaletteSegments.expanded(
                            segments.raw(), descriptor.size(), descriptor.bits() > 8))
                .orElseGet(() -> new byte[0]));
  }

  /** Bits below those that are shown: entries of 16 bits show their high byte. */
  private int shift(List<LookupTable> palettes) {
    int bits = palettes.stream().mapToInt(LookupTable::bits).max().orElse(8);
    int greatest =
        palettes.stream()
            .flatMapToInt(palette -> IntStream.range(0, palette.size()).map(palette::entry))
            .max()
            .orElse(0);
    if (bits > 8 && greatest > 0 && greatest <= 0xFF) {
      repairs.repaired(
          "The film's palettes say that they have %d bits, but have 8; they were read so."
              .formatted(bits));
      return 0;
    }
    return Math.max(0, bits - 8);
  }

  /** The channel's value for each stored value, from the least on. */
  private static byte[] channel(LookupTable palette, int shift, Samples indices) {
    byte[] channel = new byte[indices.greatest() - indices.least() + 1];
    for (int i = 0; i < channel.length; i++) {
      channel[i] = (byte) (palette.at(indices.least() + i) >> shift);
    }
    return channel;
  }

  private static void fill(byte[] rgb, int colour, Samples indices, byte[] channel) {
    byte[] row = new byte[indices.width()];
    for (int y = 0; y < indices.height(); y++) {
      int from = y * row.length;
      indices.lookUp(channel, from, row.length, row, 0);
      for (int x = 0; x < row.length; x++) {
        rgb[3 * (from + x) + colour] = row[x];
      }
    }
  }
}
