package negatoscope.workstation.studies;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import negatoscope.classification.Classification;
import negatoscope.rendering.GreyPicture;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** A thumbnail with what is known about its film and how far it is. */
final class FilmView extends HBox {
  private static final double PICTURE = 72;

  private final ImageView picture = new ImageView();
  private final FontIcon noPicture = FontIcon.of(MaterialDesignI.IMAGE_OUTLINE, 28);
  private final Label view = line("film-view");
  private final Label file = line("film-line");
  private final Label frames = line("film-line");
  private final Label state = line("film-state");
  private final InvalidationListener refresh = observable -> refresh();
  private @Nullable OpenFilm film;
  private @Nullable GreyPicture shown;

  FilmView() {
    picture.setFitWidth(PICTURE);
    picture.setFitHeight(PICTURE);
    picture.setPreserveRatio(true);
    StackPane frame = new StackPane(noPicture, picture);
    frame.getStyleClass().add("film-frame");
    frame.setMinSize(PICTURE, PICTURE);
    frame.setMaxSize(PICTURE, PICTURE);
    file.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    VBox lines = new VBox(view, file, frames, state);
    lines.getStyleClass().add("film-lines");
    HBox.setHgrow(lines, Priority.ALWAYS);
    lines.setMinWidth(0);
    getChildren().setAll(frame, lines);
    getStyleClass().add("film-row");
  }

  private static Label line(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setMinWidth(0);
    label.managedProperty().bind(label.textProperty().isNotEmpty());
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    return label;
  }

  /** Shows another film, or none. */
  void show(@Nullable OpenFilm now) {
    if (now == film) {
      return;
    }
    if (film != null) {
      film.contentProperty().removeListener(refresh);
      film.answerProperty().removeListener(refresh);
      film.thumbnailProperty().removeListener(refresh);
      film.framesProperty().removeListener(refresh);
    }
    film = now;
    if (now != null) {
      now.contentProperty().addListener(refresh);
      now.answerProperty().addListener(refresh);
      now.thumbnailProperty().addListener(refresh);
      now.framesProperty().addListener(refresh);
      refresh();
    }
  }

  private void refresh() {
    OpenFilm now = film;
    if (now == null) {
      return;
    }
    FilmCaption caption = now.captionProperty().get();
    String modality = now.order().heading().modality();
    view.setText(
        Stream.of(modality, caption.view())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" · ")));
    file.setText(FilmCaption.of(now.file()).file());
    frames.setText(now.frames() > 1 ? now.frames() + " frames" : "");
    showPicture(now.thumbnailProperty().get(), now.content() instanceof Content.Failed);
    showState(now);
    setAccessibleText(
        Stream.of(file.getText(), caption.patient(), caption.view(), state.getText())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", ")));
  }

  @SuppressWarnings("ReferenceEquality") // comparing pixels would cost more than showing them
  private void showPicture(@Nullable GreyPicture small, boolean failed) {
    if (small != shown) {
      shown = small;
      picture.setImage(small == null ? null : GreyImage.of(small));
    }
    noPicture.setIconCode(failed ? MaterialDesignA.ALERT_OUTLINE : MaterialDesignI.IMAGE_OUTLINE);
    noPicture.setVisible(small == null || failed);
    picture.setVisible(!failed);
  }

  private void showState(OpenFilm now) {
    state.getStyleClass().removeAll("failed", "doubtful");
    if (now.content() instanceof Content.Failed failed) {
      state.setText(failed.failure().code().name());
      state.getStyleClass().add("failed");
    } else if (now.answer() instanceof Answer.Running) {
      state.setText("Classifying…");
    } else if (now.answer() instanceof Answer.Failed failed) {
      state.setText(failed.failure().code().name());
      state.getStyleClass().add("failed");
    } else if (now.answer() instanceof Answer.Cancelled) {
      state.setText("Cancelled");
    } else if (now.answer() instanceof Answer.Done done) {
      Classification said = done.classification();
      state.setText(
          String.format(
              Locale.ROOT,
              "%s %.0f %%%s",
              said.topClass(),
              100 * said.probabilities().get(said.top()),
              said.warnings().isEmpty() ? "" : " ⚠"));
      if (!said.warnings().isEmpty()) {
        state.getStyleClass().add("doubtful");
      }
    } else {
      state.setText("");
    }
  }
}
