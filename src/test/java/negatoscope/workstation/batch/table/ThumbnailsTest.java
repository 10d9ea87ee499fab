package negatoscope.workstation.batch.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import negatoscope.screening.MadeRows;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.InlineRunner;
import negatoscope.task.Progress;
import negatoscope.workstation.fakes.HeldRunner;
import org.junit.jupiter.api.Test;

class ThumbnailsTest {
  private final List<String> asked = new ArrayList<>();

  private static BatchRow row(int number) {
    return BatchRow.unplaced(MadeRows.answered("film" + number, 0.5, Instant.EPOCH));
  }

  private negatoscope.film.Film refuse(BatchRow row) {
    asked.add(row.key());
    throw new Failure(ErrorCode.NOT_FOUND, "There is no film.", "");
  }

  @Test
  void theLatestSeenIsReadFirstAndWhatWentByIsNot() {
    HeldRunner runner = new HeldRunner();
    Thumbnails thumbnails = new Thumbnails(this::refuse, runner);
    List<BatchRow> rows = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      rows.add(row(i));
      assertThat(thumbnails.of(rows.get(i)).get()).isNull();
    }
    thumbnails.leave(rows.get(3));
    runner.doAll();
    assertThat(asked).containsExactly("film0", "film1", "film4", "film2");
  }

  @Test
  void noMorePicturesAreKeptThanTheBound() {
    Thumbnails thumbnails = new Thumbnails(this::refuse, new InlineRunner(Progress.NONE));
    for (int i = 0; i < 2 * Thumbnails.MOST; i++) {
      thumbnails.of(row(i));
    }
    assertThat(thumbnails.size()).isEqualTo(Thumbnails.MOST);
  }
}
