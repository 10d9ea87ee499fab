package negatoscope.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Compares what was read with what was to be read. */
final class Elements {
  private Elements() {}

  /**
   * The same elements outside the meta header, with the same kinds and values. What pads a value to
   * an even length does not count, nor do group lengths, which a toolkit need not keep; and one
   * dictionary may know an element that the other does not.
   */
  static void assertSame(DataSet found, DataSet expected) {
    assertThat(tags(found)).isEqualTo(tags(expected));
    Iterator<Attribute> others = body(expected).iterator();
    for (Attribute one : body(found)) {
      assertSame(one, others.next());
    }
  }

  private static void assertSame(Attribute found, Attribute expected) {
    if (found.vr() != expected.vr() && (found.vr() == Vr.UN || expected.vr() == Vr.UN)) {
      return;
    }
    assertThat(found.vr()).as(found.toString()).isEqualTo(expected.vr());
    assertThat(found.items()).as(found.toString()).hasSameSizeAs(expected.items());
    for (int i = 0; i < found.items().size(); i++) {
      assertSame(found.items().get(i), expected.items().get(i));
    }
    if (found.vr().isText()) {
      assertThat(found.texts()).as(found.toString()).isEqualTo(expected.texts());
    } else {
      assertThat(found.isOmitted()).as(found.toString()).isEqualTo(expected.isOmitted());
      assertThat(even(found.raw())).as(found.toString()).isEqualTo(even(expected.raw()));
    }
    assertThat(Arrays.deepEquals(fragments(found), fragments(expected)))
        .as(found.toString())
        .isTrue();
  }

  private static List<String> tags(DataSet set) {
    return body(set).stream().map(attribute -> Tag.toString(attribute.tag())).toList();
  }

  private static List<Attribute> body(DataSet set) {
    return set.attributes().stream()
        .filter(attribute -> (attribute.tag() & 0xFFFF) != 0 && Tag.group(attribute.tag()) != 2)
        .toList();
  }

  private static byte[][] fragments(Attribute attribute) {
    return attribute.fragments().stream().map(Elements::even).toArray(byte[][]::new);
  }

  private static byte[] even(byte[] value) {
    return Arrays.copyOf(value, value.length + (value.length & 1));
  }
}
