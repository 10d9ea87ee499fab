package negatoscope.dicom.builtin;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Dictionary;
import negatoscope.dicom.Tag;
import negatoscope.dicom.TransferSyntax;
import negatoscope.dicom.Vr;
import negatoscope.film.FilmException;
import negatoscope.film.FilmSize;
import negatoscope.film.FilmWarning;
import negatoscope.task.ErrorCode;

/** Reads DICOM files (PS3.10), also without preamble or meta header. */
final class DicomReader {
  private static final int PREAMBLE = 128;
  private static final byte[] LETTERS = "DICM".getBytes(StandardCharsets.US_ASCII);

  private DicomReader() {}

  /** Judges a file by its first bytes. */
  static DicomToolkit.Likeness likeness(byte[] head) {
    if (magicEnd(head) > 0) {
      return DicomToolkit.Likeness.CERTAIN;
    }
    if (head.length < 8) {
      return DicomToolkit.Likeness.NONE;
    }
    int tag = tag(head);
    int group = Tag.group(tag);
    boolean starts = group == 2 || group == 8;
    boolean possible =
        starts && Dictionary.standard().knows(tag) && (isExplicit(head) || isImplicit(head));
    return possible ? DicomToolkit.Likeness.POSSIBLE : DicomToolkit.Likeness.NONE;
  }

  /** All elements up to the pixels. */
  static DicomFile header(Path file) {
    return read(file, false);
  }

  /** All elements and the pixels. */
  static DicomFile whole(Path file) {
    return read(file, true);
  }

  private static DicomFile read(Path file, boolean withPixels) {
    try (ElementInput in = ElementInput.of(file)) {
      byte[] head = in.peek(1024);
      if (likeness(head) == DicomToolkit.Likeness.NONE) {
        throw new FilmException(ErrorCode.NOT_A_FILM, file, "is no DICOM file.", "Choose a film.");
      }
      in.skip(magicEnd(head));
      ElementReader reader = new ElementReader(in);
      DataSet.Builder set = reader.meta();
      List<FilmWarning> warnings = new ArrayList<>();
      TransferSyntax syntax = syntax(set, in, warnings);
      if (!syntax.isReadable()) {
        throw unsupported(file, syntax);
      }
      if (in.remaining() == 0) {
        throw in.truncated();
      }
      DataSet dataSet = reader.dataSet(set, syntax.isExplicit()).build();
      byte[] pixels = withPixels ? pixels(in, dataSet, syntax) : new byte[0];
      return new DicomFile(file, syntax, dataSet, pixels, List.copyOf(warnings));
    }
  }

  static FilmException unsupported(Path file, TransferSyntax syntax) {
    return new FilmException(
        ErrorCode.UNSUPPORTED_SYNTAX,
        file,
        "is coded in the transfer syntax %s (%s), which is not read."
            .formatted(syntax.name(), syntax.uid()),
        "Export it uncompressed, as Explicit VR Little Endian.");
  }

  private static byte[] pixels(ElementInput in, DataSet dataSet, TransferSyntax syntax) {
    long length = dataSet.find(Tag.PIXEL_DATA).map(Attribute::length).orElse(0L);
    if (length != 0 && syntax.encapsulated()) {
      throw unsupported(in.file(), syntax);
    }
    if (length < 0) {
      throw in.badHeader("uncompressed Pixel Data has no length");
    }
    if (length > in.remaining()) {
      throw new FilmException(
          ErrorCode.TRUNCATED,
          in.file(),
          "ends in the middle of its pixels: %d of %d bytes are there."
              .formatted(in.remaining(), length),
          "Get the file again from where it comes from.");
    }
    FilmSize.checkBytes(in.file(), length);
    return in.bytes(length);
  }

  /** What the meta header says, corrected by what the first element looks like. */
  private static TransferSyntax syntax(
      DataSet.Builder meta, ElementInput in, List<FilmWarning> warnings) {
    String uid = meta.find(Tag.TRANSFER_SYNTAX_UID).map(Attribute::text).orElse("");
    byte[] start = in.peek(8);
    boolean explicit = isExplicit(start);
    TransferSyntax found = explicit ? TransferSyntax.EXPLICIT : TransferSyntax.IMPLICIT;
    if (uid.isEmpty()) {
      warnings.add(guessed("The file does not say its transfer syntax", found));
      return found;
    }
    TransferSyntax said = TransferSyntax.of(uid);
    boolean plain = said.equals(TransferSyntax.EXPLICIT) || said.equals(TransferSyntax.IMPLICIT);
    boolean wrong = said.isExplicit() ? !explicit && isImplicit(start) : explicit;
    if (plain && wrong) {
      warnings.add(guessed("The file says that it is " + said.name(), found));
      return found;
    }
    return said;
  }

  private static FilmWarning guessed(String why, TransferSyntax found) {
    return new FilmWarning(
        FilmWarning.Code.SYNTAX_GUESSED, why + "; it was read as " + found.name() + ".");
  }

  /** Whether bytes are an element with its kind in letters. */
  private static boolean isExplicit(byte[] start) {
    return start.length >= 8 && Vr.names(start[4], start[5]);
  }

  /** Whether bytes are a known element with a length that a first element may have. */
  private static boolean isImplicit(byte[] start) {
    return start.length >= 8
        && start[6] == 0
        && start[7] == 0
        && Dictionary.standard().knows(tag(start));
  }

  private static int tag(byte[] start) {
    return u16(start, 0) << 16 | u16(start, 2);
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  /** Where the letters DICM end: after the preamble, or at 4 where that is missing; else 0. */
  private static int magicEnd(byte[] head) {
    for (int at : new int[] {PREAMBLE, 0}) {
      int end = at + LETTERS.length;
      if (head.length >= end && java.util.Arrays.equals(head, at, end, LETTERS, 0, 4)) {
        return end;
      }
    }
    return 0;
  }
}
