package negatoscope.screening;

import java.util.List;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.task.Progress;

/** Told what a screening does, on the thread that runs it. */
public interface ScreeningWatcher extends Progress {
  /** Says something that its user should know, in a sentence. */
  default void note(String sentence) {}

  /** The rows of one file are in the journal. */
  default void screened(List<ScreenedFilm> rows) {}
}
