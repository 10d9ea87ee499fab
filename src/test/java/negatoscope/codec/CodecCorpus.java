package negatoscope.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import negatoscope.testing.Shared;

/** The compressed streams inside the DICOM test films, and what they must come to. */
public final class CodecCorpus {
  private static final int ITEM = 0xE000FFFE;

  private CodecCorpus() {}

  /** The entry of a film in its manifest, such as {@code films/a-jpegls.dcm}. */
  public static JsonNode entry(String file) {
    String manifest = file.startsWith("broken/") ? "broken/manifest.json" : "manifest.json";
    try {
      for (JsonNode entry :
          new ObjectMapper().readTree(Shared.path("dicom/" + manifest).toFile())) {
        if (entry.path("file").asText().equals(file)) {
          return entry;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException(file);
  }

  /** The hashes of a film's frames, as the manifest wants them. */
  public static List<String> hashes(JsonNode entry) {
    List<String> hashes = new ArrayList<>();
    entry.path("frameSha256").forEach(hash -> hashes.add(hash.asText()));
    if (hashes.isEmpty()) {
      hashes.add(entry.path("storedSha256").asText());
    }
    return hashes;
  }

  /** What the manifest says of a frame's shape. */
  public static FrameShape shape(JsonNode entry) {
    return new FrameShape(
        entry.path("columns").asInt(),
        entry.path("rows").asInt(),
        entry.path("samplesPerPixel").asInt(1));
  }

  /** The shape of a grey film as its header says it, for files without an entry that does. */
  public static FrameShape headerShape(String file) {
    ByteBuffer bytes = ByteBuffer.wrap(read(file)).order(ByteOrder.LITTLE_ENDIAN);
    return new FrameShape(unsignedShort(bytes, 0x0011), unsignedShort(bytes, 0x0010), 1);
  }

  /** The value of (0028,element), explicit VR little endian. */
  private static int unsignedShort(ByteBuffer bytes, int element) {
    for (int at = 132; at + 10 <= bytes.limit(); at++) {
      if (bytes.getInt(at) == (element << 16 | 0x0028) && bytes.getInt(at + 4) == 0x00025355) {
        return bytes.getShort(at + 8) & 0xFFFF;
      }
    }
    throw new IllegalArgumentException("no size");
  }

  /**
   * The frames of a file's encapsulated Pixel Data (7FE0,0010), PS3.5 A.4: a frame begins with an
   * item that begins like a JPEG, JPEG 2000 or JP2 stream, or with any item where none does.
   */
  public static List<byte[]> frames(String file) {
    ByteBuffer bytes = ByteBuffer.wrap(read(file)).order(ByteOrder.LITTLE_ENDIAN);
    int at = pixelData(bytes);
    // The offset table is the first item.
    at += 8 + bytes.getInt(at + 4);
    List<ByteArrayOutputStream> frames = new ArrayList<>();
    while (at + 8 <= bytes.limit() && bytes.getInt(at) == ITEM) {
      int length = Math.min(bytes.getInt(at + 4), bytes.limit() - at - 8);
      int start = length < 4 ? 0 : Integer.reverseBytes(bytes.getInt(at + 8));
      boolean begins = start >>> 8 == 0xFFD8FF || start == 0xFF4FFF51 || start == 12;
      if (begins || frames.isEmpty()) {
        frames.add(new ByteArrayOutputStream());
      }
      frames.get(frames.size() - 1).write(bytes.array(), at + 8, length);
      at += 8 + length;
    }
    return frames.stream().map(ByteArrayOutputStream::toByteArray).toList();
  }

  private static int pixelData(ByteBuffer bytes) {
    for (int at = bytes.limit() - 12; at >= 132; at--) {
      if (bytes.getInt(at) == 0x00107FE0
          && bytes.getInt(at + 8) == -1
          && bytes.getInt(at + 12) == ITEM) {
        return at + 12;
      }
    }
    throw new IllegalArgumentException("no encapsulated pixels");
  }

  private static byte[] read(String file) {
    try {
      return Files.readAllBytes(Shared.path("dicom/" + file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SHA-256 of the samples as the manifests count it: bytes, or 16 bits little endian. */
  public static String sha256(Decoded decoded) {
    byte[] samples = decoded.bytes();
    if (decoded.bits() > 8) {
      samples = new byte[2 * decoded.shorts().length];
      ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(decoded.shorts());
    }
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(samples));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The samples as numbers, signed where the stream says so. */
  public static int[] samples(Decoded decoded) {
    int[] samples = new int[decoded.shape().samples()];
    for (int i = 0; i < samples.length; i++) {
      int value = decoded.bits() <= 8 ? decoded.bytes()[i] : decoded.shorts()[i];
      samples[i] = decoded.signed() ? value : value & (decoded.bits() <= 8 ? 0xFF : 0xFFFF);
    }
    return samples;
  }

  /** The values of an expected picture of the manifest, row by row. */
  public static int[] picture(String name) {
    try {
      Raster raster = ImageIO.read(Shared.path("dicom/" + name).toFile()).getRaster();
      return raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (int[]) null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The colours of an expected picture of the manifest: red, green and blue by pixel. */
  public static int[] rgb(String name) {
    try {
      BufferedImage image = ImageIO.read(Shared.path("dicom/" + name).toFile());
      return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
