package negatoscope.dicom.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Uid;
import negatoscope.dicom.builtin.BuiltInToolkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report says, read back from its file. */
class MeasurementReportTest {
  private static final Explanation HOW = new Explanation("covid-19", "Grad-CAM");
  private static final Answer ANSWER =
      new Answer(
          new Answer.Model("films-Łódź", "3", "ab12"),
          List.of(
              new Answer.Finding("covid-19", 0.71234567),
              new Answer.Finding("Pneumonia", 0.25),
              new Answer.Finding("NORMAL", 0.03),
              new Answer.Finding("Staublunge", 0.005),
              new Answer.Finding("śródmiąższowe zapalenie płuc", 0.00265433)),
          List.of("The film shows text."));

  @TempDir private Path folder;
  private final DicomToolkit toolkit = new BuiltInToolkit();

  @Test
  void itHasTheProgramTheFilmTheModelAndAGroupForEveryClass() {
    Subject film = film(2, 3);
    DataSet read = written(film, ANSWER, Optional.of(HOW));
    assertThat(ContentTree.of(read))
        .isEqualTo(
            """
            CONTAINER (126000, DCM, Imaging Measurement Report) = TID 1500
              HAS CONCEPT MOD CODE (121049, DCM, Language of Content Item and Descendants) = (en, RFC5646, English)
              HAS OBS CONTEXT CODE (121005, DCM, Observer Type) = (121007, DCM, Device)
              HAS OBS CONTEXT UIDREF (121012, DCM, Device Observer UID) = $DEVICE
              HAS OBS CONTEXT TEXT (121013, DCM, Device Observer Name) = Negatoscope
              HAS OBS CONTEXT TEXT (121014, DCM, Device Observer Manufacturer) = Negatoscope
              HAS OBS CONTEXT TEXT (121015, DCM, Device Observer Model Name) = Negatoscope 0.1.0
              HAS CONCEPT MOD CODE (121058, DCM, Procedure reported) = (399208008, SCT, Plain X-ray of chest)
              CONTAINS CONTAINER (111028, DCM, Image Library) = TID 1600
                CONTAINS CONTAINER (126200, DCM, Image Library Group)
                  CONTAINS IMAGE = 1.2.840.10008.5.1.4.1.1.1.1 1.2.3.4 frame 2
                    HAS ACQ CONTEXT CODE (121139, DCM, Modality) = (DX, DCM, Digital Radiography)
                    HAS ACQ CONTEXT CODE (123014, DCM, Target Region) = (51185008, SCT, Chest)
              CONTAINS CONTAINER (126010, DCM, Imaging Measurements)
                HAS CONCEPT MOD TEXT (111001, DCM, Algorithm Name) = films-Łódź
                HAS CONCEPT MOD TEXT (111003, DCM, Algorithm Version) = 3
                HAS CONCEPT MOD TEXT (122405, DCM, Algorithm Manufacturer) = Negatoscope
                HAS CONCEPT MOD TEXT (111002, DCM, Algorithm Parameters) = model SHA-256 ab12
                HAS CONCEPT MOD TEXT (111002, DCM, Algorithm Parameters) = heat map of covid-19 by Grad-CAM
                HAS CONCEPT MOD CODE (111000, DCM, Algorithm Family) = (123110, DCM, Artificial Intelligence)
            """
                    .replace("$DEVICE", new Maker("0.1.0").deviceUid())
                + group(
                    film,
                    "covid-19",
                    "(840539006, SCT, COVID-19)",
                    "71.2346",
                    "      CONTAINS IMAGE (130401, DCM, Visual explanation) ="
                        + " 1.2.840.10008.5.1.4.1.1.7 "
                        + film.overlay(ANSWER.model(), HOW).sopInstance()
                        + "\n")
                + group(film, "Pneumonia", "(233604007, SCT, Pneumonia)", "25", "")
                + group(film, "NORMAL", "(17621005, SCT, Normal)", "3", "")
                + group(film, "Staublunge", "(Staublunge, 99NEGATOSCOPE, Staublunge)", "0.5", "")
                + group(
                    film,
                    "śródmiąższowe zapalenie płuc",
                    "(śródmiąższowe zapalenie płuc, 99NEGATOSCOPE, śródmiąższowe zapalenie płuc)",
                    "0.2654",
                    "")
                + """
                  CONTAINS TEXT (121106, DCM, Comment) = For research use only. Computed by a program, read by nobody. Not for diagnosis.
                  CONTAINS TEXT (121106, DCM, Comment) = The film shows text.
                """);
  }

