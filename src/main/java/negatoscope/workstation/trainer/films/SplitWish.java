package negatoscope.workstation.trainer.films;

import com.fasterxml.jackson.annotation.JsonIgnore;
import negatoscope.training.data.Split;

/**
 * How films are shared out.
 *
 * @param given whether the parts that came with the films are kept, where there are some
 * @param train percent to learn from
 * @param validation percent to choose by
 * @param test percent to test on
 * @param seed of the draw
 */
public record SplitWish(boolean given, int train, int validation, int test, int seed) {
  /** What is usual: given parts are kept; else 64, 16 and 20 of 100 films. */
  public static final SplitWish USUAL = new SplitWish(true, 64, 16, 20, 1);

  /** Why films cannot be shared out so, in a sentence; empty where they can. */
  @JsonIgnore
  public String trouble() {
    if (train < 1 || validation < 1) {
      return "There must be films to learn from and films to choose by.";
    }
    int sum = train + validation + test;
    return sum == 100 ? "" : "The three shares make " + sum + " %, not 100 %.";
  }

  Split.Shares shares() {
    return new Split.Shares(train / 100.0, validation / 100.0, test / 100.0);
  }
}
