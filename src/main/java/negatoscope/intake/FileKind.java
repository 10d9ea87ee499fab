package negatoscope.intake;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import negatoscope.dicom.DicomToolkit;

/** What a file is, by its first bytes. */
enum FileKind {
  DICOM,
  /** DICOM too, but a DICOMDIR and no film. */
  DIRECTORY,
  PNG,
  JPEG,
  TIFF,
  ZIP,
  OTHER;

  private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
  private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] TIFF_LITTLE = {'I', 'I', 42, 0};
  private static final byte[] TIFF_BIG = {'M', 'M', 0, 42};
  private static final byte[] ZIP_ENTRY = {'P', 'K', 3, 4};
  private static final byte[] ZIP_END = {'P', 'K', 5, 6};

  /** The SOP class of a DICOMDIR, which its meta header names within the first bytes. */
  private static final Pattern DIRECTORY_CLASS =
      Pattern.compile("1\\.2\\.840\\.10008\\.1\\.3\\.10[^0-9.]");

  /**
   * Looks at the first bytes. A toolkit that is sure comes first, for a DICOM preamble may hold the
   * start of a TIFF file (PS3.10 section 7.1).
   */
  static FileKind of(byte[] head, DicomToolkit dicom) {
    DicomToolkit.Likeness likeness = dicom.likeness(head);
    if (likeness == DicomToolkit.Likeness.CERTAIN) {
      String text = new String(head, StandardCharsets.ISO_8859_1);
      return DIRECTORY_CLASS.matcher(text).find() ? DIRECTORY : DICOM;
    }
    if (startsWith(head, PNG_SIGNATURE)) {
      return PNG;
    }
    if (startsWith(head, JPEG_START)) {
      return JPEG;
    }
    if (startsWith(head, TIFF_LITTLE) || startsWith(head, TIFF_BIG)) {
      return TIFF;
    }
    if (startsWith(head, ZIP_ENTRY) || startsWith(head, ZIP_END)) {
      return ZIP;
    }
    return likeness == DicomToolkit.Likeness.POSSIBLE ? DICOM : OTHER;
  }

  private static boolean startsWith(byte[] head, byte[] start) {
    return head.length >= start.length
        && java.util.Arrays.equals(head, 0, start.length, start, 0, start.length);
  }
}