  private static String group(
      Subject film, String name, String code, String percent, String explanation) {
    return """
    $    CONTAINS CONTAINER (125007, DCM, Measurement Group) = TID 1501
    $      HAS OBS CONTEXT TEXT (112039, DCM, Tracking Identifier) = %s
    $      HAS OBS CONTEXT UIDREF (112040, DCM, Tracking Unique Identifier) = %s
    $      CONTAINS CODE (121071, DCM, Finding) = %s
    $      HAS CONCEPT MOD CODE (363698007, SCT, Finding Site) = (39607008, SCT, Lung)
    %s$      CONTAINS NUM (111012, DCM, Certainty of Finding) = %s (%%, UCUM, Percent)
    $        INFERRED FROM IMAGE (121112, DCM, Source of Measurement) = 1.2.840.10008.5.1.4.1.1.1.1 1.2.3.4 frame 2
    """
        .formatted(name, film.trackingUid(ANSWER.model(), name), code, explanation, percent)
        .replace("$", "");
  }

  @Test
  void itListsAllThatItRefersToBySeriesInTheFilmsStudy() {
    Subject film = film(1, 1);
    DataSet read = written(film, ANSWER, Optional.of(HOW));
    List<DataSet> studies = read.items(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE);
    assertThat(studies).hasSize(1);
    assertThat(studies.get(0).text(Tag.STUDY_INSTANCE_UID)).isEqualTo("1.2.3");
    Reference overlay = film.overlay(ANSWER.model(), HOW);
    assertThat(studies.get(0).items(Tag.REFERENCED_SERIES_SEQUENCE))
        .extracting(
            one -> one.text(Tag.SERIES_INSTANCE_UID),
            one ->
                one.items(Tag.REFERENCED_SOP_SEQUENCE).get(0).text(Tag.REFERENCED_SOP_INSTANCE_UID))
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("1.2.3.3", "1.2.3.4"),
            org.assertj.core.api.Assertions.tuple(overlay.series(), overlay.sopInstance()));
    assertThat(read.text(Tag.STUDY_INSTANCE_UID)).isEqualTo("1.2.3");
    assertThat(read.text(Tag.SOP_CLASS_UID)).isEqualTo(MeasurementReport.SOP_CLASS);
    assertThat(read.text(Tag.MODALITY)).isEqualTo("SR");
    assertThat(read.text(Tag.VERIFICATION_FLAG)).isEqualTo("UNVERIFIED");
    assertThat(read.text(Tag.CONTENT_DATE) + read.text(Tag.CONTENT_TIME))
        .isEqualTo("20261128230509");
    assertThat(ContentTree.of(read)).contains("1.2.3.4\n").doesNotContain("frame");
  }

  @Test
  void itDeclaresItsOwnCodesWhereItUsesThem() {
    DataSet scheme =
        written(film(1, 1), ANSWER, Optional.empty())
            .items(Tag.CODING_SCHEME_IDENTIFICATION_SEQUENCE)
            .get(0);
    assertThat(scheme.text(Tag.CODING_SCHEME_DESIGNATOR)).isEqualTo("99NEGATOSCOPE");
    assertThat(scheme.text(Tag.CODING_SCHEME_UID)).isEqualTo(Uid.named("negatoscope/codes"));
    Answer plain =
        new Answer(ANSWER.model(), List.of(new Answer.Finding("covid-19", 1)), List.of());
    assertThat(
            written(film(1, 1), plain, Optional.empty())
                .has(Tag.CODING_SCHEME_IDENTIFICATION_SEQUENCE))
        .isFalse();
  }

  @Test
  void withoutAPictureOfAHeatMapItRefersToTheFilmAlone() {
    DataSet read = written(film(1, 1), ANSWER, Optional.empty());
    assertThat(ContentTree.of(read)).doesNotContain("Visual explanation", "heat map");
    assertThat(
            read.items(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE)
                .get(0)
                .items(Tag.REFERENCED_SERIES_SEQUENCE))
        .hasSize(1);
  }

  @Test
  void ofAPictureFileItRefersToTheCopy() {
    Subject picture = Subject.ofPicture("cd34", "ward/a.png", 1, Optional.empty());
    assertThat(ContentTree.of(written(picture, ANSWER, Optional.empty())))
        .contains(
            "CONTAINS IMAGE = 1.2.840.10008.5.1.4.1.1.7 " + picture.film().sopInstance() + "\n");
  }

  @Test
  void aFilmWithoutAProbabilityGetsNoReport() {
    for (double none : new double[] {Double.NaN, -0.1, 1.1}) {
      assertThatThrownBy(() -> new Answer.Finding("normal", none))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private DataSet written(Subject film, Answer answer, Optional<Explanation> shown) {
    Path file = folder.resolve("report.dcm");
    toolkit.write(file, ObjectSamples.OBJECTS.report(film, answer, shown));
    return toolkit.readWhole(file);
  }

  private static Subject film(int frame, int frames) {
    DataSet header =
        DataSet.builder()
            .text(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.1.1")
            .text(Tag.SOP_INSTANCE_UID, "1.2.3.4")
            .text(Tag.SERIES_INSTANCE_UID, "1.2.3.3")
            .text(Tag.STUDY_INSTANCE_UID, "1.2.3")
            .text(Tag.MODALITY, "DX")
            .text(Tag.PATIENT_NAME, "PHANTOM")
            .build();
    return Subject.ofDicom(header, frame, frames, "cd34", "ward/a.dcm");
  }
}
