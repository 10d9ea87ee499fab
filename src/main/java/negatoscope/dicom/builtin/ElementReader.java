package negatoscope.dicom.builtin;

import java.util.ArrayList;
import java.util.List;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.CharacterSet;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Dictionary;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;

/**
 * Reads data elements (PS3.5 section 7) up to Pixel Data: explicit or implicit VR, sequences of
 * given and of open length.
 */
final class ElementReader {
  private static final long OPEN = 0xFFFFFFFFL;

  /** Deeper nesting than any real file has. */
  private static final int MOST_LEVELS = 64;

  /** Larger values in the header are left in the file. */
  private static final long MOST_BYTES = 1 << 24;

  /** What items inherit from the data set around them. */
  private record Context(int level, CharacterSet charset, boolean signed) {}

  private final ElementInput in;

  ElementReader(ElementInput in) {
    this.in = in;
  }

  /**
   * Reads the elements of group 0002.
   *
   * @return what was there, maybe nothing
   */
  DataSet.Builder meta() {
    DataSet.Builder meta = DataSet.builder();
    Context context = new Context(0, CharacterSet.DEFAULT, false);
    while (nextGroup() == 2) {
      int tag = in.tag();
      meta.put(value(tag, true, context, in.position() + in.remaining()));
    }
    return meta;
  }

  /**
   * Reads the data set into the builder up to the pixels, or to the end of the file where there are
   * none. The value of Pixel Data is next to be read then, and its attribute says how long it is.
   */
  DataSet.Builder dataSet(DataSet.Builder set, boolean explicit) {
    Context context = new Context(0, CharacterSet.DEFAULT, false);
    long end = in.position() + in.remaining();
    while (in.position() < end) {
      int tag = in.tag();
      if (tag == Tag.PIXEL_DATA) {
        Vr vr = explicit ? explicitVr() : Vr.OW;
        long length = explicit ? explicitLength(vr) : in.u32();
        return set.put(Attribute.omitted(tag, vr, length == OPEN ? -1 : length));
      }
      Attribute attribute = value(tag, explicit, context, end);
      set.put(attribute);
      context = after(attribute, context);
    }
    return set;
  }

  private DataSet item(boolean explicit, Context outer, long end, boolean open) {
    DataSet.Builder set = DataSet.builder();
    Context context = outer;
    while (open || in.position() < end) {
      int tag = in.tag();
      if (open && tag == Tag.ITEM_DELIMITATION) {
        in.u32();
        break;
      }
      Attribute attribute = value(tag, explicit, context, end);
      set.put(attribute);
      context = after(attribute, context);
    }
    return set.build();
  }

  private static Context after(Attribute attribute, Context context) {
    if (attribute.tag() == Tag.SPECIFIC_CHARACTER_SET) {
      return new Context(context.level, CharacterSet.of(attribute.texts()), context.signed);
    }
    if (attribute.tag() == Tag.PIXEL_REPRESENTATION) {
      return new Context(context.level, context.charset, attribute.text().equals("1"));
    }
    return context;
  }

  /** The rest of an element whose tag was read. */
  private Attribute value(int tag, boolean explicit, Context context, long end) {
    if (Tag.group(tag) == 0xFFFE) {
      throw in.badHeader("an item stands outside any sequence");
    }
    Vr known = Dictionary.standard().vr(tag, context.signed);
    Vr vr = explicit ? explicitVr() : known;
    long length = explicit ? explicitLength(vr) : in.u32();
    if (length != OPEN && length > end - in.position()) {
      if (length > in.remaining()) {
        throw in.truncated();
      }
      throw in.badHeader(Tag.toString(tag) + " is longer than the item that it is in");
    }
    if (vr == Vr.SQ) {
      return Attribute.sequence(tag, items(explicit, context, length, end));
    }
    if (length == OPEN) {
      return open(tag, vr, context, end);
    }
    if (length > MOST_BYTES) {
      in.skip(length);
      return Attribute.omitted(tag, vr, length);
    }
    Vr better = vr == Vr.UN && known != Vr.SQ ? known : vr;
    return Attribute.of(tag, better, in.bytes(length), context.charset);
  }

  /** A value of open length that is no sequence: UN holds implicit items, OB and OW fragments. */
  private Attribute open(int tag, Vr vr, Context context, long end) {
    if (vr == Vr.UN) {
      return Attribute.sequence(tag, items(false, context, OPEN, end));
    }
    if (vr != Vr.OB && vr != Vr.OW) {
      throw in.badHeader(Tag.toString(tag) + " of kind " + vr + " has no length");
    }
    while (true) {
      int next = in.tag();
      long length = in.u32();
      if (next == Tag.SEQUENCE_DELIMITATION) {
        return Attribute.omitted(tag, vr, -1);
      }
      if (next != Tag.ITEM) {
        throw in.badHeader("a fragment of " + Tag.toString(tag) + " is missing");
      }
      in.skip(length);
    }
  }

  private List<DataSet> items(boolean explicit, Context context, long length, long outerEnd) {
    if (context.level >= MOST_LEVELS) {
      throw in.badHeader("sequences are nested more than " + MOST_LEVELS + " deep");
    }
    Context inner = new Context(context.level + 1, context.charset, context.signed);
    List<DataSet> items = new ArrayList<>();
    long end = length == OPEN ? outerEnd : in.position() + length;
    while (length == OPEN || in.position() < end) {
      int tag = in.tag();
      long itemLength = in.u32();
      if (tag == Tag.SEQUENCE_DELIMITATION) {
        break;
      }
      if (tag != Tag.ITEM) {
        throw in.badHeader("%s stands where an item should".formatted(Tag.toString(tag)));
      }
      boolean open = itemLength == OPEN;
      if (!open && itemLength > end - in.position()) {
        if (itemLength > in.remaining()) {
          throw in.truncated();
        }
        throw in.badHeader("an item is longer than its sequence");
      }
      items.add(item(explicit, inner, open ? end : in.position() + itemLength, open));
    }
    return items;
  }

  private Vr explicitVr() {
    int first = in.u8();
    int second = in.u8();
    boolean letters = first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
    if (!letters) {
      throw in.badHeader("the kind of a value is not two letters");
    }
    return Vr.of(first, second);
  }

  /** Kinds that the standard may add later have a long length too (PS3.5 section 7.1.2). */
  private long explicitLength(Vr vr) {
    if (vr.hasLongLength()) {
      in.skip(2);
      return in.u32();
    }
    return in.u16();
  }

  private int nextGroup() {
    byte[] next = in.peek(2);
    return next.length < 2 ? -1 : (next[0] & 0xFF) | (next[1] & 0xFF) << 8;
  }
}
