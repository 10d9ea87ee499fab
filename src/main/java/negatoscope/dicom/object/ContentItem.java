package negatoscope.dicom.object;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;

/**
 * A node of a report's content tree (PS3.3 C.17.3).
 *
 * @param relation how it belongs to the node above it; none for the root
 * @param valueType CONTAINER, TEXT, CODE, NUM, UIDREF or IMAGE
 * @param name what is said; an image of the library has none
 * @param value fills in the value
 * @param children what belongs to it, in order
 */
record ContentItem(
    Optional<Relation> relation,
    String valueType,
    Optional<Code> name,
    Consumer<DataSet.Builder> value,
    List<ContentItem> children) {

  /** Relationship Type. */
  enum Relation {
    CONTAINS("CONTAINS"),
    CONCEPT("HAS CONCEPT MOD"),
    OBSERVATION("HAS OBS CONTEXT"),
    ACQUISITION("HAS ACQ CONTEXT"),
    INFERRED("INFERRED FROM");

    private final String term;

    Relation(String term) {
      this.term = term;
    }
  }

  /** The root, by a template of the DICOM Content Mapping Resource. */
  static ContentItem root(Code title, String template, ContentItem... children) {
    return container(Optional.empty(), title, Optional.of(template), children);
  }

  static ContentItem container(Code name, Optional<String> template, ContentItem... children) {
    return container(Optional.of(Relation.CONTAINS), name, template, children);
  }

  private static ContentItem container(
      Optional<Relation> relation, Code name, Optional<String> template, ContentItem... children) {
    return new ContentItem(
        relation,
        "CONTAINER",
        Optional.of(name),
        item -> {
          item.text(Tag.CONTINUITY_OF_CONTENT, "SEPARATE");
          template.ifPresent(
              id ->
                  item.items(
                      Tag.CONTENT_TEMPLATE_SEQUENCE,
                      DataSet.builder()
                          .text(Tag.MAPPING_RESOURCE, "DCMR")
                          .text(Tag.TEMPLATE_IDENTIFIER, id)
                          .build()));
        },
        Arrays.asList(children));
  }

  static ContentItem text(Relation relation, Code name, String text) {
    return leaf(relation, "TEXT", name, item -> item.text(Tag.TEXT_VALUE, text));
  }

  static ContentItem code(Relation relation, Code name, Code code) {
    return leaf(relation, "CODE", name, item -> item.items(Tag.CONCEPT_CODE_SEQUENCE, code.item()));
  }

  static ContentItem uid(Relation relation, Code name, String uid) {
    return leaf(relation, "UIDREF", name, item -> item.text(Tag.UID, uid));
  }

  /** A measured value; more than 16 characters are rounded to ten digits. */
  static ContentItem number(Relation relation, Code name, double number, Code unit) {
    DataSet measured =
        DataSet.builder()
            .decimals(Tag.NUMERIC_VALUE, number)
            .items(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, unit.item())
            .build();
    return leaf(relation, "NUM", name, item -> item.items(Tag.MEASURED_VALUE_SEQUENCE, measured));
  }

  static ContentItem image(Relation relation, Optional<Code> name, Reference image) {
    return new ContentItem(
        Optional.of(relation),
        "IMAGE",
        name,
        item -> item.items(Tag.REFERENCED_SOP_SEQUENCE, image.image()),
        List.of());
  }

  private static ContentItem leaf(
      Relation relation, String valueType, Code name, Consumer<DataSet.Builder> value) {
    return new ContentItem(Optional.of(relation), valueType, Optional.of(name), value, List.of());
  }

  /** The same with other children. */
  ContentItem with(List<ContentItem> others) {
    return new ContentItem(relation, valueType, name, value, List.copyOf(others));
  }

  /** As the item of a Content Sequence, or, of the root, as a part of the object. */
  DataSet dataSet() {
    DataSet.Builder item = DataSet.builder();
    relation.ifPresent(one -> item.text(Tag.RELATIONSHIP_TYPE, one.term));
    item.text(Tag.VALUE_TYPE, valueType);
    name.ifPresent(code -> item.items(Tag.CONCEPT_NAME_CODE_SEQUENCE, code.item()));
    value.accept(item);
    if (!children.isEmpty()) {
      item.items(
          Tag.CONTENT_SEQUENCE,
          children.stream().map(ContentItem::dataSet).toArray(DataSet[]::new));
    }
    return Texts.item(item);
  }
}
