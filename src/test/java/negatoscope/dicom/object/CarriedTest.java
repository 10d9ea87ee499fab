package negatoscope.dicom.object;

import static org.assertj.core.api.Assertions.assertThat;

import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import org.junit.jupiter.api.Test;

/** What is taken over from a film's header. */
class CarriedTest {
  @Test
  void patientAndStudyAreTakenOver() {
    DataSet carried =
        carried(
            DataSet.builder()
                .text(Tag.PATIENT_NAME, "PHANTOM^A=王^小東")
                .text(Tag.PATIENT_ID, "P-1")
                .text(Tag.PATIENT_BIRTH_DATE, "19700101")
                .text(Tag.PATIENT_SEX, "F")
                .text(Tag.PATIENT_AGE, "050Y")
                .text(Tag.PATIENT_WEIGHT, "70.5")
                .text(Tag.PATIENT_IDENTITY_REMOVED, "YES")
                .text(Tag.DEIDENTIFICATION_METHOD, "by hand")
                .text(Tag.STUDY_DATE, "20260101")
                .text(Tag.STUDY_TIME, "101112.5")
                .text(Tag.STUDY_DESCRIPTION, "Thorax")
                .text(Tag.ACCESSION_NUMBER, "A1")
                .text(Tag.BODY_PART_EXAMINED, "CHEST"));
    assertThat(carried.text(Tag.PATIENT_NAME)).isEqualTo("PHANTOM^A=王^小東");
    assertThat(carried.text(Tag.PATIENT_ID)).isEqualTo("P-1");
    assertThat(carried.text(Tag.PATIENT_BIRTH_DATE)).isEqualTo("19700101");
    assertThat(carried.text(Tag.PATIENT_SEX)).isEqualTo("F");
    assertThat(carried.text(Tag.PATIENT_AGE)).isEqualTo("050Y");
    assertThat(carried.text(Tag.PATIENT_WEIGHT)).isEqualTo("70.5");
    assertThat(carried.text(Tag.PATIENT_IDENTITY_REMOVED)).isEqualTo("YES");
    assertThat(carried.text(Tag.DEIDENTIFICATION_METHOD)).isEqualTo("by hand");
    assertThat(carried.text(Tag.STUDY_DATE)).isEqualTo("20260101");
    assertThat(carried.text(Tag.STUDY_TIME)).isEqualTo("101112.5");
    assertThat(carried.text(Tag.STUDY_DESCRIPTION)).isEqualTo("Thorax");
    assertThat(carried.text(Tag.ACCESSION_NUMBER)).isEqualTo("A1");
    assertThat(carried.has(Tag.BODY_PART_EXAMINED)).isFalse();
  }

  @Test
  void whatMayNotStandThereIsLeftEmptyOrOut() {
    DataSet carried =
        carried(
            DataSet.builder()
                .text(Tag.PATIENT_NAME, "A=B=C=D")
                .text(Tag.PATIENT_BIRTH_DATE, "1970-01-01")
                .text(Tag.PATIENT_SEX, "male")
                .text(Tag.STUDY_DATE, "20261301")
                .text(Tag.STUDY_TIME, "25")
                .text(Tag.PATIENT_AGE, "fifty")
                .text(Tag.PATIENT_SIZE, "1,80")
                .text(Tag.STUDY_ID, "a name that is too long")
                .text(Tag.STUDY_DESCRIPTION, "x".repeat(100)));
    assertThat(carried.text(Tag.PATIENT_NAME)).isEqualTo("A=B=C");
    for (int tag :
        new int[] {
          Tag.PATIENT_BIRTH_DATE, Tag.PATIENT_SEX, Tag.STUDY_DATE, Tag.STUDY_TIME, Tag.PATIENT_ID
        }) {
      assertThat(carried.has(tag)).isTrue();
      assertThat(carried.text(tag)).isEmpty();
    }
    assertThat(carried.has(Tag.PATIENT_AGE)).isFalse();
    assertThat(carried.has(Tag.PATIENT_SIZE)).isFalse();
    assertThat(carried.text(Tag.STUDY_ID)).isEqualTo("a name that is …");
    assertThat(carried.text(Tag.STUDY_DESCRIPTION)).hasSize(64).endsWith("…");
  }

  private static DataSet carried(DataSet.Builder header) {
    return Carried.patientAndStudy(header.build()).build();
  }
}
