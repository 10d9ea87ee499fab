package negatoscope.library.files;

import java.util.Arrays;

/** Names of a ZIP's entries, as far as they can be trusted. */
final class EntryName {
  private EntryName() {}

  /**
   * Whether a name stays in the folder that the ZIP is unpacked to, on every system: relative, no
   * step upwards, no drive letter, no backslash, no control character.
   */
  static boolean staysInside(String name) {
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    return !path.isEmpty()
        && path.chars().noneMatch(c -> c == '\\' || c == ':' || Character.isISOControl(c))
        && Arrays.stream(path.split("/", -1))
            .noneMatch(step -> step.isEmpty() || step.equals(".") || step.equals(".."));
  }
}
