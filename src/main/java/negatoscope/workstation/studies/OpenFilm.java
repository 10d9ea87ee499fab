package negatoscope.workstation.studies;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import negatoscope.film.Film;
import negatoscope.intake.FilmHeading;
import negatoscope.rendering.GreyPicture;
import org.jspecify.annotations.Nullable;

/**
 * One film that the user opened: a file and a frame in it, how far it is, and what the network says
 * about it. Two open films are the same only if they are the same object, so that an answer finds
 * its film whatever was opened, closed or selected in between.
 *
 * <p>The first frame stands for its file in the list of films; the others are made when they are
 * asked for.
 */
public final class OpenFilm {
  private final Path file;
  private final StudyOrder order;
  private final int frame;
  private final OpenFilm first;
  private final Map<Integer, OpenFilm> others = new TreeMap<>();
  private final ReadOnlyIntegerWrapper frames = new ReadOnlyIntegerWrapper(1);
  private final ReadOnlyObjectWrapper<Content> content;
  private final ReadOnlyObjectWrapper<FilmCaption> caption;
  private final ReadOnlyObjectWrapper<@Nullable GreyPicture> thumbnail =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Answer> answer = new SimpleObjectProperty<>(new Answer.Idle());

  /** A file that is listed; stands for its first frame. */
  OpenFilm(Path file, FilmHeading heading) {
    this.file = file;
    this.order = StudyOrder.of(file, heading);
    this.frame = 1;
    this.first = this;
    this.content = new ReadOnlyObjectWrapper<>(new Content.Listed());
    this.caption = new ReadOnlyObjectWrapper<>(FilmCaption.of(file, heading));
    this.frames.set(heading.frames());
  }

  /** A later frame. */
  private OpenFilm(OpenFilm first, int frame) {
    this.file = first.file;
    this.order = first.order;
    this.frame = frame;
    this.first = first;
    this.frames.bind(first.frames);
    this.content = new ReadOnlyObjectWrapper<>(new Content.Listed());
    this.caption = new ReadOnlyObjectWrapper<>(FilmCaption.of(file, first.order.heading()));
  }

  /** Its file. */
  public Path file() {
    return file;
  }

  /** Where it stands among the other films, and what its header said. */
  StudyOrder order() {
    return order;
  }

  /** Number of the frame in the file, from 1. */
  public int frame() {
    return frame;
  }

  /** How many frames the file has; 1 until that is known. */
  public ReadOnlyIntegerProperty framesProperty() {
    return frames.getReadOnlyProperty();
  }

  /** How many frames the file has; 1 until that is known. */
  public int frames() {
    return frames.get();
  }

  /** The first frame of the same file, which stands in the list of films. */
  OpenFilm first() {
    return first;
  }

  /** Another frame of the same file, or this one; always the same object for a number. */
  OpenFilm frame(int number) {
    return number == 1 ? first : first.others.computeIfAbsent(number, n -> new OpenFilm(first, n));
  }

  /** The frames of the file that were asked for so far, the first one included. */
  public List<OpenFilm> framesAskedFor() {
    return Stream.concat(Stream.of(first), first.others.values().stream()).toList();
  }

  /** How far reading is. */
  public ReadOnlyObjectProperty<Content> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** How far reading is now. */
  public Content content() {
    return content.get();
  }

  /** The film, if it is in memory. */
  public Optional<Film> film() {
    return content.get() instanceof Content.Shown shown
        ? Optional.of(shown.film())
        : Optional.empty();
  }

  /** What is written under its thumbnail. */
  public ReadOnlyObjectProperty<FilmCaption> captionProperty() {
    return caption.getReadOnlyProperty();
  }

  /** The film made small; null until it was read. */
  public ReadOnlyObjectProperty<@Nullable GreyPicture> thumbnailProperty() {
    return thumbnail.getReadOnlyProperty();
  }

  /** What the network says about it; written by the assessment. */
  public ObjectProperty<Answer> answerProperty() {
    return answer;
  }

  /** What the network says about it now. */
  public Answer answer() {
    return answer.get();
  }

  void become(Content next) {
    content.set(next);
  }

  void show(Film film, GreyPicture small) {
    first.frames.set(film.provenance().frames());
    caption.set(FilmCaption.of(film));
    thumbnail.set(small);
    content.set(new Content.Shown(film));
  }

  /** Makes room; it is made again when it is seen. */
  void dropThumbnail() {
    thumbnail.set(null);
  }

  /** Bytes of samples in memory. */
  long bytes() {
    return film().map(f -> f.samples().count() * (f.samples().bitsAllocated() / 8L)).orElse(0L);
  }
}
