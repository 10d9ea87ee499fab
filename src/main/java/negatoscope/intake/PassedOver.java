package negatoscope.intake;

import java.nio.file.Path;

/**
 * A file or folder beside the films that is none.
 *
 * @param sentence why, naming it
 */
public record PassedOver(Path file, Reason reason, String sentence) implements Found {
  /** Why; stable. */
  public enum Reason {
    /** Neither DICOM nor a picture. */
    NOT_A_FILM,
    /** No bytes in it. */
    EMPTY,
    /** DICOM, but a report, a presentation state or the like. */
    NO_PICTURE,
    /** Might have been DICOM, but its header makes no sense. */
    DAMAGED,
    /** May not be read, or a link into nothing. */
    UNREADABLE,
    /** A DICOMDIR; the films that it lists are found in its place. */
    DIRECTORY,
    /** Listed in a DICOMDIR, and not there. */
    MISSING,
    /** Has the SOP Instance UID of a film found before. */
    DUPLICATE,
    /** A ZIP archive in a folder or in another archive. */
    ARCHIVE,
    /** An entry of an archive that needs a password. */
    ENCRYPTED,
    /** An entry of an archive that is packed in an unknown way, or suspiciously well. */
    NOT_UNPACKED
  }
}
