package negatoscope.dicom.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;
import negatoscope.film.LookupTable;

/**
 * Reads look-up tables (LUT Descriptor and LUT Data, PS3.3 C.11.1.1.1; palettes alike). A table is
 * believed as far as its data reach; what does not fit is repaired and said.
 */
final class TableReader {
  private static final byte[] NOTHING = {};

  private final Repairs repairs;

  TableReader(Repairs repairs) {
    this.repairs = repairs;
  }

  /**
   * The descriptor's three numbers.
   *
   * @param size how many entries, 1 to 65536
   * @param first the value that the first entry is for, with the sign that suits the input
   * @param bits of an entry as the file says it, right or wrong
   */
  record Descriptor(int size, int first, int bits) {}

  /**
   * An item of a Modality LUT Sequence or a VOI LUT Sequence.
   *
   * @param called the table's name in a warning
   * @param least the least value that may be looked up
   * @param greatest the greatest one
   */
  Optional<LookupTable> item(DataSet item, String called, double least, double greatest) {
    return descriptor(item, Tag.LUT_DESCRIPTOR, called, least, greatest)
        .flatMap(
            descriptor ->
                table(
                    descriptor,
                    item.find(Tag.LUT_DATA).map(Attribute::raw).orElse(NOTHING),
                    item.text(Tag.LUT_EXPLANATION),
                    called));
  }

  /** Reads a descriptor; where there is none that is said. */
  Optional<Descriptor> descriptor(
      DataSet set, int tag, String called, double least, double greatest) {
    byte[] value = set.find(tag).map(Attribute::raw).orElse(NOTHING);
    if (value.length < 6) {
      repairs.repaired("%s has no descriptor and was left out.".formatted(called));
      return Optional.empty();
    }
    ByteBuffer words = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
    int size = words.getShort(0) & 0xFFFF;
    size = size == 0 ? 1 << 16 : size;
    boolean signed = set.find(tag).map(Attribute::vr).equals(Optional.of(Vr.SS));
    int said = signed ? words.getShort(2) : words.getShort(2) & 0xFFFF;
    int other = signed ? words.getShort(2) & 0xFFFF : words.getShort(2);
    // Implicit syntaxes do not tell the sign of the first value.
    boolean elsewhere = !meets(said, size, least, greatest) && meets(other, size, least, greatest);
    return Optional.of(new Descriptor(size, elsewhere ? other : said, words.getShort(4) & 0xFFFF));
  }

  private static boolean meets(int first, int size, double least, double greatest) {
    return first <= greatest && first + size - 1 >= least;
  }

  /** The table out of a descriptor and its data; where there are no data that is said. */
  Optional<LookupTable> table(
      Descriptor descriptor, byte[] data, String explanation, String called) {
    int bits = descriptor.bits();
    int size = descriptor.size();
    // The length tells whether entries of 8 bits are packed or stand one to a word.
    boolean packed = data.length == size || data.length == size + 1;
    boolean bytes = data.length < 2 * size && (packed || bits <= 8 || bits > 16);
    int there = Math.min(size, bytes ? data.length : data.length / 2);
    if (there == 0) {
      repairs.repaired("%s has no entries and was left out.".formatted(called));
      return Optional.empty();
    }
    if (there < size) {
      repairs.repaired(
          "%s has %d entries in place of %d; the last one stands for the missing ones."
              .formatted(called, there, size));
    }
    short[] entries = new short[there];
    int greatest = 0;
    for (int i = 0; i < there; i++) {
      int entry = bytes ? data[i] & 0xFF : (data[2 * i] & 0xFF) | (data[2 * i + 1] & 0xFF) << 8;
      entries[i] = (short) entry;
      greatest = Math.max(greatest, entry);
    }
    int needed = Integer.SIZE - Integer.numberOfLeadingZeros(greatest);
    if (bits < 1 || bits > (bytes ? 8 : 16) || needed > bits) {
      int wrong = bits;
      bits = Math.max(8, needed);
      repairs.repaired(
          "%s says that its entries have %d bits; they were read as %d."
              .formatted(called, wrong, bits));
    }
    return Optional.of(new LookupTable(descriptor.first(), bits, explanation, entries));
  }
}
