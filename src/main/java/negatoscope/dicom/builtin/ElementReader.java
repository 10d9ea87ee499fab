package negatoscope.dicom.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.CharacterSet;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Dictionary;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;
import negatoscope.film.FilmException;

/**
 * Reads data elements (PS3.5 section 7): explicit or implicit VR, sequences of given and of open
 * length.
 */
final class ElementReader {
  private static final long OPEN = ElementHeader.OPEN;

  /** Deeper nesting than any real file has. */
  private static final int MOST_LEVELS = 64;

  /** Larger values in the header are left in the file. */
  private static final long MOST_BYTES = 1 << 24;

  private final ElementInput in;
  private final Reach reach;
  private final Budget budget;
  private final Repairs repairs;
  private Optional<PixelPlace> pixels = Optional.empty();

  ElementReader(ElementInput in, Reach reach, Budget budget, Repairs repairs) {
    this.in = in;
    this.reach = reach;
    this.budget = budget;
    this.repairs = repairs;
  }

  /** Where Pixel Data stood in the data set, once that is read with {@link Reach#PLACES}. */
  Optional<PixelPlace> pixels() {
    return pixels;
  }

  /** Reads the elements of group 0002, which should be explicit (PS3.10 section 7.1). */
  void meta(DataSet.Builder set) {
    byte[] start = in.peek(6);
    Context context = context(start.length < 6 || Vr.names(start[4], start[5]));
    while (nextGroup() == 2) {
      set.put(value(in.tag(), context));
    }
  }

  /**
   * Reads the data set to its end, or up to Pixel Data. What follows the pixels and is no element
   * is left out.
   */
  void dataSet(DataSet.Builder set, boolean explicit) {
    Context context = context(explicit);
    boolean hasPixels = false;
    while (!in.atEnd()) {
      try {
        int tag = in.tag();
        boolean isPixels = tag == Tag.PIXEL_DATA;
        if (isPixels && reach != Reach.WHOLE) {
          set.put(pixelData(context));
          if (reach == Reach.HEADER) {
            return;
          }
        } else {
          Attribute attribute = value(tag, context);
          context = context.after(attribute);
          if (tag != Tag.DATA_SET_TRAILING_PADDING) {
            set.put(attribute);
          }
        }
        hasPixels |= isPixels;
      } catch (FilmException e) {
        if (!hasPixels) {
          throw e;
        }
        repairs.header("What follows the picture in the file is no DICOM and was left out.");
        return;
      }
    }
  }

  /** The elements of a data set that is a value itself. */
  private List<DataSet> within(byte[] value, Context context) {
    ElementReader reader = new ElementReader(in.within(value), reach, budget, repairs);
    return reader.items(context.implicit().endingAt(value.length), value.length);
  }

  private Context context(boolean explicit) {
    return new Context(0, explicit, CharacterSet.DEFAULT, false, in.position() + in.remaining());
  }

  private Attribute pixelData(Context context) {
    ElementHeader header = ElementHeader.read(in, context.explicit(), Vr.OW);
    Vr vr = header.vr();
    long length = header.length();
    long at = in.position();
    if (reach == Reach.PLACES) {
      if (length == OPEN) {
        Fragments fragments = new Fragments();
        FragmentReader.of(in, Tag.PIXEL_DATA, repairs)
            .each(
                (first, bytes) -> {
                  budget.element();
                  if (first) {
                    byte[] table = in.bytes(bytes);
                    fragments.table(table, in.position());
                  } else {
                    fragments.add(in.position(), bytes);
                    in.skip(bytes);
                  }
                });
        pixels = Optional.of(new PixelPlace(vr, at, 0, Optional.of(fragments)));
      } else {
        in.skipForNow(Math.min(length, in.remaining()));
        pixels = Optional.of(new PixelPlace(vr, at, length, Optional.empty()));
      }
    }
    return Attribute.omitted(Tag.PIXEL_DATA, vr, length == OPEN ? -1 : length);
  }

  private DataSet item(Context outer, boolean open) {
    DataSet.Builder set = DataSet.builder();
    Context context = outer;
    while (open || in.position() < context.end()) {
      int tag = in.tag();
      if (open && tag == Tag.ITEM_DELIMITATION) {
        in.u32();
        break;
      }
      Attribute attribute = value(tag, context);
      set.put(attribute);
      context = context.after(attribute);
    }
    return set.build();
  }

