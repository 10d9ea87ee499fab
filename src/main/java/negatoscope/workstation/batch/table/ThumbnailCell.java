package negatoscope.workstation.batch.table;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.ImageView;
import negatoscope.rendering.GreyPicture;
import negatoscope.workstation.studies.GreyImage;
import org.jspecify.annotations.Nullable;

/** A film made small, once its row is seen. */
final class ThumbnailCell extends RowCell {
  private static final double SIDE = 46;

  private final Thumbnails thumbnails;
  private final ImageView view = new ImageView();
  private final InvalidationListener refresh = observable -> refresh();
  private @Nullable BatchRow row;
  private @Nullable ObservableValue<@Nullable GreyPicture> picture;

  ThumbnailCell(Thumbnails thumbnails) {
    this.thumbnails = thumbnails;
    view.setFitWidth(SIDE);
    view.setFitHeight(SIDE);
    view.setPreserveRatio(true);
    setGraphic(view);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // a row is the same object for as long as it is there
  void show(@Nullable BatchRow now) {
    if (now == row) {
      return;
    }
    if (picture != null) {
      picture.removeListener(refresh);
      picture = null;
    }
    if (row != null) {
      thumbnails.leave(row);
    }
    row = now;
    if (now != null) {
      picture = thumbnails.of(now);
      picture.addListener(refresh);
    }
    refresh();
  }

  private void refresh() {
    GreyPicture made = picture == null ? null : picture.getValue();
    view.setImage(made == null ? null : GreyImage.of(made));
  }
}
