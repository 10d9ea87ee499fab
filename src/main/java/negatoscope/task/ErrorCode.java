package negatoscope.task;

/**
 * The stable codes under which anything that went wrong is reported; a code is never renamed or
 * used twice.
 */
public enum ErrorCode {
  NOT_FOUND,
  NOT_READABLE,
  NOT_A_FILM,
  BAD_HEADER,
  TRUNCATED,
  NO_PIXELS,
  BAD_DIMENSIONS,
  CORRUPT_PIXELS,
  UNSUPPORTED_SYNTAX,
  UNSUPPORTED_PIXELS,
  TOO_LARGE,
  NOT_A_CHEST_FILM,
  NO_MODEL,
  BAD_MODEL,
  NEWER_SCHEMA,
  NO_ENGINE,
  NO_DEVICE,
  NO_WEIGHTS,
  BAD_WEIGHTS,
  BAD_DATASET,
  NOT_WRITABLE,
  EXISTS,
  CHANGED,
  BAD_JOURNAL,
  BAD_CHECKPOINT,
  NOT_FINITE,
  DISK_FULL,
  BUSY,
  INTERNAL
}
