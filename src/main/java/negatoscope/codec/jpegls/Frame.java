package negatoscope.codec.jpegls;

import java.util.ArrayList;
import java.util.List;
import negatoscope.codec.CodecException;
import negatoscope.codec.FrameShape;
import negatoscope.task.ErrorCode;

/**
 * A frame header (SOF<sub>55</sub>; T.87 C.2.2).
 *
 * @param precision bits of a sample, 2 to 16
 * @param components the components' names, in the order of the picture
 */
record Frame(FrameShape shape, int precision, List<Integer> components) {

  /**
   * Reads the header.
   *
   * @throws CodecException BAD_DIMENSIONS where it is not the shape expected, else CORRUPT_PIXELS
   *     or UNSUPPORTED_PIXELS
   */
  static Frame read(Segment segment, FrameShape expected) {
    int precision = segment.number(1);
    int height = segment.number(2);
    int width = segment.number(2);
    int count = segment.number(1);
    if (precision < 2 || precision > 16) {
      throw CodecException.corrupt(
          "the JPEG-LS stream says %d bits a sample, which T.87 does not know."
              .formatted(precision));
    }
    if (height == 0 || width == 0) {
      throw CodecException.unsupported(
          "the JPEG-LS stream says its size elsewhere than in its frame header, which is not"
              + " read.");
    }
    if (width != expected.width()
        || height != expected.height()
        || count != expected.components()) {
      throw new CodecException(
          ErrorCode.BAD_DIMENSIONS,
          "the JPEG-LS stream says %d x %d pixels of %d components where %d x %d of %d are expected."
              .formatted(
                  width,
                  height,
                  count,
                  expected.width(),
                  expected.height(),
                  expected.components()));
    }
    return new Frame(expected, precision, components(segment, count));
  }

  private static List<Integer> components(Segment segment, int count) {
    List<Integer> names = new ArrayList<>();
    int sampling = 0;
    for (int i = 0; i < count; i++) {
      int name = segment.number(1);
      if (names.contains(name)) {
        throw CodecException.corrupt("the JPEG-LS stream names a component twice.");
      }
      names.add(name);
      int factors = segment.number(1);
      if (i > 0 && factors != sampling) {
        throw CodecException.unsupported(
            "the JPEG-LS stream has sub-sampled components, which are not read.");
      }
      sampling = factors;
      segment.number(1);
    }
    return List.copyOf(names);
  }
}
