package negatoscope.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import negatoscope.film.Film;
import negatoscope.film.Samples;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real films give the same samples as Pillow 13: grey as stored, RGB(A) PNG by the integer luma
 * formula in NumPy, colour JPEG by its luma channel ({@code draft("L", size)}).
 */
@NeedsShared
class RealPicturesTest {
  private final Intake intake = Intake.withBuiltInToolkit();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          originals/CR.1.2.840.113564.1722810170.20200325010134750210.1003000225002.png,2493,1538,536aacf181661cee
          originals/88859dc1.png,640,714,3b24bb3a3b898501
          originals/00001054_002.png,1024,1024,1c31be9e1575f340
          originals/00003523_023.png,1024,1024,b7e5ab5326778c2b
          originals/COVID-00004.jpg,1050,973,6f64526f360d5aa4
          originals/COVID-00006.jpg,3024,4032,7a481f3b9124ed38
          originals/covid-19-infection-exclusive-gastrointestinal-symptoms-pa.png,1127,1163,8c5d779a8e3cf882
          originals/covid-19-pneumonia-30-PA.jpg,3670,3308,2af030ceab4da139
          originals/1-s2.0-S0140673620303706-fx1_lrg.jpg,2563,1148,6c2df52f7556288e
          originals/pneumonia-7.jpg,1534,1970,ef0deb060b93aa63
          originals/1-s2.0-S1059131120301151-gr2-e.png,338,267,71cba8536d1afa53
          images/cohen/10.1016-slash-j.cardfail.2020.04.007-a.jpg,463,448,22011d24ea14c31d
          images/figure1/COVID-00033.jpg,594,448,7b5d5402312fb2d1
          images/actualmed/CR.1.2.840.113564.1722810170.20200321001546031810.1003000225002.jpg,568,448,4c41331362ded21e
          images/hannover/5359825d.jpg,547,448,23ffe51bdef818eb
          images/kermany/IM-0238-0001.jpg,624,448,a802b31c04f16a2b
          images/nih/00003361_004.jpg,448,448,17deaff9aa9104d8
          """)
  void samplesAreThoseOfAnIndependentReader(String file, int width, int height, String hash) {
    Film film = intake.openFirst(Shared.path("films/" + file));
    assertThat(film.width()).isEqualTo(width);
    assertThat(film.height()).isEqualTo(height);
    assertThat(film.warnings()).isEmpty();
    assertThat(sha256(film.samples())).startsWith(hash);
  }

  private static String sha256(Samples samples) {
    byte[] values = new byte[samples.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) samples.at(i);
    }
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(values));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