  /** The rest of an element whose tag was read. */
  private Attribute value(int tag, Context context) {
    if (Tag.group(tag) == 0xFFFE) {
      throw in.badHeader("an item stands outside any sequence");
    }
    budget.element();
    Vr known = Dictionary.standard().vr(tag, context.signed());
    ElementHeader header = ElementHeader.read(in, context.explicit(), known);
    Vr vr = header.vr();
    long length = header.length();
    if (length != OPEN) {
      checkFits(tag, length, context.end());
    }
    if (vr == Vr.SQ) {
      return Attribute.sequence(tag, items(context, length));
    }
    if (length == OPEN) {
      return open(tag, vr, context);
    }
    if ((length & 1) == 1) {
      repairs.header("A value in the header has an odd length; it was read as it stands.");
    }
    boolean omits = reach != Reach.WHOLE && (length > MOST_BYTES || !budget.has(length));
    if (omits) {
      in.skip(length);
      return Attribute.omitted(tag, vr, length);
    }
    budget.value(length);
    byte[] bytes = in.bytes(length);
    if (in.isBigEndian()) {
      BigEndian.swap(bytes, vr);
    }
    if (vr == Vr.UN && known == Vr.SQ) {
      return unknownSequence(tag, bytes, context);
    }
    return Attribute.of(tag, vr == Vr.UN ? known : vr, bytes, context.charset());
  }

  private void checkFits(int tag, long length, long end) {
    if (length > end - in.position()) {
      if (length > in.remaining()) {
        throw in.truncated();
      }
      throw in.badHeader(Tag.toString(tag) + " is longer than the item that it is in");
    }
  }

  /** A sequence that a program wrote without knowing that it is one (PS3.5 section 6.2.2). */
  private Attribute unknownSequence(int tag, byte[] bytes, Context context) {
    try {
      return Attribute.sequence(tag, within(bytes, context));
    } catch (FilmException e) {
      return Attribute.of(tag, Vr.UN, bytes, context.charset());
    }
  }

  /** A value of open length that is no sequence: UN holds implicit items, OB and OW fragments. */
  private Attribute open(int tag, Vr vr, Context context) {
    if (vr == Vr.UN) {
      boolean big = in.isBigEndian();
      in.bigEndian(false);
      List<DataSet> items = items(context.implicit(), OPEN);
      in.bigEndian(big);
      return Attribute.sequence(tag, items);
    }
    if (vr != Vr.OB && vr != Vr.OW) {
      throw in.badHeader(Tag.toString(tag) + " of kind " + vr + " has no length");
    }
    List<byte[]> fragments = new ArrayList<>();
    FragmentReader.of(in, tag, repairs)
        .each(
            (first, length) -> {
              budget.element();
              if (reach == Reach.WHOLE) {
                budget.value(length);
                fragments.add(in.bytes(length));
              } else {
                in.skip(length);
              }
            });
    return reach == Reach.WHOLE
        ? Attribute.encapsulated(tag, vr, fragments)
        : Attribute.omitted(tag, vr, -1);
  }

  private List<DataSet> items(Context context, long length) {
    if (context.level() >= MOST_LEVELS) {
      throw in.badHeader("sequences are nested more than " + MOST_LEVELS + " deep");
    }
    List<DataSet> items = new ArrayList<>();
    long end = length == OPEN ? context.end() : in.position() + length;
    Context inner = context.inside(end);
    while (length == OPEN || in.position() < end) {
      int tag = in.tag();
      long itemLength = in.u32();
      if (tag == Tag.SEQUENCE_DELIMITATION) {
        break;
      }
      if (tag != Tag.ITEM) {
        throw in.badHeader("%s stands where an item should".formatted(Tag.toString(tag)));
      }
      budget.element();
      boolean open = itemLength == OPEN;
      if (!open) {
        checkFits(tag, itemLength, end);
      }
      items.add(item(inner.endingAt(open ? end : in.position() + itemLength), open));
    }
    return items;
  }

  private int nextGroup() {
    byte[] next = in.peek(2);
    return next.length < 2 ? -1 : (next[0] & 0xFF) | (next[1] & 0xFF) << 8;
  }
}
