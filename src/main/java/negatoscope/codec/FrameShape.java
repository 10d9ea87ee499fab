package negatoscope.codec;

/**
 * What the samples of a frame are expected to be, before its stream is looked at.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param components samples of a pixel, 1 to 4
 */
public record FrameShape(int width, int height, int components) {
  /** Most samples of one frame. */
  public static final long MOST_SAMPLES = 1L << 28;

  /** Refuses what no caller may ask for. */
  public FrameShape {
    if (width < 1 || height < 1 || components < 1 || components > 4) {
      throw new IllegalArgumentException(
          "no frame: %d x %d x %d".formatted(width, height, components));
    }
    if ((long) width * height * components > MOST_SAMPLES) {
      throw new IllegalArgumentException("more than %d samples".formatted(MOST_SAMPLES));
    }
  }

  /** Pixels. */
  public int pixels() {
    return width * height;
  }

  /** Samples: pixels × components. */
  public int samples() {
    return width * height * components;
  }
}
