package negatoscope.dicom.object;

import java.util.List;
import java.util.stream.Collectors;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;

/** A report as text, a line a content item. */
final class ContentTree {
  private ContentTree() {}

  /** The whole tree; what belongs to an item stands below it, two spaces further in. */
  static String of(DataSet report) {
    StringBuilder lines = new StringBuilder();
    write(report, "", lines);
    return lines.toString();
  }

  private static void write(DataSet item, String indent, StringBuilder lines) {
    String relation = item.text(Tag.RELATIONSHIP_TYPE);
    lines.append(indent).append(relation).append(relation.isEmpty() ? "" : " ");
    lines.append(item.text(Tag.VALUE_TYPE)).append(codes(item, Tag.CONCEPT_NAME_CODE_SEQUENCE));
    String value = value(item);
    lines.append(value.isEmpty() ? "" : " = ").append(value).append('\n');
    item.items(Tag.CONTENT_SEQUENCE).forEach(child -> write(child, indent + "  ", lines));
  }

  private static String value(DataSet item) {
    return switch (item.text(Tag.VALUE_TYPE)) {
      case "TEXT" -> item.text(Tag.TEXT_VALUE);
      case "CODE" -> codes(item, Tag.CONCEPT_CODE_SEQUENCE).strip();
      case "UIDREF" -> item.text(Tag.UID);
      case "NUM" -> number(item.items(Tag.MEASURED_VALUE_SEQUENCE).get(0));
      case "IMAGE" -> image(item.items(Tag.REFERENCED_SOP_SEQUENCE).get(0));
      default ->
          item.items(Tag.CONTENT_TEMPLATE_SEQUENCE).stream()
              .map(one -> "TID " + one.text(Tag.TEMPLATE_IDENTIFIER))
              .collect(Collectors.joining());
    };
  }

  private static String number(DataSet measured) {
    return measured.text(Tag.NUMERIC_VALUE) + codes(measured, Tag.MEASUREMENT_UNITS_CODE_SEQUENCE);
  }

  private static String image(DataSet referenced) {
    List<String> frames = referenced.texts(Tag.REFERENCED_FRAME_NUMBER);
    return referenced.text(Tag.REFERENCED_SOP_CLASS_UID)
        + " "
        + referenced.text(Tag.REFERENCED_SOP_INSTANCE_UID)
        + (frames.isEmpty() ? "" : " frame " + String.join(",", frames));
  }

  private static String codes(DataSet item, int tag) {
    return item.items(tag).stream()
        .map(
            code ->
                " (%s, %s, %s)"
                    .formatted(
                        code.text(Tag.CODE_VALUE) + code.text(Tag.LONG_CODE_VALUE),
                        code.text(Tag.CODING_SCHEME_DESIGNATOR),
                        code.text(Tag.CODE_MEANING)))
        .collect(Collectors.joining());
  }
}
