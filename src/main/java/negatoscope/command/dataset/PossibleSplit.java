package negatoscope.command.dataset;

import negatoscope.training.data.DataSet;
import negatoscope.training.data.Split;

/** The split that a training would use, if there is one. */
sealed interface PossibleSplit {
  /** It can be made, of the films that can be read. */
  record Made(DataSet dataSet, Split split) implements PossibleSplit {}

  /** It cannot, for this reason. */
  record Refused(String why) implements PossibleSplit {}
}
