package negatoscope.rendering.plot;

/** Colours of series, told apart by colour-blind eyes too, on white as on dark grey. */
final class SeriesColours {
  /** After the palette of M. Okabe and K. Ito, a little darker or lighter to suit both grounds. */
  private static final int[] COLOURS = {
    0x2F7FC1, 0xD9661F, 0x1E9E77, 0xB65C9E, 0xB8860B, 0x5AA7D6, 0x7A7A7A, 0xC23B3B
  };

  private SeriesColours() {}

  /** The colour of the series of a number, from 0. */
  static int of(int number) {
    return COLOURS[number % COLOURS.length];
  }
}
