package negatoscope.dicom.dcm4che;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.CharacterSet;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Dictionary;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.BulkData;
import org.dcm4che3.data.Fragments;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.VR;

/**
 * Turns dcm4che's data sets into the port's, and back. The bytes of values stay as they are, but
 * for their order: the port keeps them little endian.
 */
final class Elements {
  private Elements() {}

  /** The elements of a data set and its items, text in the character set that they say. */
  static DataSet of(Attributes attributes) {
    return of(attributes, CharacterSet.DEFAULT, false);
  }

  private static DataSet of(Attributes attributes, CharacterSet outer, boolean outerSigned) {
    DataSet.Builder set = DataSet.builder();
    CharacterSet charset = outer;
    boolean signed = outerSigned;
    for (int tag : attributes.tags()) {
      Attribute attribute = attribute(attributes, tag, charset, signed);
      set.put(attribute);
      if (tag == Tag.SPECIFIC_CHARACTER_SET) {
        charset = CharacterSet.of(attribute.texts());
      } else if (tag == Tag.PIXEL_REPRESENTATION) {
        signed = attribute.text().equals("1");
      }
    }
    return set.build();
  }

  private static Attribute attribute(
      Attributes attributes, int tag, CharacterSet charset, boolean signed) {
    VR found = attributes.getVR(tag);
    Vr vr = Vr.valueOf(found.name());
    Object value = attributes.getValue(tag);
    if (value instanceof Sequence sequence) {
      List<DataSet> items = new ArrayList<>();
      for (Attributes item : sequence) {
        items.add(of(item, charset, signed));
      }
      return Attribute.sequence(tag, items);
    }
    if (vr == Vr.SQ) {
      return Attribute.sequence(tag, List.of());
    }
    if (value instanceof Fragments fragments) {
      return fragments(tag, vr, fragments);
    }
    if (value instanceof BulkData left) {
      return Attribute.omitted(tag, vr, left.length());
    }
    Vr known = Dictionary.standard().vr(tag, signed);
    Vr better = vr == Vr.UN && known != Vr.SQ ? known : vr;
    return Attribute.of(tag, better, bytes(attributes, tag, found), charset);
  }

  /** Compressed pixels; where only their places were wanted, all fragments are empty. */
  private static Attribute fragments(int tag, Vr vr, Fragments fragments) {
    boolean omitted = fragments.stream().noneMatch(byte[].class::isInstance);
    return omitted
        ? Attribute.omitted(tag, vr, -1)
        : Attribute.encapsulated(
            tag,
            vr,
            fragments.stream()
                .map(piece -> piece instanceof byte[] bytes ? bytes : new byte[0])
                .toList());
  }

  private static byte[] bytes(Attributes attributes, int tag, VR vr) {
    try {
      byte[] bytes = attributes.getBytes(tag);
      if (bytes == null) {
        return new byte[0];
      }
      return attributes.bigEndian() ? vr.toggleEndian(bytes, true) : bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The other way round, without the meta header.
   *
   * @throws IllegalArgumentException where a value was left in the file that it was read from
   */
  static Attributes of(DataSet set) {
    Attributes attributes = new Attributes(set.attributes().size());
    for (Attribute attribute : set.attributes()) {
      if (Tag.group(attribute.tag()) != 2) {
        put(attributes, attribute);
      }
    }
    return attributes;
  }

  private static void put(Attributes attributes, Attribute attribute) {
    VR vr = VR.valueOf(attribute.vr().name());
    if (attribute.isOmitted()) {
      throw new IllegalArgumentException(attribute + " was not read and cannot be written");
    }
    if (!attribute.fragments().isEmpty()) {
      attributes
          .newFragments(attribute.tag(), vr, attribute.fragments().size())
          .addAll(attribute.fragments());
      return;
    }
    if (attribute.vr() != Vr.SQ) {
      attributes.setBytes(attribute.tag(), vr, attribute.raw());
      return;
    }
    Sequence items = attributes.newSequence(attribute.tag(), attribute.items().size());
    for (DataSet item : attribute.items()) {
      items.add(of(item));
    }
  }
}
