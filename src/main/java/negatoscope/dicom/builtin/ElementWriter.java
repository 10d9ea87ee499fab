package negatoscope.dicom.builtin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;

/**
 * Writes data elements as Explicit VR Little Endian (PS3.5 section 7.1), sequences with lengths.
 */
final class ElementWriter {
  private static final long OPEN = 0xFFFFFFFFL;
  private static final int MOST_SHORT = 0xFFFF;

  private final OutputStream out;

  ElementWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Looks for values that are not there.
   *
   * @throws IllegalArgumentException naming the element
   */
  static void checkComplete(DataSet set) {
    for (Attribute attribute : set.attributes()) {
      if (attribute.isOmitted()) {
        throw new IllegalArgumentException(attribute + " was not read and cannot be written");
      }
      attribute.items().forEach(ElementWriter::checkComplete);
    }
  }

  /** Bytes that elements take. */
  static long length(Collection<Attribute> attributes) {
    return attributes.stream()
        .filter(ElementWriter::isWritten)
        .mapToLong(ElementWriter::length)
        .sum();
  }

  /** The group length of the meta header. */
  void metaLength(long length) throws IOException {
    tag(Tag.FILE_META_INFORMATION_GROUP_LENGTH);
    letters(Vr.UL.name());
    u16(4);
    u32(length);
  }

  /** Elements in their order; group lengths are left out. */
  void elements(Collection<Attribute> attributes) throws IOException {
    for (Attribute attribute : attributes) {
      if (isWritten(attribute)) {
        element(attribute);
      }
    }
  }

  private void element(Attribute attribute) throws IOException {
    boolean encapsulated = !attribute.fragments().isEmpty();
    long length = valueLength(attribute);
    tag(attribute.tag());
    if (hasLongLength(attribute, length)) {
      // A short form that cannot hold the length becomes UN (PS3.5 section 6.2.2).
      letters(attribute.vr().hasLongLength() ? attribute.vr().name() : Vr.UN.name());
      u16(0);
      u32(encapsulated ? OPEN : length);
    } else {
      letters(attribute.vr().name());
      u16((int) length);
    }
    for (DataSet item : attribute.items()) {
      tag(Tag.ITEM);
      u32(length(item.attributes()));
      elements(item.attributes());
    }
    for (byte[] fragment : attribute.fragments()) {
      tag(Tag.ITEM);
      u32(even(fragment.length));
      padded(fragment, (byte) 0);
    }
    if (encapsulated) {
      tag(Tag.SEQUENCE_DELIMITATION);
      u32(0);
    }
    padded(attribute.raw(), attribute.vr().padding());
  }

  private static boolean isWritten(Attribute attribute) {
    return (attribute.tag() & 0xFFFF) != 0;
  }

  private static boolean hasLongLength(Attribute attribute, long length) {
    return attribute.vr().hasLongLength() || length > MOST_SHORT;
  }

  private static long length(Attribute attribute) {
    long length = valueLength(attribute);
    return (hasLongLength(attribute, length) ? 12 : 8) + length;
  }

  private static long valueLength(Attribute attribute) {
    long items = attribute.items().stream().mapToLong(item -> 8 + length(item.attributes())).sum();
    long fragments = attribute.fragments().stream().mapToLong(one -> 8 + even(one.length)).sum();
    return items + fragments + (fragments > 0 ? 8 : 0) + even(attribute.raw().length);
  }

  private static long even(int length) {
    return length + (length & 1L);
  }

  private void padded(byte[] value, byte padding) throws IOException {
    out.write(value);
    if ((value.length & 1) == 1) {
      out.write(padding);
    }
  }

  private void letters(String vr) throws IOException {
    out.write(vr.getBytes(StandardCharsets.US_ASCII));
  }

  private void tag(int tag) throws IOException {
    u16(Tag.group(tag));
    u16(tag & 0xFFFF);
  }

  private void u16(int value) throws IOException {
    out.write(value);
    out.write(value >> 8);
  }

  private void u32(long value) throws IOException {
    u16((int) value);
    u16((int) (value >> 16));
  }
}
