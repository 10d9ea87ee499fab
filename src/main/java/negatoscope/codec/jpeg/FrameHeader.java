package negatoscope.codec.jpeg;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import negatoscope.codec.CodecException;

/**
 * The frame header (T.81 B.2.2).
 *
 * @param process the marker, SOF0 to SOF3
 * @param precision bits of a sample
 */
record FrameHeader(
    int process, int precision, int width, int height, List<FrameHeader.Component> components) {

  /**
   * One component's parameters.
   *
   * @param horizontal sampling factor, 1…4
   * @param vertical sampling factor, 1…4
   * @param quantisation number of its table, 0…3
   */
  record Component(int id, int horizontal, int vertical, int quantisation) {}

  /**
   * Reads the segment of a SOF marker.
   *
   * @throws CodecException UNSUPPORTED_PIXELS for a process that is not read, CORRUPT_PIXELS for
   *     parameters outside the standard
   */
  static FrameHeader read(int marker, Segments segment) {
    if (marker >= Marker.SOF9) {
      throw CodecException.unsupported(
          "the JPEG stream is coded arithmetically (SOF%d), which is not read."
              .formatted(marker - Marker.SOF0));
    }
    if (marker > Marker.SOF3) {
      throw CodecException.unsupported(
          "the JPEG stream is hierarchical (SOF%d), which is not read."
              .formatted(marker - Marker.SOF0));
    }
    int precision = segment.u8(0);
    int height = segment.u16(1);
    int width = segment.u16(3);
    int count = segment.u8(5);
    if (segment.length() != 6 + 3 * count || count == 0 || width == 0) {
      throw CodecException.corrupt("the JPEG stream has an impossible frame header.");
    }
    if (height == 0) {
      throw CodecException.unsupported(
          "the JPEG stream gives its height only behind its first scan, which is not read.");
    }
    boolean sound =
        switch (marker) {
          case Marker.SOF0 -> precision == 8;
          case Marker.SOF3 -> precision >= 2 && precision <= 16;
          default -> precision == 8 || precision == 12;
        };
    if (!sound) {
      throw CodecException.corrupt(
          "the JPEG stream has samples of %d bits, which process SOF%d does not know."
              .formatted(precision, marker - Marker.SOF0));
    }
    if (count > 4) {
      throw CodecException.unsupported(
          "the JPEG stream has %d components; at most 4 are read.".formatted(count));
    }
    List<Component> components = new ArrayList<>(count);
    Set<Integer> ids = new HashSet<>();
    for (int i = 0, at = 6; i < count; i++, at += 3) {
      int factors = segment.u8(at + 1);
      Component component =
          new Component(segment.u8(at), factors >> 4, factors & 15, segment.u8(at + 2));
      if (!ids.add(component.id)
          || !isFactor(component.horizontal)
          || !isFactor(component.vertical)
          || component.quantisation > 3) {
        throw CodecException.corrupt("the JPEG stream has an impossible frame header.");
      }
      components.add(component);
    }
    return new FrameHeader(marker, precision, width, height, List.copyOf(components));
  }

  private static boolean isFactor(int factor) {
    return factor >= 1 && factor <= 4;
  }

  /** Greatest horizontal sampling factor. */
  int mostHorizontal() {
    return components.stream().mapToInt(Component::horizontal).max().orElseThrow();
  }

  /** Greatest vertical sampling factor. */
  int mostVertical() {
    return components.stream().mapToInt(Component::vertical).max().orElseThrow();
  }
}
