package negatoscope.command.dataset;

import java.util.ArrayList;
import java.util.List;
import negatoscope.task.Failure;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.FilmGroups;
import negatoscope.training.data.Folds;
import negatoscope.training.data.Split;
import negatoscope.training.scan.ScannedSet;

/** Splits that a training could use, if they can be made. */
sealed interface PossibleSplit {
  /** They can be made, of the films that can be read. */
  record Made(DataSet dataSet, List<Split> splits) implements PossibleSplit {}

  /** They cannot be made, for this reason. */
  record Refused(String why) implements PossibleSplit {}

  /** Which splits are asked for. */
  enum Kind {
    ONE,
    FOLDS,
    LEAVE_ONE_OUT
  }

  /**
   * Makes them.
   *
   * @param folds how many, where folds are asked for
   */
  static PossibleSplit of(ScannedSet readable, Kind kind, int folds, long seed) {
    DataSet dataSet = readable.dataSet();
    FilmGroups groups = readable.groups();
    try {
      List<Split> splits =
          switch (kind) {
            case ONE -> List.of(Split.of(dataSet, groups, seed));
            case FOLDS -> new Folds.Drawn(folds).splits(dataSet, groups, seed);
            case LEAVE_ONE_OUT ->
                new ArrayList<>(Split.leaveOneOut(dataSet, groups, seed).values());
          };
      return splits.isEmpty()
          ? new Refused("Without any one collection too little is left to learn a class from.")
          : new Made(dataSet, splits);
    } catch (Failure e) {
      return new Refused(e.sentence() + " " + e.advice());
    }
  }
}
