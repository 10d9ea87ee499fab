package negatoscope.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The data elements of a file, or of an item of a sequence, by tag. Immutable. */
public final class DataSet {
  private static final Comparator<Attribute> BY_TAG =
      (a, b) -> Integer.compareUnsigned(a.tag(), b.tag());

  private final List<Attribute> attributes;

  private DataSet(List<Attribute> attributes) {
    this.attributes = attributes;
  }

  /** An empty data set to fill. */
  public static Builder builder() {
    return new Builder();
  }

  /** All elements in ascending order of their tags. */
  public List<Attribute> attributes() {
    return attributes;
  }

  /** One element, where it is there. */
  public Optional<Attribute> find(int tag) {
    int low = 0;
    int high = attributes.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Attribute attribute = attributes.get(middle);
      int order = Integer.compareUnsigned(attribute.tag(), tag);
      if (order == 0) {
        return Optional.of(attribute);
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return Optional.empty();
  }

  /** Whether an element is there, with or without a value. */
  public boolean has(int tag) {
    return find(tag).isPresent();
  }

  /** The first value as text; empty where there is none. */
  public String text(int tag) {
    return find(tag).map(Attribute::text).orElse("");
  }

  /** All values as text. */
  public List<String> texts(int tag) {
    return find(tag).map(Attribute::texts).orElse(List.of());
  }

  /** All values as numbers, NaN for those that are none. */
  public List<Double> numbers(int tag) {
    return find(tag).map(Attribute::numbers).orElse(List.of());
  }

  /** The first value as a number, where there is one. */
  public Optional<Double> number(int tag) {
    return find(tag).flatMap(Attribute::number);
  }

  /** The items of a sequence; none where it is absent. */
  public List<DataSet> items(int tag) {
    return find(tag).map(Attribute::items).orElse(List.of());
  }

  /** Fills a data set. Value representations come from the {@link Dictionary}. */
  public static final class Builder {
    private final List<Attribute> attributes = new ArrayList<>();
    private boolean beyondAscii;
    private boolean ascends = true;

    private Builder() {}

    /** An element as it is; it replaces one with the same tag. */
    public Builder put(Attribute attribute) {
      int last = attributes.size() - 1;
      ascends &= last < 0 || BY_TAG.compare(attributes.get(last), attribute) < 0;
      attributes.add(attribute);
      return this;
    }

    /** One of the elements so far. */
    public Optional<Attribute> find(int tag) {
      return attributes.stream().filter(one -> one.tag() == tag).reduce((first, last) -> last);
    }

    /** The tag of an element that was replaced by another, if there is one. */
    public Optional<Integer> findReplaced() {
      List<Attribute> sorted = ascends ? List.of() : sorted();
      for (int i = 1; i < sorted.size(); i++) {
        if (sorted.get(i).tag() == sorted.get(i - 1).tag()) {
          return Optional.of(sorted.get(i).tag());
        }
      }
      return Optional.empty();
    }

    /** Text values. */
    public Builder text(int tag, String... values) {
      String joined = String.join("\\", values);
      beyondAscii |= !StandardCharsets.US_ASCII.newEncoder().canEncode(joined);
      return put(Attribute.of(tag, vr(tag), CharacterSet.UTF_8.encode(joined), CharacterSet.UTF_8));
    }

    /** Whole numbers, as text or as binary numbers. */
    public Builder integers(int tag, long... values) {
      Vr vr = vr(tag);
      if (vr.isText()) {
        return text(tag, Arrays.stream(values).mapToObj(Long::toString).toArray(String[]::new));
      }
      ByteBuffer bytes =
          ByteBuffer.allocate(values.length * vr.size()).order(ByteOrder.LITTLE_ENDIAN);
      for (long value : values) {
        for (int i = 0; i < vr.size(); i++) {
          bytes.put((byte) (value >> (8 * i)));
        }
      }
      return put(Attribute.of(tag, vr, bytes.array(), CharacterSet.UTF_8));
    }

    /** Decimal numbers as text, each in at most 16 characters (PS3.5 section 6.2, DS). */
    public Builder decimals(int tag, double... values) {
      return text(tag, Arrays.stream(values).mapToObj(Builder::decimal).toArray(String[]::new));
    }

    /** Bytes, little endian, as OB, OW or another binary representation. */
    public Builder bytes(int tag, Vr vr, byte[] value) {
      return put(Attribute.of(tag, vr, value.clone(), CharacterSet.UTF_8));
    }

    /** A sequence. */
    public Builder items(int tag, DataSet... items) {
      return put(Attribute.sequence(tag, List.of(items)));
    }

    /** The data set; text beyond ASCII makes its character set UTF-8. */
    public DataSet build() {
      if (beyondAscii) {
        text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
      }
      if (ascends) {
        return new DataSet(List.copyOf(attributes));
      }
      List<Attribute> sorted = sorted();
      List<Attribute> last = new ArrayList<>(sorted.size());
      for (int i = 0; i < sorted.size(); i++) {
        if (i + 1 == sorted.size() || sorted.get(i).tag() != sorted.get(i + 1).tag()) {
          last.add(sorted.get(i));
        }
      }
      return new DataSet(List.copyOf(last));
    }

    private List<Attribute> sorted() {
      List<Attribute> sorted = new ArrayList<>(attributes);
      sorted.sort(BY_TAG);
      return sorted;
    }

    private static Vr vr(int tag) {
      return Dictionary.standard().vr(tag, false);
    }

    private static String decimal(double value) {
      String text =
          value == Math.rint(value) && Math.abs(value) < 1e15
              ? Long.toString((long) value)
              : Double.toString(value);
      return text.length() <= 16 ? text : String.format(Locale.ROOT, "%.9e", value);
    }
  }
}
