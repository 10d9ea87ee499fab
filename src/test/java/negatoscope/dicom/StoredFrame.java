package negatoscope.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import negatoscope.codec.Decoded;

/**
 * The stored values of a frame as the manifest counts them: masked and with their sign, or RGB.
 *
 * @param values by pixel
 * @param bytes whether a value is one byte
 */
record StoredFrame(int[] values, boolean bytes) {

  static StoredFrame of(DicomFrames frames, int index) {
    Frame frame = frames.frame(index);
    PixelFormat format = frames.format();
    Decoded pixels = frame.pixels();
    int[] values = new int[pixels.shape().samples()];
    int shift = pixels.bits() == format.allocated() ? format.shift() : 0;
    int left = 32 - format.stored();
    for (int i = 0; i < values.length; i++) {
      int raw = pixels.shorts().length > 0 ? pixels.shorts()[i] : pixels.bytes()[i];
      int raised = raw >> shift << left;
      values[i] = format.signed() ? raised >> left : raised >>> left;
    }
    if (frame.photometric() == PhotometricInterpretation.YBR_FULL) {
      toRgb(values);
    }
    return new StoredFrame(values, format.allocated() == 8);
  }

  /** Holds the frame against the hash, or against the picture where a tolerance is allowed. */
  void compare(JsonNode film, int index) {
    int tolerance = film.path("storedTolerance").asInt();
    boolean hashed = tolerance == 0 && !film.has("referenceDecoder");
    if (film.has("frameSha256")) {
      assertThat(sha256()).isEqualTo(film.path("frameSha256").path(index).asText());
    } else if (hashed) {
      assertThat(sha256()).isEqualTo(film.path("storedSha256").asText());
    } else {
      boolean grey = film.has("storedPng");
      int[] expected = Corpus.picture(film.path(grey ? "storedPng" : "display").asText());
      int offset = film.path("storedPngOffset").asInt();
      assertThat(values).hasSameSizeAs(expected);
      long sum = 0;
      int greatest = 0;
      for (int i = 0; i < values.length; i++) {
        int difference = Math.abs(values[i] - expected[i] - offset);
        sum += difference;
        greatest = Math.max(greatest, difference);
      }
      if (film.has("meanTolerance")) {
        assertThat((double) sum / values.length)
            .isLessThanOrEqualTo(film.path("meanTolerance").asDouble());
      } else {
        assertThat(greatest).isLessThanOrEqualTo(tolerance);
      }
    }
  }

  private String sha256() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int value : values) {
      out.write(value);
      if (!bytes) {
        out.write(value >> 8);
      }
    }
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(out.toByteArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void toRgb(int[] values) {
    for (int i = 0; i < values.length; i += 3) {
      int y = values[i];
      int cb = values[i + 1] - 128;
      int cr = values[i + 2] - 128;
      values[i] = rounded(y + 1.402 * cr);
      values[i + 1] = rounded(y - 0.344136 * cb - 0.714136 * cr);
      values[i + 2] = rounded(y + 1.772 * cb);
    }
  }

  private static int rounded(double value) {
    return (int) Math.max(0, Math.min(255, Math.floor(value + 0.5)));
  }
}
