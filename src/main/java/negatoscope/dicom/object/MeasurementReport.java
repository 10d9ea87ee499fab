package negatoscope.dicom.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;

/** An answer as an Enhanced SR (PS3.3 A.35.2), whose content {@link ReportContent} is. */
final class MeasurementReport {
  static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.88.22";

  private static final int SERIES = 9002;

  private final Composite composite;

  MeasurementReport(Composite composite) {
    this.composite = composite;
  }

  /** The report; it refers to the picture of the heat map where there is one. */
  DataSet of(Answer answer, Optional<Explanation> shown) {
    Subject subject = composite.subject();
    List<Reference> evidence = new ArrayList<>();
    evidence.add(subject.film());
    shown.ifPresent(how -> evidence.add(subject.overlay(answer.model(), how)));
    DataSet.Builder object =
        composite
            .start(
                subject.report(answer.model()),
                SERIES,
                "Reports of Negatoscope, for research use only")
            .text(Tag.MODALITY, "SR")
            .items(Tag.REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE)
            .items(Tag.PERFORMED_PROCEDURE_CODE_SEQUENCE)
            .text(Tag.COMPLETION_FLAG, "COMPLETE")
            .text(Tag.COMPLETION_FLAG_DESCRIPTION, Maker.USE + "; not for diagnosis")
            .text(Tag.VERIFICATION_FLAG, "UNVERIFIED")
            .text(Tag.PRELIMINARY_FLAG, "PRELIMINARY")
            .items(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE, study(evidence));
    if (answer.findings().stream().anyMatch(one -> FindingCodes.of(one.className()).isOwn())) {
      Maker.ownCodes(object);
    }
    ContentItem content = new ReportContent(subject, composite.maker(), answer, shown).root();
    Composite.put(object, content.dataSet());
    return object.build();
  }

  /** All that the content refers to, by series (PS3.3 C.17.2.3). */
  private DataSet study(List<Reference> evidence) {
    DataSet[] series =
        evidence.stream()
            .map(
                one ->
                    DataSet.builder()
                        .text(Tag.SERIES_INSTANCE_UID, one.series())
                        .items(Tag.REFERENCED_SOP_SEQUENCE, one.instance())
                        .build())
            .toArray(DataSet[]::new);
    return DataSet.builder()
        .text(Tag.STUDY_INSTANCE_UID, composite.subject().study())
        .items(Tag.REFERENCED_SERIES_SEQUENCE, series)
        .build();
  }
}
