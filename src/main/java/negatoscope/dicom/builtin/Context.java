package negatoscope.dicom.builtin;

import java.util.List;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.CharacterSet;
import negatoscope.dicom.Tag;

/**
 * What elements inherit from the data set that they are in.
 *
 * @param level how many sequences are around them
 * @param explicit whether they say their value representation
 * @param charset how their text is coded
 * @param signed whether Pixel Representation is 1
 * @param end the place that they may not go beyond
 */
record Context(int level, boolean explicit, CharacterSet charset, boolean signed, long end) {

  /** For the items of a sequence that ends at a place. */
  Context inside(long itemsEnd) {
    return new Context(level + 1, explicit, charset, signed, itemsEnd);
  }

  /** For an item that ends at a place. */
  Context endingAt(long itemEnd) {
    return new Context(level, explicit, charset, signed, itemEnd);
  }

  /** For elements that do not say their value representation. */
  Context implicit() {
    return new Context(level, false, charset, signed, end);
  }

  /** For what follows an element, which may say how. */
  Context after(Attribute attribute) {
    return switch (attribute.tag()) {
      case Tag.SPECIFIC_CHARACTER_SET ->
          new Context(level, explicit, CharacterSet.of(List.of(attribute.text())), signed, end);
      case Tag.PIXEL_REPRESENTATION ->
          new Context(level, explicit, charset, attribute.text().equals("1"), end);
      default -> this;
    };
  }
}
