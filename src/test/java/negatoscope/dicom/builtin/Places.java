package negatoscope.dicom.builtin;

import java.util.ArrayList;
import java.util.List;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;

/**
 * Where the elements of a sound file stand, those of sequences and the items of compressed pixels
 * among them; found by a walk of its own, so that they can be damaged.
 */
final class Places {
  /**
   * An element.
   *
   * @param start its tag
   * @param lengthAt its length field
   * @param lengthBytes 2 or 4
   * @param value its value
   * @param end behind its value; of a sequence behind its header
   */
  record Place(int tag, int start, int lengthAt, int lengthBytes, int value, int end) {}

  private final byte[] file;
  private final List<Place> places = new ArrayList<>();

  private Places(byte[] file) {
    this.file = file;
  }

  static List<Place> of(byte[] file) {
    Places walk = new Places(file);
    int at = has(file, 128) ? 132 : has(file, 0) ? 4 : 0;
    boolean big = false;
    boolean explicit = true;
    boolean inMeta = true;
    while (at >= 0 && at + 8 <= file.length) {
      if (inMeta && walk.number(at, 2, false) != 2) {
        inMeta = false;
        big = file[at] == 0;
        explicit = Vr.names(file[at + 4], file[at + 5]);
      }
      at = walk.step(at, explicit, big);
    }
    return walk.places;
  }

  private int step(int at, boolean explicit, boolean big) {
    int tag = (int) (number(at, 2, big) << 16 | number(at + 2, 2, big));
    boolean marker = Tag.group(tag) == 0xFFFE;
    int lengthAt = at + 4;
    int lengthBytes = 4;
    if (explicit && !marker) {
      boolean wide = Vr.of(file[at + 4], file[at + 5]).hasLongLength();
      lengthAt = at + (wide ? 8 : 6);
      lengthBytes = wide ? 4 : 2;
    }
    if (lengthAt + lengthBytes > file.length) {
      return -1;
    }
    long length = number(lengthAt, lengthBytes, big);
    int value = lengthAt + lengthBytes;
    boolean opens =
        length == 0xFFFFFFFFL || (explicit && file[at + 4] == 'S' && file[at + 5] == 'Q');
    if (opens) {
      places.add(new Place(tag, at, lengthAt, lengthBytes, value, value));
      return value;
    }
    if (length > file.length - value) {
      return -1;
    }
    int end = value + (int) length;
    places.add(new Place(tag, at, lengthAt, lengthBytes, value, end));
    return end;
  }

  private long number(int at, int bytes, boolean big) {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number |= (file[at + i] & 0xFFL) << (8 * (big ? bytes - 1 - i : i));
    }
    return number;
  }

  private static boolean has(byte[] file, int at) {
    return file.length >= at + 4
        && file[at] == 'D'
        && file[at + 1] == 'I'
        && file[at + 2] == 'C'
        && file[at + 3] == 'M';
  }
}
