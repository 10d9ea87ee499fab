package negatoscope.workstation.shell;

import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import negatoscope.film.Film;
import negatoscope.workstation.assessment.AssessmentViewModel;
import negatoscope.workstation.assessment.HeatMapViewModel;
import negatoscope.workstation.studies.Answer;
import negatoscope.workstation.studies.Content;
import negatoscope.workstation.studies.OpenFilm;
import negatoscope.workstation.studies.StudiesViewModel;
import negatoscope.workstation.viewer.ViewerViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Brings the selected film and its heat map to the viewer: film first, then the map that belongs to
 * it, so that they are never seen apart.
 */
final class FilmOnScreen {
  private final StudiesViewModel studies;
  private final AssessmentViewModel assessment;
  private final HeatMapViewModel heatMap;
  private final ViewerViewModel viewer;

  FilmOnScreen(
      StudiesViewModel studies,
      AssessmentViewModel assessment,
      HeatMapViewModel heatMap,
      ViewerViewModel viewer) {
    this.studies = studies;
    this.assessment = assessment;
    this.heatMap = heatMap;
    this.viewer = viewer;
  }

  /**
   * Shows film and map from now on.
   *
   * @param content how far the selected film is
   */
  void follow(ObservableValue<Content> content) {
    content.addListener((property, before, now) -> showFilm());
    heatMap.overlayProperty().addListener((property, before, now) -> showFilm());
    showFilm();
    tieFrames();
    viewer.layers().heatShownProperty().bindBidirectional(heatMap.visibleProperty());
    viewer.layers().heatOpacityProperty().bindBidirectional(heatMap.opacityProperty());
    studies.films().addListener((ListChangeListener<OpenFilm>) this::filmsChanged);
  }

  private void tieFrames() {
    studies
        .selectedProperty()
        .addListener(
            (property, before, now) -> {
              leave(before, now);
              tellFrames();
            });
    studies
        .selectedProperty()
        .flatMap(OpenFilm::framesProperty)
        .addListener((property, before, now) -> tellFrames());
    viewer
        .frames()
        .frameProperty()
        .addListener((property, before, now) -> studies.selectFrame(now.intValue()));
  }

  private void tellFrames() {
    studies
        .selected()
        .ifPresentOrElse(
            film -> viewer.frames().show(film.frame(), film.frames()),
            () -> viewer.frames().show(1, 1));
  }

  /** Who looks through the frames of a file asks only about those where he stays. */
  private void leave(@Nullable OpenFilm before, @Nullable OpenFilm now) {
    if (before != null
        && now != null
        && before.file().equals(now.file())
        && before.answer() instanceof Answer.Running) {
      assessment.cancel(before);
      before.answerProperty().set(new Answer.Idle());
    }
  }

  @SuppressWarnings("ReferenceEquality") // two readings of a file are two films
  private void showFilm() {
    Film film = studies.selected().flatMap(OpenFilm::film).orElse(null);
    if (film == null && isFrameOnItsWay()) {
      viewer.layers().heatProperty().set(null);
      return;
    }
    if (film != viewer.filmProperty().get()) {
      viewer.layers().heatProperty().set(null);
      viewer.messageProperty().set("");
      viewer.filmProperty().set(film);
    }
    viewer.layers().heatProperty().set(film == null ? null : heatMap.overlayProperty().getValue());
  }

  /** Until another frame of the same file is there, the one before stays on the screen. */
  private boolean isFrameOnItsWay() {
    Film shown = viewer.filmProperty().get();
    return shown != null
        && studies
            .selected()
            .filter(film -> !(film.content() instanceof Content.Failed))
            .filter(film -> film.frames() > 1 && film.file().equals(shown.provenance().file()))
            .isPresent();
  }

  private void filmsChanged(ListChangeListener.Change<? extends OpenFilm> change) {
    while (change.next()) {
      change.getRemoved().stream()
          .flatMap(closed -> closed.framesAskedFor().stream())
          .forEach(closed -> closed.film().ifPresent(viewer::forget));
    }
  }
}
