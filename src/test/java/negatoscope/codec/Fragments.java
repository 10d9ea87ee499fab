package negatoscope.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.stream.StreamSupport;
import negatoscope.testing.Shared;

/** The compressed streams inside the DICOM test films, found without any DICOM reader. */
public final class Fragments {
  private static final byte[] PIXEL_DATA = {(byte) 0xE0, 0x7F, 0x10, 0, 'O'};
  private static final byte[] ITEM = {(byte) 0xFE, (byte) 0xFF, 0, (byte) 0xE0};

  private Fragments() {}

  /** The items of Pixel Data, without the offset table; {@code films/a-rle.dcm} for example. */
  public static List<byte[]> of(String name) {
    byte[] file = read("dicom/" + name);
    int at = last(file, PIXEL_DATA) + 12;
    List<byte[]> items = new ArrayList<>();
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    while (at + 8 <= file.length && matches(file, at, ITEM)) {
      byte[] item = new byte[Math.min(buffer.getInt(at + 4), file.length - at - 8)];
      System.arraycopy(file, at + 8, item, 0, item.length);
      items.add(item);
      at += 8 + item.length;
    }
    return items.subList(1, items.size());
  }

  /** All items of a film of one frame, joined. */
  public static byte[] joined(String name) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    of(name).forEach(all::writeBytes);
    return all.toByteArray();
  }

  /** A film's entry in {@code manifest.json}. */
  public static JsonNode entry(String name) {
    try {
      JsonNode all =
          new ObjectMapper()
              .readTree(
                  Shared.path(
                          name.startsWith("broken/")
                              ? "dicom/broken/manifest.json"
                              : "dicom/manifest.json")
                      .toFile());
      return StreamSupport.stream(all.spliterator(), false)
          .filter(entry -> entry.path("file").asText().equals(name))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The shape that a film's entry gives. */
  public static FrameShape shape(JsonNode entry, int components) {
    return new FrameShape(entry.path("columns").asInt(), entry.path("rows").asInt(), components);
  }

  /** The hash that the manifest gives: bytes, or words of two bytes in little-endian order. */
  public static String sha256(Decoded decoded) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      if (decoded.bits() <= 8) {
        digest.update(decoded.bytes());
      } else {
        ByteBuffer words =
            ByteBuffer.allocate(2 * decoded.shorts().length).order(ByteOrder.LITTLE_ENDIAN);
        words.asShortBuffer().put(decoded.shorts());
        digest.update(words);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] read(String name) {
    try {
      return Files.readAllBytes(Shared.path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int last(byte[] file, byte[] pattern) {
    int at = file.length - pattern.length;
    while (!matches(file, at, pattern)) {
      at--;
    }
    return at;
  }

  private static boolean matches(byte[] file, int at, byte[] pattern) {
    for (int i = 0; i < pattern.length; i++) {
      if (file[at + i] != pattern[i]) {
        return false;
      }
    }
    return true;
  }
}
