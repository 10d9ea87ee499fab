package negatoscope.workstation.batch.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import negatoscope.film.FilmWarning;
import negatoscope.screening.journal.JournalRow;
import negatoscope.screening.row.FilmResult;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.screening.worklist.Claim;
import negatoscope.screening.worklist.ListedFilm;

/**
 * A film in the table. The row stays the same object when its content changes, and keeps its place
 * when it is read: what is on the screen does not jump under the reader's hands.
 */
public final class BatchRow {
  private final ReadOnlyObjectWrapper<ListedFilm> listed;
  private Claim claim;

  /** A row of a film. */
  public BatchRow(ListedFilm film) {
    listed = new ReadOnlyObjectWrapper<>(film);
    claim = Claim.of(film.row());
  }

  /** A film that has just been screened: its place among the others is not known yet. */
  public static BatchRow unplaced(ScreenedFilm film) {
    return new BatchRow(
        new ListedFilm(0, new JournalRow(film, Optional.empty(), "", ""), OptionalDouble.empty()));
  }

  /** The same film, screened again or placed. */
  void become(BatchRow same) {
    claim = same.claim;
    listed.set(same.listed());
  }

  /** The reader's word; the row keeps its place. */
  public void read(String verdict, String note) {
    ListedFilm now = listed.get();
    listed.set(
        new ListedFilm(
            now.priority(),
            new JournalRow(now.row().film(), now.row().duplicateOf(), verdict, note),
            now.waitingHours()));
  }

  /** By which rows are told apart: file and frame. */
  public String key() {
    return film().label();
  }

  /** What the table shows. */
  public ReadOnlyObjectProperty<ListedFilm> listedProperty() {
    return listed.getReadOnlyProperty();
  }

  /** What the table shows now. */
  public ListedFilm listed() {
    return listed.get();
  }

  /** The film and what came of it. */
  public ScreenedFilm film() {
    return listed.get().row().film();
  }

  /** What decides about its place. */
  Claim claim() {
    return claim;
  }

  /** What the network says; empty where it says nothing. */
  public Optional<FilmResult.Answered> answer() {
    return film().result() instanceof FilmResult.Answered answered
        ? Optional.of(answered)
        : Optional.empty();
  }

  /** The most probable class; empty where there is no answer. */
  public String className() {
    return answer().map(FilmResult.Answered::className).orElse("");
  }

  /** The probability of a class; below 0 where there is none. */
  public double probability(String name) {
    return answer().map(answered -> answered.probabilities().get(name)).orElse(-1.0);
  }

  /** The class that the reader decided for; empty for none. */
  public String verdict() {
    return listed.get().row().verdict();
  }

  /** Whether the reader decided on the film as it is now. */
  public boolean isRead() {
    return listed.get().row().isRead();
  }

  /** The reader's note. */
  public String note() {
    return listed.get().row().note();
  }

  /** Whether there is something that the reader must know. */
  public boolean isWarned() {
    return !film().warnings().isEmpty() || listed.get().row().duplicateOf().isPresent();
  }

  /** What the reader must know. */
  public List<FilmWarning> warnings() {
    return listed.get().warnings();
  }

  /** What a second model says; empty where there is none. */
  public String secondClass() {
    return answer()
        .flatMap(FilmResult.Answered::second)
        .map(FilmResult.Second::className)
        .orElse("");
  }

  /** Whether the reader, or a second model, says something else than the model. */
  public boolean disagrees() {
    String said = className();
    return !said.isEmpty()
        && ((isRead() && !verdict().equals(said))
            || (!secondClass().isEmpty() && !secondClass().equals(said)));
  }
}
