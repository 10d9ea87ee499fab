package negatoscope.workstation.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;

/** Turns a data set into rows. */
final class AttributeRows {
  /** Characters of a value that are kept for the table and the search. */
  private static final int SHOWN = 240;

  /** Values of a list that are shown at length. */
  private static final int MOST_VALUES = 20_000;

  /** Deeper than any file that means something. */
  private static final int MOST_LEVELS = 128;

  /** Before a capital that begins a word: {@code SOPInstanceUID}, {@code VOILUTSequence}. */
  private static final Pattern WORDS =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Z])(?=LUT)");

  private AttributeRows() {}

  /** The rows of a data set, in the order of their tags. */
  static List<AttributeRow> of(DataSet set) {
    return of(set, 0);
  }

  private static List<AttributeRow> of(DataSet set, int level) {
    List<AttributeRow> rows = new ArrayList<>();
    for (Attribute attribute : set.attributes()) {
      rows.add(row(set, attribute, level));
    }
    return rows;
  }

  private static AttributeRow row(DataSet set, Attribute attribute, int level) {
    boolean sequence = attribute.vr() == Vr.SQ;
    return AttributeRow.element(
        Tag.toString(attribute.tag()),
        attribute.vr().name(),
        name(set, attribute),
        attribute.keyword(),
        sequence ? "" : attribute.length() < 0 ? "open" : Long.toString(attribute.length()),
        multiplicity(attribute),
        shown(attribute),
        () -> whole(attribute),
        sequence && level < MOST_LEVELS ? items(attribute.items(), level) : List.of());
  }

  private static List<AttributeRow> items(List<DataSet> items, int level) {
    List<AttributeRow> rows = new ArrayList<>();
    for (DataSet item : items) {
      rows.add(AttributeRow.item(rows.size() + 1, of(item, level + 1)));
    }
    return rows;
  }

  private static String name(DataSet set, Attribute attribute) {
    int tag = attribute.tag();
    int element = tag & 0xFFFF;
    if (Tag.isPrivate(tag)) {
      if (element >= 0x10 && element <= 0xFF) {
        return "Private Creator";
      }
      String creator = set.text((tag & 0xFFFF0000) | (element >> 8));
      return creator.isEmpty() ? "Private" : "Private, " + creator;
    }
    if (!attribute.keyword().isEmpty()) {
      return words(attribute.keyword());
    }
    return element == 0 ? "Group Length" : "Unknown";
  }

  /** A keyword in words: {@code SOP Instance UID}. */
  static String words(String keyword) {
    return WORDS.matcher(keyword).replaceAll(" ");
  }

  private static String multiplicity(Attribute attribute) {
    Vr vr = attribute.vr();
    if (vr == Vr.SQ) {
      return Integer.toString(attribute.items().size());
    }
    if (attribute.length() == 0) {
      return "0";
    }
    boolean several = vr.hasSeveralValues() || vr.isInteger() || vr.isReal();
    return several && !attribute.isOmitted() ? Integer.toString(attribute.texts().size()) : "1";
  }

  private static String shown(Attribute attribute) {
    Vr vr = attribute.vr();
    boolean bytes = vr != Vr.SQ && !vr.isText() && !vr.isInteger() && !vr.isReal();
    return bytes && !attribute.isOmitted()
        ? BytesText.line(attribute.raw())
        : attribute.shown(SHOWN);
  }

  private static String whole(Attribute attribute) {
    Vr vr = attribute.vr();
    if (attribute.isOmitted()) {
      return attribute.length() < 0
          ? "Compressed pixels; their values stay in the file."
          : attribute.length() + " bytes that stay in the file.";
    }
    if (vr == Vr.SQ) {
      return attribute.shown(SHOWN);
    }
    if (!vr.isText() && !vr.isInteger() && !vr.isReal()) {
      return BytesText.lines(attribute.raw());
    }
    List<String> values = attribute.texts();
    String text = values.stream().limit(MOST_VALUES).collect(Collectors.joining("\\"));
    return values.size() > MOST_VALUES
        ? text + " … and " + (values.size() - MOST_VALUES) + " values more"
        : text;
  }
}
