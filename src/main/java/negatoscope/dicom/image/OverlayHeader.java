package negatoscope.dicom.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import negatoscope.codec.Decoded;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Frame;
import negatoscope.dicom.PixelFormat;
import negatoscope.dicom.Tag;
import negatoscope.film.FilmSize;
import negatoscope.film.Overlay;

/**
 * The overlay planes of a data set (PS3.3 C.9.2), in elements of their own or, as it was done
 * before 2004, in unused bits of the pixels. A plane is believed as far as its bits reach.
 */
final class OverlayHeader {
  private static final int FIRST_GROUP = 0x6000;
  private static final int LAST_GROUP = 0x60FE;

  private final DataSet set;
  private final PixelFormat format;
  private final Repairs repairs;

  OverlayHeader(DataSet set, PixelFormat format, Repairs repairs) {
    this.set = set;
    this.format = format;
    this.repairs = repairs;
  }

  /**
   * The planes that belong to a frame.
   *
   * @param frame as it was decoded, its unused bits not masked yet
   * @param index of the frame, from 0
   */
  List<Overlay> read(Frame frame, int index) {
    List<Overlay> overlays = new ArrayList<>();
    for (int group = FIRST_GROUP; group <= LAST_GROUP; group += 2) {
      if (set.has(tag(group, Tag.OVERLAY_ROWS)) || set.has(tag(group, Tag.OVERLAY_DATA))) {
        plane(group, frame, index).ifPresent(overlays::add);
      }
    }
    return overlays;
  }

  private Optional<Overlay> plane(int group, Frame frame, int index) {
    long height = whole(group, Tag.OVERLAY_ROWS, 0, 0);
    long width = whole(group, Tag.OVERLAY_COLUMNS, 0, 0);
    if (width < 1 || height < 1 || width * height > FilmSize.MOST_PIXELS) {
      return leftOut(group, "is %d x %d pixels".formatted(width, height));
    }
    long shown = 0;
    if (set.has(tag(group, Tag.NUMBER_OF_FRAMES_IN_OVERLAY))) {
      shown = index + 1 - whole(group, Tag.IMAGE_FRAME_ORIGIN, 0, 1);
      if (shown < 0 || shown >= whole(group, Tag.NUMBER_OF_FRAMES_IN_OVERLAY, 0, 1)) {
        return Optional.empty();
      }
    }
    byte[] data =
        set.find(tag(group, Tag.OVERLAY_DATA)).map(Attribute::raw).orElseGet(() -> new byte[0]);
    if (data.length == 0) {
      return inPixels(group, frame.pixels());
    }
    long first = shown * width * height;
    long there = Math.min(height, (8L * data.length - first) / width);
    if (there < 1) {
      return leftOut(group, "has no bits");
    }
    if (there < height) {
      repairs.repaired(
          "Overlay %04X has bits for %d of its %d rows.".formatted(group, there, height));
    }
    int from = (int) (first / 8);
    int to = (int) ((first + width * there + 7) / 8);
    int skipped = (int) (first % 8);
    BitSet bits = BitSet.valueOf(Arrays.copyOfRange(data, from, to));
    return Optional.of(
        overlay(
            group, (int) width, (int) there, bits.get(skipped, skipped + (int) (width * there))));
  }

  private Optional<Overlay> inPixels(int group, Decoded pixels) {
    long position = whole(group, Tag.OVERLAY_BIT_POSITION, 0, 0);
    boolean free =
        position >= 0
            && position < pixels.bits()
            && (position < format.shift() || position >= format.shift() + format.stored());
    if (whole(group, Tag.OVERLAY_BITS_ALLOCATED, 0, 1) == 1
        || format.samples() != 1
        || pixels.bits() != format.allocated()
        || !free) {
      return leftOut(group, "has no bits");
    }
    BitSet bits = new BitSet(pixels.shape().pixels());
    short[] shorts = pixels.shorts();
    for (int i = 0; i < shorts.length; i++) {
      if ((shorts[i] >> position & 1) == 1) {
        bits.set(i);
      }
    }
    byte[] bytes = pixels.bytes();
    for (int i = 0; i < bytes.length; i++) {
      if ((bytes[i] >> position & 1) == 1) {
        bits.set(i);
      }
    }
    return Optional.of(overlay(group, pixels.shape().width(), pixels.shape().height(), bits));
  }

  private Overlay overlay(int group, int width, int height, BitSet bits) {
    return new Overlay(
        group,
        set.text(tag(group, Tag.OVERLAY_LABEL)),
        set.text(tag(group, Tag.OVERLAY_DESCRIPTION)),
        set.text(tag(group, Tag.OVERLAY_TYPE)).equalsIgnoreCase("R")
            ? Overlay.Kind.REGION_OF_INTEREST
            : Overlay.Kind.GRAPHICS,
        (int) whole(group, Tag.OVERLAY_ORIGIN, 1, 1) - 1,
        (int) whole(group, Tag.OVERLAY_ORIGIN, 0, 1) - 1,
        width,
        height,
        bits);
  }

  private Optional<Overlay> leftOut(int group, String why) {
    repairs.repaired("Overlay %04X %s and was left out.".formatted(group, why));
    return Optional.empty();
  }

  private long whole(int group, int tag, int index, long missing) {
    List<Double> numbers = set.numbers(tag(group, tag));
    double number = index < numbers.size() ? numbers.get(index) : missing;
    return (long) Math.max(-FilmSize.MOST_PIXELS, Math.min(FilmSize.MOST_PIXELS, number));
  }

  private static int tag(int group, int tagOf6000) {
    return group << 16 | (tagOf6000 & 0xFFFF);
  }
}
