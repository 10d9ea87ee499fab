package negatoscope.dicom.builtin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Dictionary;
import negatoscope.dicom.Tag;
import negatoscope.dicom.TransferSyntax;
import negatoscope.dicom.Vr;

/** What the first bytes of a file and of its data set say about the rest. */
public final class FileStart {
  private static final int PREAMBLE = 128;
  private static final byte[] LETTERS = "DICM".getBytes(StandardCharsets.US_ASCII);

  private FileStart() {}

  /** Judges a file by its first bytes. */
  public static DicomToolkit.Likeness likeness(byte[] head) {
    if (magicEnd(head) > 0) {
      return DicomToolkit.Likeness.CERTAIN;
    }
    if (head.length < 8) {
      return DicomToolkit.Likeness.NONE;
    }
    int group = Tag.group(tag(head));
    boolean starts = (group == 2 || group == 8) && Dictionary.standard().knows(tag(head));
    boolean possible = (starts && (isExplicit(head) || isImplicit(head))) || isExplicitBig(head);
    return possible ? DicomToolkit.Likeness.POSSIBLE : DicomToolkit.Likeness.NONE;
  }

  /** Where the letters DICM end: after the preamble, or at 4 where that is missing; else 0. */
  public static int magicEnd(byte[] head) {
    for (int at : new int[] {PREAMBLE, 0}) {
      int end = at + LETTERS.length;
      if (head.length >= end && Arrays.equals(head, at, end, LETTERS, 0, 4)) {
        return end;
      }
    }
    return 0;
  }

  /**
   * What the meta header says, corrected by what the first element looks like.
   *
   * @param meta the elements of group 0002
   * @param start the first 8 bytes of the data set
   */
  public static TransferSyntax syntax(DataSet.Builder meta, byte[] start, Repairs repairs) {
    String uid = meta.find(Tag.TRANSFER_SYNTAX_UID).map(Attribute::text).orElse("");
    if (uid.isEmpty()) {
      TransferSyntax found = found(start, TransferSyntax.IMPLICIT);
      repairs.syntax(
          "The file does not say its transfer syntax; it was read as %s.".formatted(found.name()));
      return found;
    }
    TransferSyntax said = TransferSyntax.of(uid);
    boolean fits =
        switch (said.coding()) {
          case EXPLICIT_LITTLE -> isExplicit(start) || !isKnown(start);
          case IMPLICIT_LITTLE -> !isExplicit(start) && !isExplicitBig(start);
          case EXPLICIT_BIG -> isExplicitBig(start) || !isKnown(start);
          case DEFLATED -> !isExplicit(start) || !Dictionary.standard().knows(tag(start));
          case UNKNOWN -> true;
        };
    if (fits) {
      return said;
    }
    TransferSyntax found = found(start, said);
    // Compressed pixels stay what they are, however the elements around them are coded.
    TransferSyntax corrected =
        said.encapsulated()
            ? new TransferSyntax(said.uid(), said.name(), found.coding(), true)
            : found;
    repairs.syntax(
        "The file says that it is %s; its header was read as %s."
            .formatted(said.name(), found.name()));
    return corrected;
  }

  private static TransferSyntax found(byte[] start, TransferSyntax otherwise) {
    if (isExplicitBig(start)) {
      return TransferSyntax.EXPLICIT_BIG;
    }
    if (isExplicit(start)) {
      return TransferSyntax.EXPLICIT;
    }
    return isImplicit(start) ? TransferSyntax.IMPLICIT : otherwise;
  }

  private static boolean isKnown(byte[] start) {
    return isExplicit(start) || isImplicit(start) || isExplicitBig(start);
  }

  /** Whether bytes are an element with its kind in letters. */
  private static boolean isExplicit(byte[] start) {
    return start.length >= 8 && Vr.names(start[4], start[5]) && !isExplicitBig(start);
  }

  /** Whether bytes are a known element with its kind in letters, high bytes first. */
  private static boolean isExplicitBig(byte[] start) {
    return start.length >= 8
        && start[0] == 0
        && start[1] != 0
        && Vr.names(start[4], start[5])
        && Dictionary.standard().knows(ByteBuffer.wrap(start).getInt());
  }

  /** Whether bytes are a known element with a length that a first element may have. */
  private static boolean isImplicit(byte[] start) {
    return start.length >= 8
        && start[6] == 0
        && start[7] == 0
        && Dictionary.standard().knows(tag(start));
  }

  private static int tag(byte[] start) {
    return start.length < 4 ? 0 : u16(start, 0) << 16 | u16(start, 2);
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }
}
