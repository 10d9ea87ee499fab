package negatoscope.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of ImageIO's readers opens pictures. */
class PictureDecoderTest {
  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "tiff"})
  void picturesAreReadByJavasOwnReaders(String format) {
    ImageReader reader = PictureDecoder.reader(format);
    assertThat(reader.getClass().getName()).startsWith("com.sun.imageio.plugins.");
    reader.dispose();
  }

  @Test
  void aLibraryBringsAnotherReaderOfTheSameFormat() {
    List<String> readers = new ArrayList<>();
    ImageIO.getImageReadersByFormatName("tiff")
        .forEachRemaining(reader -> readers.add(reader.getClass().getPackageName()));
    assertThat(readers)
        .contains("com.github.jaiimageio.impl.plugins.tiff", "com.sun.imageio.plugins.tiff");
  }
}
