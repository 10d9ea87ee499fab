package negatoscope.training.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Under what something is kept: a hash of all that it depends on.
 *
 * @param hex SHA-256 in hexadecimal digits
 */
public record EntryKey(String hex) {
  /** Bytes of a key. */
  static final int BYTES = 32;

  /** The key of some texts, in their order. */
  public static EntryKey of(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return new EntryKey(HexFormat.of().formatHex(digest.digest()));
  }

  /** A key that nothing else has. */
  public static EntryKey unique() {
    return of(UUID.randomUUID().toString());
  }

  static EntryKey of(byte[] bytes) {
    return new EntryKey(HexFormat.of().formatHex(bytes));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** A fresh SHA-256. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
