package negatoscope.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Values as people and as other rooms read them. */
class AttributeTest {
  @Test
  void paddingIsNoPartOfAValue() {
    DataSet set =
        DataSet.builder()
            .bytes(Tag.PATIENT_ID, Vr.LO, ascii("  P-1 \\P-2  "))
            .bytes(Tag.SOP_CLASS_UID, Vr.UI, ascii("1.2.3\0"))
            .bytes(0x00204000, Vr.LT, ascii("  a\\b  "))
            .build();
    assertThat(set.texts(Tag.PATIENT_ID)).containsExactly("P-1", "P-2");
    assertThat(set.text(Tag.SOP_CLASS_UID)).isEqualTo("1.2.3");
    assertThat(set.texts(0x00204000)).containsExactly("  a\\b");
    assertThat(set.text(Tag.PATIENT_NAME)).isEmpty();
  }

  @Test
  void numbersAreReadFromTextAndFromBytes() {
    DataSet set =
        DataSet.builder()
            .decimals(Tag.WINDOW_CENTER, 1.0 / 3, -2e-9, 40)
            .text(Tag.WINDOW_WIDTH, "wide")
            .integers(Tag.ROWS, 65535)
            .bytes(Tag.PIXEL_PADDING_VALUE, Vr.SS, new byte[] {0, (byte) 0xF8})
            .build();
    assertThat(set.texts(Tag.WINDOW_CENTER)).allMatch(text -> text.length() <= 16);
    assertThat(set.numbers(Tag.WINDOW_CENTER).get(0)).isBetween(0.33333333, 0.33333334);
    assertThat(set.number(Tag.WINDOW_WIDTH)).contains(Double.NaN);
    assertThat(set.number(Tag.ROWS)).contains(65535.0);
    assertThat(set.number(Tag.PIXEL_PADDING_VALUE)).contains(-2048.0);
    assertThat(set.number(Tag.COLUMNS)).isEmpty();
  }

  @Test
  void whatIsShownFitsALine() {
    DataSet set =
        DataSet.builder()
            .text(Tag.STUDY_DESCRIPTION, "a long text\nin two lines")
            .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[10])
            .items(Tag.VIEW_CODE_SEQUENCE, DataSet.builder().build())
            .build();
    assertThat(shown(set, Tag.STUDY_DESCRIPTION)).isEqualTo("a long text in…");
    assertThat(shown(set, Tag.PIXEL_DATA)).isEqualTo("10 bytes");
    assertThat(shown(set, Tag.VIEW_CODE_SEQUENCE)).isEqualTo("1 item");
  }

  private static String shown(DataSet set, int tag) {
    return set.find(tag).orElseThrow().shown(15);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
