package negatoscope.film;

import java.util.BitSet;

/**
 * One overlay plane of the file (group 60xx, PS3.3 C.9.2): bits that are drawn over the film.
 *
 * <p>The bits handed to the constructor belong to this object from then on.
 *
 * @param group 0x6000 to 0x60FE, even
 * @param label Overlay Label; may be empty
 * @param description Overlay Description; may be empty
 * @param kind graphics, or a region of interest
 * @param left column of the film under the plane's first column, from 0; may be negative
 * @param top row of the film under the plane's first row, from 0; may be negative
 * @param width columns of the plane
 * @param height rows of the plane
 * @param bits row by row, width × height
 */
public record Overlay(
    int group,
    String label,
    String description,
    Kind kind,
    int left,
    int top,
    int width,
    int height,
    BitSet bits) {
  /** Overlay Type. */
  public enum Kind {
    GRAPHICS,
    REGION_OF_INTEREST
  }

  /** Whether the overlay marks a pixel of the film; column and row count from 0. */
  public boolean marks(int column, int row) {
    int x = column - left;
    int y = row - top;
    return x >= 0 && x < width && y >= 0 && y < height && bits.get(y * width + x);
  }
}
