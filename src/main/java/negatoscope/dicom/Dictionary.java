package negatoscope.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keywords and value representations of the common data elements (PS3.6). */
public final class Dictionary {
  private record Entry(Vr vr, boolean bySign, String keyword) {}

  private static final Dictionary STANDARD = read("dictionary.txt");

  private final Map<Integer, Entry> entries;

  private Dictionary(Map<Integer, Entry> entries) {
    this.entries = Map.copyOf(entries);
  }

  /** The dictionary of this program. */
  public static Dictionary standard() {
    return STANDARD;
  }

  /** The keyword, such as {@code PatientID}; empty for private and unknown elements. */
  public String keyword(int tag) {
    Entry entry = entry(tag);
    return entry == null ? "" : entry.keyword;
  }

  /** Whether the tag is known. */
  public boolean knows(int tag) {
    return entry(tag) != null;
  }

  /**
   * The value representation; UN where it is not known.
   *
   * @param signed whether elements that are US or SS by Pixel Representation are SS
   */
  public Vr vr(int tag, boolean signed) {
    Entry entry = entry(tag);
    if (entry == null) {
      boolean creator = Tag.isPrivate(tag) && (tag & 0xFFFF) >= 0x10 && (tag & 0xFFFF) <= 0xFF;
      return (tag & 0xFFFF) == 0 ? Vr.UL : creator ? Vr.LO : Vr.UN;
    }
    return entry.bySign && signed ? Vr.SS : entry.vr;
  }

  private @Nullable Entry entry(int tag) {
    boolean overlay = Tag.group(tag) >= 0x6000 && Tag.group(tag) <= 0x60FF && !Tag.isPrivate(tag);
    return entries.get(overlay ? 0x60000000 | (tag & 0xFFFF) : tag);
  }

  private static Dictionary read(String resource) {
    Map<Integer, Entry> entries = new HashMap<>();
    try (InputStream in = Objects.requireNonNull(Dictionary.class.getResourceAsStream(resource));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] parts = line.split(" ");
          boolean bySign = parts[1].equals("XS");
          Vr vr = bySign ? Vr.US : Vr.valueOf(parts[1]);
          entries.put(Integer.parseUnsignedInt(parts[0], 16), new Entry(vr, bySign, parts[2]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Dictionary(entries);
  }
}
