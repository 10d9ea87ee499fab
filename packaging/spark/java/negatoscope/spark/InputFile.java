package negatoscope.spark;

import java.io.Serializable;

/**
 * A file that may be a film.
 *
 * @param uri by which any executor finds it
 * @param path what it is called in rows: relative to the folder, with {@code /} between names
 * @param modified when it was last written, in milliseconds since 1970
 */
record InputFile(String uri, String path, long modified) implements Serializable {
  /** Its last name. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** What comes before its last name in its path; empty or with a {@code /} at its end. */
  String parent() {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
