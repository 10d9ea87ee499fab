package negatoscope.dicom;

import java.nio.file.Path;
import java.util.List;
import negatoscope.film.FilmException;
import negatoscope.task.ErrorCode;

/**
 * How a data set and its pixels are coded (PS3.5 section 10, PS3.6 annex A).
 *
 * @param uid its unique identifier
 * @param name the standard's name; {@code unknown} where it has none
 * @param coding how data elements are coded
 * @param encapsulated whether pixels are a compressed stream in items
 */
public record TransferSyntax(String uid, String name, Coding coding, boolean encapsulated) {
  /** How data elements are coded. */
  public enum Coding {
    IMPLICIT_LITTLE,
    EXPLICIT_LITTLE,
    EXPLICIT_BIG,
    DEFLATED,
    UNKNOWN
  }

  /** Implicit VR Little Endian, DICOM's default. */
  public static final TransferSyntax IMPLICIT =
      new TransferSyntax(
          "1.2.840.10008.1.2", "Implicit VR Little Endian", Coding.IMPLICIT_LITTLE, false);

  /** Explicit VR Little Endian, in which this program writes. */
  public static final TransferSyntax EXPLICIT =
      new TransferSyntax(
          "1.2.840.10008.1.2.1", "Explicit VR Little Endian", Coding.EXPLICIT_LITTLE, false);

  /** Explicit VR Big Endian, retired. */
  public static final TransferSyntax EXPLICIT_BIG =
      new TransferSyntax(
          "1.2.840.10008.1.2.2", "Explicit VR Big Endian", Coding.EXPLICIT_BIG, false);

  private static final List<TransferSyntax> KNOWN =
      List.of(
          IMPLICIT,
          EXPLICIT,
          EXPLICIT_BIG,
          new TransferSyntax(
              "1.2.840.10008.1.2.1.99",
              "Deflated Explicit VR Little Endian",
              Coding.DEFLATED,
              false),
          compressed("1.98", "Encapsulated Uncompressed Explicit VR Little Endian"),
          compressed("4.50", "JPEG Baseline (Process 1)"),
          compressed("4.51", "JPEG Extended (Process 2 and 4)"),
          compressed("4.53", "JPEG Spectral Selection, Non-Hierarchical (Process 6 and 8)"),
          compressed("4.55", "JPEG Full Progression, Non-Hierarchical (Process 10 and 12)"),
          compressed("4.57", "JPEG Lossless, Non-Hierarchical (Process 14)"),
          compressed(
              "4.70",
              "JPEG Lossless, Non-Hierarchical, First-Order Prediction (Process 14, Selection Value"
                  + " 1)"),
          compressed("4.80", "JPEG-LS Lossless"),
          compressed("4.81", "JPEG-LS Lossy (Near-Lossless)"),
          compressed("4.90", "JPEG 2000 (Lossless Only)"),
          compressed("4.91", "JPEG 2000"),
          compressed("4.92", "JPEG 2000 Part 2 Multi-component (Lossless Only)"),
          compressed("4.93", "JPEG 2000 Part 2 Multi-component"),
          compressed("4.94", "JPIP Referenced"),
          compressed("4.95", "JPIP Referenced Deflate"),
          compressed("4.100", "MPEG2 Main Profile / Main Level"),
          compressed("4.101", "MPEG2 Main Profile / High Level"),
          compressed("4.102", "MPEG-4 AVC/H.264 High Profile / Level 4.1"),
          compressed("4.103", "MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1"),
          compressed("4.104", "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video"),
          compressed("4.105", "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video"),
          compressed("4.106", "MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2"),
          compressed("4.107", "HEVC/H.265 Main Profile / Level 5.1"),
          compressed("4.108", "HEVC/H.265 Main 10 Profile / Level 5.1"),
          compressed("4.110", "JPEG XL Lossless"),
          compressed("4.111", "JPEG XL JPEG Recompression"),
          compressed("4.112", "JPEG XL"),
          compressed("4.201", "High-Throughput JPEG 2000 (Lossless Only)"),
          compressed("4.202", "High-Throughput JPEG 2000 with RPCL Options (Lossless Only)"),
          compressed("4.203", "High-Throughput JPEG 2000"),
          compressed("5", "RLE Lossless"));

  /** By its identifier. */
  public static TransferSyntax of(String uid) {
    for (TransferSyntax syntax : KNOWN) {
      if (syntax.uid.equals(uid)) {
        return syntax;
      }
    }
    return new TransferSyntax(uid, "unknown", Coding.UNKNOWN, true);
  }

  /** Whether data elements say their value representation. */
  public boolean isExplicit() {
    return coding != Coding.IMPLICIT_LITTLE;
  }

  /** Whether this program can read the data elements. */
  public boolean isReadable() {
    return coding != Coding.UNKNOWN;
  }

  /** Refuses a file that is coded in it, by name and identifier. */
  public FilmException unsupported(Path file) {
    return new FilmException(
        ErrorCode.UNSUPPORTED_SYNTAX,
        file,
        "is coded in the transfer syntax %s (%s), which is not read.".formatted(name, uid),
        "Export it uncompressed, as Explicit VR Little Endian.");
  }

  @Override
  public String toString() {
    return name + ", " + uid;
  }

  private static TransferSyntax compressed(String end, String name) {
    return new TransferSyntax("1.2.840.10008.1.2." + end, name, Coding.EXPLICIT_LITTLE, true);
  }
}
