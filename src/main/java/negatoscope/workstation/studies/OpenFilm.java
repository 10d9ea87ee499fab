package negatoscope.workstation.studies;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import negatoscope.film.Film;
import negatoscope.rendering.GreyPicture;
import org.jspecify.annotations.Nullable;

/**
 * One film that the user opened: a file and a frame in it, how far it is, and what the network says
 * about it. Two open films are the same only if they are the same object, so that an answer finds
 * its film whatever was opened, closed or selected in between.
 */
public final class OpenFilm {
  private final Path file;
  private final int frame;
  private final ReadOnlyObjectWrapper<Content> content;
  private final ReadOnlyObjectWrapper<FilmCaption> caption;
  private final ReadOnlyObjectWrapper<@Nullable GreyPicture> thumbnail =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Answer> answer = new SimpleObjectProperty<>(new Answer.Idle());

  /**
   * A film that is listed.
   *
   * @param frame number of the frame, from 1
   */
  OpenFilm(Path file, int frame) {
    this.file = file;
    this.frame = frame;
    this.content = new ReadOnlyObjectWrapper<>(new Content.Listed());
    this.caption = new ReadOnlyObjectWrapper<>(FilmCaption.of(file));
  }

  /** Its file. */
  public Path file() {
    return file;
  }

  /** Number of the frame in the file, from 1. */
  public int frame() {
    return frame;
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
    caption.set(FilmCaption.of(film));
    thumbnail.set(small);
    content.set(new Content.Shown(film));
  }

  /** Bytes of samples in memory. */
  long bytes() {
    return film().map(f -> f.samples().count() * (f.samples().bitsAllocated() / 8L)).orElse(0L);
  }
}
