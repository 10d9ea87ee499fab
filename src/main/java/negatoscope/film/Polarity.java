package negatoscope.film;

/** How the greatest value after the window is shown. */
public enum Polarity {
  /** MONOCHROME2: the greatest value is white; on a radiograph bone is bright. */
  MONOCHROME2,
  /** MONOCHROME1, or Presentation LUT Shape INVERSE: the greatest value is black. */
  MONOCHROME1;

  /** Whether the picture is turned over after the window. */
  public boolean inverted() {
    return this == MONOCHROME1;
  }
}
