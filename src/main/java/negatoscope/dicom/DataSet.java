package negatoscope.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The data elements of a file, or of an item of a sequence, by tag. Immutable. */
public final class DataSet {
  private final SortedMap<Integer, Attribute> attributes;

  private DataSet(SortedMap<Integer, Attribute> attributes) {
    this.attributes = attributes;
  }

  /** An empty data set to fill. */
  public static Builder builder() {
    return new Builder();
  }

  /** All elements in ascending order of their tags. */
  public Collection<Attribute> attributes() {
    return Collections.unmodifiableCollection(attributes.values());
  }

  /** One element, where it is there. */
  public Optional<Attribute> find(int tag) {
    return Optional.ofNullable(attributes.get(tag));
  }

  /** Whether an element is there, with or without a value. */
  public boolean has(int tag) {
    return attributes.containsKey(tag);
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
    return numbers(tag).stream().findFirst();
  }

  /** The items of a sequence; none where it is absent. */
  public List<DataSet> items(int tag) {
    return find(tag).map(Attribute::items).orElse(List.of());
  }

  /** Fills a data set. Value representations come from the {@link Dictionary}. */
  public static final class Builder {
    private final TreeMap<Integer, Attribute> attributes = new TreeMap<>(Integer::compareUnsigned);
    private boolean beyondAscii;

    private Builder() {}

    /** An element as it is. */
    public Builder put(Attribute attribute) {
      attributes.put(attribute.tag(), attribute);
      return this;
    }

    /** One of the elements so far. */
    public Optional<Attribute> find(int tag) {
      return Optional.ofNullable(attributes.get(tag));
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
      return new DataSet(new TreeMap<>(attributes));
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
