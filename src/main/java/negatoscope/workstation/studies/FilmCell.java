package negatoscope.workstation.studies;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
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
final class FilmCell extends ListCell<OpenFilm> {
  private static final double PICTURE = 76;

  private final ImageView picture = new ImageView();
  private final FontIcon noPicture = FontIcon.of(MaterialDesignI.IMAGE_OUTLINE, 28);
  private final Label patient = line("film-patient");
  private final Label study = line("film-line");
  private final Label view = line("film-line");
  private final Label file = line("film-line");
  private final Label state = line("film-state");
  private final HBox row;
  private final InvalidationListener refresh = observable -> refresh();
  private @Nullable OpenFilm film;
  private @Nullable GreyPicture shown;

  FilmCell() {
    picture.setFitWidth(PICTURE);
    picture.setFitHeight(PICTURE);
    picture.setPreserveRatio(true);
    StackPane frame = new StackPane(noPicture, picture);
    frame.getStyleClass().add("film-frame");
    frame.setMinSize(PICTURE, PICTURE);
    frame.setMaxSize(PICTURE, PICTURE);
    file.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    VBox lines = new VBox(patient, study, view, file, state);
    lines.getStyleClass().add("film-lines");
    HBox.setHgrow(lines, Priority.ALWAYS);
    lines.setMinWidth(0);
    row = new HBox(frame, lines);
    row.getStyleClass().add("film-row");
    // The list decides the width; long names are cut, not scrolled.
    setPrefWidth(0);
  }

  private static Label line(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setMinWidth(0);
    label.managedProperty().bind(label.textProperty().isNotEmpty());
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    return label;
  }

  @Override
  protected void updateItem(@Nullable OpenFilm item, boolean empty) {
    super.updateItem(item, empty);
    if (item != film) {
      unwatch();
      film = item;
      if (item != null) {
        item.contentProperty().addListener(refresh);
        item.answerProperty().addListener(refresh);
      }
    }
    refresh();
  }

  private void unwatch() {
    if (film != null) {
      film.contentProperty().removeListener(refresh);
      film.answerProperty().removeListener(refresh);
    }
  }

  private void refresh() {
    OpenFilm now = film;
    if (now == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    FilmCaption caption = now.captionProperty().get();
    patient.setText(caption.patient());
    study.setText(caption.study());
    view.setText(caption.view());
    file.setText(caption.file());
    showPicture(now.thumbnailProperty().get());
    showState(now);
    setGraphic(row);
    setTooltip(new Tooltip(now.file().toString()));
    setAccessibleText(
        Stream.of(caption.file(), caption.patient(), caption.view(), state.getText())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", ")));
  }

  @SuppressWarnings("ReferenceEquality") // comparing pixels would cost more than showing them
  private void showPicture(@Nullable GreyPicture small) {
    if (small != shown) {
      shown = small;
      picture.setImage(small == null ? null : GreyImage.of(small));
    }
    boolean failed = film != null && film.content() instanceof Content.Failed;
    noPicture.setIconCode(failed ? MaterialDesignA.ALERT_OUTLINE : MaterialDesignI.IMAGE_OUTLINE);
    noPicture.setVisible(small == null || failed);
    picture.setVisible(!failed);
  }

  private void showState(OpenFilm now) {
    state.getStyleClass().removeAll("failed", "doubtful");
    if (now.content() instanceof Content.Failed failed) {
      state.setText(failed.failure().code().name());
      state.getStyleClass().add("failed");
    } else if (now.content() instanceof Content.Reading) {
      state.setText("Reading…");
    } else if (now.content() instanceof Content.Listed) {
      state.setText("Waiting");
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
