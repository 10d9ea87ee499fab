package negatoscope.rendering;

import java.util.HexFormat;

/**
 * Colours for values from 0 to 1.
 *
 * <p>{@link #INFERNO}, {@link #VIRIDIS} and {@link #CIVIDIS} are the perceptually uniform maps by
 * S. van der Walt, N. Smith and J. R. Nuñez (CC0), kept here at 33 points: equal steps of the value
 * look like equal steps, in grey print too. {@link #HOT} and {@link #JET} are not uniform and are
 * here for those who expect them.
 */
public enum ColourMap {
  /** Black, violet, orange, pale yellow; uniform. The default. */
  INFERNO(
      "Inferno",
      "000004 040312 0b0724 150b37 210c4a 2e0a5a 3c0965 4a0c6b 57106d 63146e 70196e"
          + " 7d1e6d 89226a 962766 a32b61 af315c bb3755 c63e4d d14644 db4f3b e35932 eb6528"
          + " f1711e f67f14 f98d0a fb9c06 fcab0f fbba1f f9ca32 f5d949 f2e865 f3f586 fcffa4"),
  /** Violet, green, yellow; uniform. */
  VIRIDIS(
      "Viridis",
      "440154 470d60 48186a 482374 472d7b 453681 424086 3f4989 3b528b 375a8d 33638d"
          + " 2f6a8e 2c728e 297a8e 26818e 23898e 21908c 1f988b 1f9f88 21a685 28ae80 31b57b"
          + " 3ebc74 4cc26c 5dc963 6ece58 82d34c 96d83f abdc32 c0df24 d5e21a eae51a fde725"),
  /** Blue, grey, yellow; uniform, and much the same to colour-blind eyes. */
  CIVIDIS(
      "Cividis",
      "00224e 00285b 002e6a 043371 1a386f 273e6e 32436d 3b496c 434e6c 4b546c 52596d"
          + " 5a5f6e 61656f 686a71 6f7073 757676 7c7b78 848179 8b8778 938d78 9b9376 a39a75"
          + " aba072 b3a670 bbad6c c3b469 ccba64 d4c15f ddc958 e6d051 efd748 f8df3c fee838"),
  /** Black, red, yellow, white. */
  HOT("Hot", "000000 ff0000 ffff00 ffffff"),
  /** Blue, cyan, yellow, red. */
  JET("Jet", "000080 0000ff 0080ff 00ffff 80ff80 ffff00 ff8000 ff0000 800000");

  /** What is used unless another is asked for. */
  public static final ColourMap DEFAULT = INFERNO;

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // never changed and never handed out
  private final int[] points;

  ColourMap(String label, String points) {
    this.label = label;
    this.points = parse(points);
  }

  private static int[] parse(String points) {
    String[] texts = points.split(" ");
    int[] colours = new int[texts.length];
    for (int i = 0; i < texts.length; i++) {
      colours[i] = HexFormat.fromHexDigits(texts[i]);
    }
    return colours;
  }

  /** What people call it. */
  public String label() {
    return label;
  }

  /**
   * The colour of a value.
   *
   * @param value 0 to 1; what lies outside is taken as the nearer end
   * @return opaque, as 0xAARRGGBB
   */
  public int argb(double value) {
    double place = Math.max(0, Math.min(1, value)) * (points.length - 1);
    int at = Math.min(points.length - 2, (int) place);
    double share = place - at;
    int colour = 0xFF;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int low = points[at] >> shift & 0xFF;
      int high = points[at + 1] >> shift & 0xFF;
      colour = colour << 8 | (int) Math.round(low + share * (high - low));
    }
    return colour;
  }
}
