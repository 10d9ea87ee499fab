package negatoscope.workstation.comparison;

import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import negatoscope.film.Film;
import negatoscope.rendering.GreyPicture;
import negatoscope.rendering.HeatOverlay;
import negatoscope.workstation.assessment.HeatMapViewModel;
import org.jspecify.annotations.Nullable;

/** The film made small with a heat map over it, as wide as its column. */
final class FilmWithHeat extends Pane {
  private static final double TALLEST = 330;

  private final ImageView film = new ImageView();
  private final ImageView heat = new ImageView();
  private @Nullable GreyPicture drawn;

  FilmWithHeat(HeatMapViewModel heatMap) {
    getStyleClass().add("comparison-picture");
    heat.opacityProperty().bind(heatMap.opacityProperty());
    heat.visibleProperty().bind(heatMap.visibleProperty());
    getChildren().setAll(film, heat);
    setMinWidth(0);
    setPrefHeight(0);
    widthProperty().addListener(changed -> size());
  }

  @SuppressWarnings("ReferenceEquality") // comparing pixels would cost more than drawing them
  void show(@Nullable GreyPicture picture, @Nullable Film of, @Nullable HeatOverlay overlay) {
    if (picture != drawn) {
      drawn = picture;
      film.setImage(picture == null ? null : image(argb(picture), picture));
      size();
    }
    heat.setImage(
        picture == null || of == null || overlay == null
            ? null
            : image(
                overlay.paint(0, 0, of.width(), of.height(), picture.width(), picture.height()),
                picture));
  }

  private static int[] argb(GreyPicture picture) {
    int[] pixels = new int[picture.pixels().length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 0xFF000000 | (picture.pixels()[i] & 0xFF) * 0x010101;
    }
    return pixels;
  }

  private static WritableImage image(int[] premultiplied, GreyPicture size) {
    WritableImage image = new WritableImage(size.width(), size.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            size.width(),
            size.height(),
            PixelFormat.getIntArgbPreInstance(),
            premultiplied,
            0,
            size.width());
    return image;
  }

  private void size() {
    GreyPicture picture = drawn;
    if (picture == null) {
      setPrefHeight(0);
      return;
    }
    double scale = Math.min(getWidth() / picture.width(), TALLEST / picture.height());
    double width = picture.width() * scale;
    double height = picture.height() * scale;
    setPrefHeight(height);
    for (ImageView view : new ImageView[] {film, heat}) {
      view.setFitWidth(width);
      view.setFitHeight(height);
      view.setX((getWidth() - width) / 2);
    }
  }
}
