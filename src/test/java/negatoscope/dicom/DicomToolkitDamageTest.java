package negatoscope.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import negatoscope.film.FilmException;
import negatoscope.task.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage that a toolkit once did not notice, made from nothing, on every toolkit of this build. */
class DicomToolkitDamageTest {
  private static final String JPEG_LOSSLESS = "1.2.840.10008.1.2.4.70";
  private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
  private static final int ITEM = 0xFFFEE000;
  private static final long OPEN = 0xFFFFFFFFL;

  @TempDir private Path folder;

  @Test
  void aPieceOfPixelsWithoutLengthIsRefused() throws IOException {
    Path file = folder.resolve("piece.dcm");
    Files.write(
        file,
        file(
            JPEG_LOSSLESS,
            joined(element(Tag.PIXEL_DATA, OPEN), item(0), item(OPEN), new byte[64])));
    assertRefused(file, ErrorCode.BAD_HEADER, ErrorCode.TRUNCATED);
  }

  @Test
  void endlessNoiseWhereItemsShouldBeIsNotReadToItsEnd() throws IOException {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(deflated, new Deflater(9, true))) {
      out.write(joined(element(Tag.PIXEL_DATA, OPEN), item(0)));
      for (int i = 0; i < 200; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    Path file = folder.resolve("noise.dcm");
    Files.write(file, file(DEFLATED, deflated.toByteArray()));
    assertRefused(file, ErrorCode.BAD_HEADER, ErrorCode.TOO_LARGE);
  }

  @Test
  void theIconsPixelsAtTheEndAreNotTheFilms() throws IOException {
    DataSet icon = DataSets.film(2, 2).build();
    DataSet set =
        DataSet.builder()
            .text(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.1.1")
            .text(Tag.SOP_INSTANCE_UID, Uid.named("only an icon"))
            .items(0x00880200, icon)
            .build();
    Path file = folder.resolve("icon.dcm");
    for (DicomToolkit toolkit : DicomToolkit.all()) {
      toolkit.write(file, set);
      assertThat(toolkit.read(file).has(Tag.PIXEL_DATA)).isFalse();
      assertThat(refusal(toolkit, file)).isEqualTo(ErrorCode.NO_PIXELS);
    }
  }

  private static void assertRefused(Path file, ErrorCode... accepted) {
    for (DicomToolkit toolkit : DicomToolkit.all()) {
      assertThat(refusal(toolkit, file)).as(toolkit.name()).isIn((Object[]) accepted);
    }
  }

  private static ErrorCode refusal(DicomToolkit toolkit, Path file) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> catchThrowableOfType(FilmException.class, () -> toolkit.open(file).close()).code());
  }

  private static byte[] file(String syntax, byte[] dataSet) {
    String uid = syntax + (syntax.length() % 2 == 0 ? "" : "\0");
    return joined(
        new byte[128],
        "DICM".getBytes(StandardCharsets.US_ASCII),
        tag(Tag.TRANSFER_SYNTAX_UID),
        new byte[] {'U', 'I', (byte) uid.length(), 0},
        uid.getBytes(StandardCharsets.US_ASCII),
        dataSet);
  }

  private static byte[] element(int tag, long length) {
    return joined(tag(tag), new byte[] {'O', 'B', 0, 0}, u32(length));
  }

  private static byte[] item(long length) {
    return joined(tag(ITEM), u32(length));
  }

  private static byte[] tag(int tag) {
    return u32((tag & 0xFFFFL) << 16 | tag >>> 16);
  }

  private static byte[] u32(long value) {
    return new byte[] {
      (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)
    };
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
