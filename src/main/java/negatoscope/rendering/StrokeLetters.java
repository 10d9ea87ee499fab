package negatoscope.rendering;

import java.awt.geom.Path2D;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Letters made of strokes on a grid: columns 0 to 4, rows 0 (height of capitals) to 6 (the line
 * that letters stand on) and 8 (tails). Two digits are a point, a space goes on, a slash lifts the
 * pen.
 */
final class StrokeLetters {
  private static final String UNKNOWN = "00 40 46 06 00";
  private static final double SPACE = 3;
  private static final double GAP = 1.8;
  private static final Map<Character, String> SHAPES = new HashMap<>();

  static {
    String[] shapes = {
      "A06 20 46/14 34",
      "B03 33 44 45 36 06 00 30 41 42 33",
      "C41 30 10 01 05 16 36 45",
      "D00 20 42 44 26 06 00",
      "E40 00 06 46/03 33",
      "F40 00 06/03 33",
      "G41 30 10 01 05 16 36 45 43 23",
      "H00 06/40 46/03 43",
      "I10 16",
      "J40 45 36 16 05",
      "K00 06/40 03 46",
      "L00 06 46",
      "M06 00 23 40 46",
      "N06 00 46 40",
      "O10 30 41 45 36 16 05 01 10",
      "P06 00 30 41 42 33 03",
      "Q10 30 41 45 36 16 05 01 10/34 46",
      "R06 00 30 41 42 33 03/23 46",
      "S41 30 10 01 02 13 33 44 45 36 16 05",
      "T00 40/20 26",
      "U00 05 16 36 45 40",
      "V00 26 40",
      "W00 16 22 36 40",
      "X00 46/40 06",
      "Y00 23 40/23 26",
      "Z00 40 06 46",
      "a12 32 43 46/44 14 05 16 36 45",
      "b00 06/03 12 32 43 45 36 16 05",
      "c43 32 12 03 05 16 36 45",
      "d40 46/43 32 12 03 05 16 36 45",
      "e04 44 43 32 12 03 05 16 36 45",
      "f30 20 11 16/02 32",
      "g42 47 38 18 07/43 32 12 03 05 16 36 45",
      "h00 06/03 12 32 43 46",
      "i12 16/10 10",
      "j22 27 18 08/20 20",
      "k00 06/32 04 36",
      "l10 16",
      "m02 06/03 12 23 26/23 32 43 46",
      "n02 06/03 12 32 43 46",
      "o12 32 43 45 36 16 05 03 12",
      "p02 08/03 12 32 43 45 36 16 05",
      "q42 48/43 32 12 03 05 16 36 45",
      "r02 06/03 12 32",
      "s42 12 03 14 34 45 36 06",
      "t10 15 26 36/02 32",
      "u02 05 16 36 45/42 46",
      "v02 26 42",
      "w02 16 23 36 42",
      "x02 46/42 06",
      "y02 26/42 26 18 08",
      "z02 42 06 46",
      "010 30 41 45 36 16 05 01 10",
      "101 20 26",
      "201 10 30 41 42 06 46",
      "301 10 30 41 42 33 23/33 44 45 36 16 05",
      "436 30 04 44",
      "540 00 03 33 44 45 36 16 05",
      "641 30 10 01 05 16 36 45 44 33 13 04",
      "700 40 16",
      "813 02 01 10 30 41 42 33 13 04 05 16 36 45 44 33",
      "942 33 13 02 01 10 30 41 45 36 16 05",
      ".06 06",
      ",16 07",
      ":02 02/06 06",
      ";12 12/16 07",
      "-13 33",
      "_07 47",
      "/40 06",
      "%00 10 11 01 00/35 45 46 36 35/40 06",
      "(20 11 15 26",
      ")10 21 25 16",
      "+21 25/03 43",
      "=02 42/04 44",
      "'10 12",
      "\"10 12/30 32",
      "!10 14/16 16",
      "?01 10 30 41 42 23 24/26 26"
    };
    for (String shape : shapes) {
      SHAPES.put(shape.charAt(0), shape.substring(1));
    }
  }

  private StrokeLetters() {}

  /** Pixels from one grid line to the next, for a size as fonts count it. */
  static double scale(int size) {
    return size * 0.72 / 6;
  }

  /** How wide a text is, in grid lines. */
  static double width(String text) {
    double width = 0;
    for (char letter : plain(text).toCharArray()) {
      width += advance(letter);
    }
    return width;
  }

  /** The strokes of a text. */
  static Path2D path(String text, double x, double y, double scale) {
    Path2D path = new Path2D.Double();
    double left = x;
    for (char letter : plain(text).toCharArray()) {
      if (letter != ' ') {
        for (String stroke : SHAPES.getOrDefault(letter, UNKNOWN).split("/")) {
          boolean first = true;
          for (String point : stroke.split(" ")) {
            double px = left + (point.charAt(0) - '0') * scale;
            double py = y + (point.charAt(1) - '0' - 6) * scale;
            if (first) {
              path.moveTo(px, py);
            } else {
              path.lineTo(px, py);
            }
            first = false;
          }
        }
      }
      left += advance(letter) * scale;
    }
    return path;
  }

  private static double advance(char letter) {
    if (letter == ' ') {
      return SPACE;
    }
    int right = 0;
    for (String point : SHAPES.getOrDefault(letter, UNKNOWN).split("[ /]")) {
      right = Math.max(right, point.charAt(0) - '0');
    }
    return right + GAP;
  }

  /** Without accents, and with dots for an ellipsis. */
  private static String plain(String text) {
    return Normalizer.normalize(text.replace("…", "..."), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "");
  }
}
