package negatoscope.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text is decoded by Specific Character Set; names of PS3.5 annexes H, I and K among them. */
class CharacterSetTest {
  @Test
  void oneSetForAll() {
    assertThat(decoded("ISO_IR 100", "ISO-8859-1", "Müßig")).isEqualTo("Müßig");
    assertThat(decoded("ISO_IR 144", "ISO-8859-5", "Люкceмбypг")).isEqualTo("Люкceмбypг");
    assertThat(decoded("ISO_IR 192", "UTF-8", "王^小東")).isEqualTo("王^小東");
    assertThat(decoded("GB18030", "GB18030", "王^小东")).isEqualTo("王^小东");
    assertThat(decoded("ISO 2022 IR 126", "ISO-8859-7", "Διον")).isEqualTo("Διον");
  }

  @Test
  void escapesSwitchToJapaneseAndKorean() {
    byte[] japanese = "Yamada=\u001b$B;3ED\u001b(B^x".getBytes(StandardCharsets.US_ASCII);
    assertThat(CharacterSet.of(List.of("", "ISO 2022 IR 87")).decode(japanese))
        .isEqualTo("Yamada=山田^x");
    byte[] hong = "洪".getBytes(Charset.forName("EUC-KR"));
    byte[] korean = {'H', '=', 0x1B, '$', ')', 'C', hong[0], hong[1], '^'};
    assertThat(CharacterSet.of(List.of("", "ISO 2022 IR 149")).decode(korean)).isEqualTo("H=洪^");
  }

  @Test
  void whatIsUndeclaredIsReadAsUtf8OrLatin1() {
    assertThat(CharacterSet.DEFAULT.decode("Ł".getBytes(StandardCharsets.UTF_8))).isEqualTo("Ł");
    assertThat(CharacterSet.DEFAULT.decode(new byte[] {'J', (byte) 0xF6})).isEqualTo("Jö");
    assertThat(CharacterSet.of(List.of("KLINGON")).decode(new byte[] {(byte) 0xF6})).isEqualTo("ö");
  }

  @Test
  void aLoneEscapeIsHarmless() {
    assertThat(CharacterSet.DEFAULT.decode(new byte[] {'a', 0x1B})).startsWith("a");
    assertThat(CharacterSet.DEFAULT.decode(new byte[] {0x1B, '$', 'Q', 'b'})).endsWith("b");
  }

  private static String decoded(String term, String java, String text) {
    return CharacterSet.of(List.of(term)).decode(text.getBytes(Charset.forName(java)));
  }
}
