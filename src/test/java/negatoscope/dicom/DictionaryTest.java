package negatoscope.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dictionary and the tags that the program speaks of agree. */
class DictionaryTest {
  private final Dictionary dictionary = Dictionary.standard();

  @Test
  void everyPublicTagHasItsKeyword() throws IllegalAccessException {
    List<Field> tags =
        Arrays.stream(Tag.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .toList();
    assertThat(tags).hasSizeGreaterThan(50);
    for (Field field : tags) {
      if (Tag.group(field.getInt(null)) == 0xFFFE) {
        continue;
      }
      assertThat(dictionary.keyword(field.getInt(null)))
          .isEqualToIgnoringCase(field.getName().replace("_", ""));
    }
  }

  @Test
  void overlaysShareOneEntryAndPrivateElementsHaveNone() {
    assertThat(dictionary.keyword(0x60023000)).isEqualTo("OverlayData");
    assertThat(dictionary.keyword(0x60033000)).isEmpty();
    assertThat(dictionary.vr(0x00190010, false)).isEqualTo(Vr.LO);
    assertThat(dictionary.vr(0x00191010, false)).isEqualTo(Vr.UN);
    assertThat(dictionary.vr(0x00100000, false)).isEqualTo(Vr.UL);
  }

  @Test
  void thePixelsSignDecidesWhereTheStandardLeavesItOpen() {
    assertThat(dictionary.vr(Tag.PIXEL_PADDING_VALUE, false)).isEqualTo(Vr.US);
    assertThat(dictionary.vr(Tag.PIXEL_PADDING_VALUE, true)).isEqualTo(Vr.SS);
    assertThat(dictionary.vr(Tag.ROWS, true)).isEqualTo(Vr.US);
  }
}
