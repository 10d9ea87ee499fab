package negatoscope.command.film;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Tag;
import negatoscope.intake.Intake;
import negatoscope.task.Failure;

/**
 * What a file holds: its film, and, of a DICOM file, its header, which may be readable where the
 * film is not.
 *
 * @param film facts about the film, or the file's name alone
 * @param header of a DICOM file
 * @param refused why there is no film
 */
record FileFacts(Map<String, Object> film, Optional<DataSet> header, Optional<Failure> refused) {
  private static final int HEAD = 1024;
  private static final int SHOWN = 100;

  /** Looks into a file; never throws for what is wrong with it. */
  static FileFacts of(Path file, Intake intake, DicomToolkit dicom) {
    Optional<DataSet> header = header(file, dicom);
    try {
      return new FileFacts(FilmFacts.of(file, intake.openFirst(file)), header, Optional.empty());
    } catch (Failure e) {
      return new FileFacts(Map.of("file", file.toString()), header, Optional.of(e));
    }
  }

  private static Optional<DataSet> header(Path file, DicomToolkit dicom) {
    try (InputStream in = Files.newInputStream(file)) {
      return dicom.likeness(in.readNBytes(HEAD)) == DicomToolkit.Likeness.NONE
          ? Optional.empty()
          : Optional.of(dicom.read(file));
    } catch (IOException | Failure e) {
      // The intake says what is wrong with the file.
      return Optional.empty();
    }
  }

  /** The header's elements, as values that can be written as JSON. */
  List<Object> attributes() {
    return header.map(FileFacts::values).orElse(List.of());
  }

  private static List<Object> values(DataSet dataSet) {
    return dataSet.attributes().stream().map(FileFacts::value).toList();
  }

  private static Object value(Attribute attribute) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("tag", Tag.toString(attribute.tag()));
    value.put("vr", attribute.vr().name());
    value.put("keyword", attribute.keyword());
    if (attribute.items().isEmpty()) {
      List<String> texts = attribute.texts();
      value.put("value", texts.isEmpty() ? List.of(attribute.shown(SHOWN)) : texts);
    } else {
      value.put("items", attribute.items().stream().map(FileFacts::values).toList());
    }
    return value;
  }

  /** The header's elements, a line each, items of sequences indented below them. */
  String listing() {
    StringBuilder text = new StringBuilder();
    header.ifPresent(dataSet -> list(dataSet, "", text));
    return text.toString();
  }

  private static void list(DataSet dataSet, String indent, StringBuilder text) {
    for (Attribute attribute : dataSet.attributes()) {
      String line =
          "%s%s %s %-32s %s"
              .formatted(
                  indent,
                  Tag.toString(attribute.tag()),
                  attribute.vr(),
                  attribute.keyword(),
                  attribute.shown(SHOWN));
      text.append(line.stripTrailing()).append(System.lineSeparator());
      attribute.items().forEach(item -> list(item, indent + "    ", text));
    }
  }
}
