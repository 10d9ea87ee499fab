package negatoscope.screening.worklist;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as the exports give them: no more digits than mean something, so that a difference in a
 * network's last bits is none in the list.
 */
final class Rounded {
  private Rounded() {}

  static BigDecimal probability(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
  }

  static BigDecimal milliseconds(double value) {
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
  }

  static BigDecimal hours(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
  }
}
