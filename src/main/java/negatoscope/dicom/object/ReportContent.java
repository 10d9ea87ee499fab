package negatoscope.dicom.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import negatoscope.dicom.Tag;
import negatoscope.dicom.object.ContentItem.Relation;

/**
 * The content tree of a report: TID 1500 with the language (1204), the program as observer (1001,
 * 1002, 1004), the film (1600, 1601, 1602), the model (4019), and a group for each class (1501,
 * 300) of PS3.16.
 *
 * @param subject the film
 * @param maker the program
 * @param answer what was said of it
 * @param shown which heat map there is a picture of
 */
record ReportContent(Subject subject, Maker maker, Answer answer, Optional<Explanation> shown) {
  /** Of acquisition modalities whose films are opened often (CID 29). */
  private static final Map<String, String> MODALITIES =
      Map.of(
          "CR", "Computed Radiography",
          "DX", "Digital Radiography",
          "RG", "Radiographic imaging",
          "RF", "Radiofluoroscopy",
          "CT", "Computed Tomography");

  /** The whole. */
  ContentItem root() {
    List<ContentItem> items = new ArrayList<>();
    items.add(ContentItem.code(Relation.CONCEPT, Concepts.LANGUAGE, Concepts.ENGLISH));
    items.addAll(observer());
    items.add(ContentItem.code(Relation.CONCEPT, Concepts.PROCEDURE, Concepts.CHEST_RADIOGRAPH));
    items.add(library());
    items.add(measurements());
    items.add(comment(Maker.USE + ". Computed by a program, read by nobody. Not for diagnosis."));
    answer.warnings().forEach(warning -> items.add(comment(warning)));
    return ContentItem.root(Concepts.REPORT, "1500").with(items);
  }

  private List<ContentItem> observer() {
    return List.of(
        ContentItem.code(Relation.OBSERVATION, Concepts.OBSERVER_TYPE, Concepts.DEVICE),
        ContentItem.uid(Relation.OBSERVATION, Concepts.DEVICE_UID, maker.deviceUid()),
        observed(Concepts.DEVICE_NAME, Maker.NAME),
        observed(Concepts.DEVICE_MANUFACTURER, Maker.NAME),
        observed(Concepts.DEVICE_MODEL, Maker.NAME + " " + maker.version()));
  }

  private ContentItem library() {
    List<ContentItem> facts = new ArrayList<>();
    String modality = subject.image().text(Tag.MODALITY);
    String meaning = MODALITIES.getOrDefault(modality, "");
    if (!meaning.isEmpty()) {
      facts.add(
          ContentItem.code(Relation.ACQUISITION, Concepts.MODALITY, Code.dcm(modality, meaning)));
    }
    facts.add(ContentItem.code(Relation.ACQUISITION, Concepts.TARGET_REGION, Concepts.CHEST));
    ContentItem film =
        ContentItem.image(Relation.CONTAINS, Optional.empty(), subject.film()).with(facts);
    return ContentItem.container(
        Concepts.IMAGE_LIBRARY,
        Optional.of("1600"),
        ContentItem.container(Concepts.IMAGE_LIBRARY_GROUP, Optional.empty(), film));
  }

  private ContentItem measurements() {
    Answer.Model model = answer.model();
    List<ContentItem> items = new ArrayList<>();
    items.add(algorithm(Concepts.ALGORITHM_NAME, model.name()));
    items.add(algorithm(Concepts.ALGORITHM_VERSION, model.version()));
    items.add(algorithm(Concepts.ALGORITHM_MANUFACTURER, Maker.NAME));
    items.add(algorithm(Concepts.ALGORITHM_PARAMETERS, "model SHA-256 " + model.id()));
    shown.ifPresent(
        how ->
            items.add(
                algorithm(
                    Concepts.ALGORITHM_PARAMETERS,
                    "heat map of %s by %s".formatted(how.className(), how.method()))));
    items.add(
        ContentItem.code(
            Relation.CONCEPT, Concepts.ALGORITHM_FAMILY, Concepts.ARTIFICIAL_INTELLIGENCE));
    answer.findings().forEach(finding -> items.add(group(finding)));
    return ContentItem.container(Concepts.MEASUREMENTS, Optional.empty()).with(items);
  }

  private ContentItem group(Answer.Finding finding) {
    String name = finding.className();
    List<ContentItem> items = new ArrayList<>();
    items.add(observed(Concepts.TRACKING_IDENTIFIER, name));
    items.add(
        ContentItem.uid(
            Relation.OBSERVATION,
            Concepts.TRACKING_UID,
            subject.trackingUid(answer.model(), name)));
    items.add(ContentItem.code(Relation.CONTAINS, Concepts.FINDING, FindingCodes.of(name)));
    items.add(ContentItem.code(Relation.CONCEPT, Concepts.FINDING_SITE, Concepts.LUNG));
    shown
        .filter(how -> how.className().equals(name))
        .map(how -> subject.overlay(answer.model(), how))
        .ifPresent(
            overlay ->
                items.add(
                    ContentItem.image(
                        Relation.CONTAINS, Optional.of(Concepts.VISUAL_EXPLANATION), overlay)));
    items.add(
        ContentItem.number(
                Relation.CONTAINS,
                Concepts.CERTAINTY,
                Math.round(finding.probability() * 1e6) / 1e4,
                Concepts.PERCENT)
            .with(
                List.of(
                    ContentItem.image(
                        Relation.INFERRED,
                        Optional.of(Concepts.SOURCE_OF_MEASUREMENT),
                        subject.film()))));
    return ContentItem.container(Concepts.GROUP, Optional.of("1501")).with(items);
  }

  private static ContentItem observed(Code name, String text) {
    return ContentItem.text(Relation.OBSERVATION, name, text.isBlank() ? "unnamed" : text);
  }

  private static ContentItem algorithm(Code name, String text) {
    return ContentItem.text(Relation.CONCEPT, name, text.isBlank() ? "unknown" : text);
  }

  private static ContentItem comment(String text) {
    return ContentItem.text(Relation.CONTAINS, Concepts.COMMENT, text);
  }
}
