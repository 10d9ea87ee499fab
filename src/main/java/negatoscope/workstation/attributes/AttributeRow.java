package negatoscope.workstation.attributes;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * One line of the table: an element, an item of a sequence, or a fact about a picture file.
 *
 * @param tag as {@code (0010,0010)}; {@code Item 1} of an item; empty for a fact
 * @param vr the value representation; empty where there is none
 * @param name in words
 * @param keyword the standard's; empty for private and unknown elements
 * @param length bytes of the value, or empty
 * @param multiplicity how many values, or empty
 * @param value on one line, shortened
 * @param whole gives the value at length, for people; may be slow
 * @param children items of a sequence, or elements of an item
 * @param searched what a search looks at, in lower case; empty for an item
 */
public record AttributeRow(
    String tag,
    String vr,
    String name,
    String keyword,
    String length,
    String multiplicity,
    String value,
    Supplier<String> whole,
    List<AttributeRow> children,
    String searched) {
  /** Copies the list. */
  public AttributeRow {
    children = List.copyOf(children);
  }

  /** An element. */
  static AttributeRow element(
      String tag,
      String vr,
      String name,
      String keyword,
      String length,
      String multiplicity,
      String value,
      Supplier<String> whole,
      List<AttributeRow> children) {
    String digits = tag.replace("(", "").replace(",", "").replace(")", "");
    String searched = String.join(" ", tag, digits, name, keyword, value).toLowerCase(Locale.ROOT);
    return new AttributeRow(
        tag, vr, name, keyword, length, multiplicity, value, whole, children, searched);
  }

  /** An item of a sequence, counted from 1. */
  static AttributeRow item(int number, List<AttributeRow> elements) {
    String size = elements.size() == 1 ? "1 element" : elements.size() + " elements";
    return new AttributeRow("Item " + number, "", "", "", "", "", size, () -> size, elements, "");
  }

  /** A fact about a picture file. */
  static AttributeRow fact(String name, String value) {
    return element("", "", name, "", "", "", value, () -> value, List.of());
  }

  /** Whether it stands for the elements below it only. */
  boolean isItem() {
    return searched.isEmpty();
  }

  /** The row in one line, its columns parted by tabs. */
  String line() {
    return isItem() ? tag : String.join("\t", tag, vr, keyword.isEmpty() ? name : keyword, value);
  }
}
