package negatoscope.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import negatoscope.film.Film;
import negatoscope.film.ModalityRescale;
import negatoscope.film.Polarity;
import negatoscope.film.Presentation;
import negatoscope.film.Shutter;
import negatoscope.library.Model;
import negatoscope.library.SampleCards;
import negatoscope.network.CamMethod;
import negatoscope.network.Device;
import negatoscope.rendering.ColourMap;
import negatoscope.rendering.HeatMapSheet;
import negatoscope.rendering.HeatOverlay;
import negatoscope.rendering.Rendering;
import negatoscope.task.Cancellation;
import negatoscope.tensor.TensorGeometry;
import negatoscope.tensor.TensorOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The heat lies where the film's only signal is: from the film through tensor, network and heat map
 * back to the film.
 */
class FilmCoordinatesTest {
  private static final int SIDE = 64;
  private static final int CELLS = 8;

  /**
   * A black film with one bright spot.
   *
   * @param aspect height of a pixel divided by its width
   * @param right whether the spot is on the right of what the network sees
   * @param low whether it is at the bottom of that
   */
  record Shape(
      int width, int height, double aspect, TensorOptions.Fit fit, boolean right, boolean low) {
    TensorOptions options() {
      return new TensorOptions(SIDE, fit);
    }

    TensorGeometry geometry() {
      return TensorGeometry.of(width, height, aspect, options());
    }

    /** A cell's size, a cell away from a corner of the part of the film that the network sees. */
    TensorGeometry.Area spot() {
      TensorGeometry seen = geometry();
      double wide = seen.width() / CELLS;
      double high = seen.height() / CELLS;
      double left = Math.max(0, seen.left());
      double top = Math.max(0, seen.top());
      double end = Math.min(width, seen.left() + seen.width());
      double bottom = Math.min(height, seen.top() + seen.height());
      return new TensorGeometry.Area(
          right ? end - 2 * wide : left + wide, low ? bottom - 2 * high : top + high, wide, high);
    }

    Film film() {
      return film(0, 255);
    }

    Film film(int dark, int bright) {
      return SampleFilms.picture(width, height, pixels(dark, bright)).withAspect(aspect);
    }

    byte[] pixels(int dark, int bright) {
      TensorGeometry.Area spot = spot();
      byte[] pixels = new byte[width * height];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (byte) (contains(spot, i, width) ? bright : dark);
      }
      return pixels;
    }
  }

  /** Whether the centre of the i-th pixel lies in a part of the film. */
  private static boolean contains(TensorGeometry.Area area, int i, int width) {
    int row = i / width;
    return area.contains(i % width + 0.5, row + 0.5);
  }

  static List<Shape> shapes() {
    List<Shape> shapes = new ArrayList<>();
    for (int[] size : new int[][] {{200, 200}, {300, 160}, {150, 290}}) {
      for (double aspect : new double[] {1, 0.5, 1.6}) {
        for (TensorOptions.Fit fit : TensorOptions.Fit.values()) {
          for (int corner = 0; corner < 4; corner++) {
            shapes.add(new Shape(size[0], size[1], aspect, fit, corner % 2 == 1, corner > 1));
          }
        }
      }
    }
    return shapes;
  }

  private static HeatOverlay overlay(Film film, Shape shape) {
    try (Classifier classifier =
        EngineClassifier.open(
            new Model(Path.of("folder"), SampleCards.card("fake", null, null, shape.options())),
            new BrightnessEngine(SIDE, CELLS),
            Device.CPU)) {
      HeatMap map =
          classifier
              .classify(film, Set.of(CamMethod.GRADCAM), new Cancellation())
              .join()
              .heatMap("covid-19", CamMethod.GRADCAM)
              .orElseThrow();
      TensorGeometry place = map.geometry();
      return new HeatOverlay(
          map.values(),
          map.rows(),
          map.columns(),
          place.left(),
          place.top(),
          place.width(),
          place.height(),
          map.greatest(),
          ColourMap.HOT,
          true,
          0.6);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void theHottestPlaceOfTheFilmIsTheSpot(Shape shape) {
    hottestIsTheSpot(shape, shape.film());
  }

  static void hottestIsTheSpot(Shape shape, Film film) {
    HeatOverlay overlay = overlay(film, shape);
    double hottest = -1;
    double x = 0;
    double y = 0;
    for (int row = 0; row < film.height(); row++) {
      for (int column = 0; column < film.width(); column++) {
        double value = overlay.valueAt(column + 0.5, row + 0.5);
        if (value > hottest) {
          hottest = value;
          x = column + 0.5;
          y = row + 0.5;
        }
      }
    }
    TensorGeometry.Area spot = shape.spot();
    // The spot need not lie on one cell; the hottest cell's centre is then half a cell away.
    assertThat(x).isCloseTo(spot.left() + spot.width() / 2, within(0.55 * spot.width() + 1));
    assertThat(y).isCloseTo(spot.top() + spot.height() / 2, within(0.55 * spot.height() + 1));
  }

  @Test
  void anInvertedFilmAndOneUnderAShutterHaveTheirHeatAtTheSpotToo() {
    Shape shape = new Shape(300, 160, 1, TensorOptions.Fit.LETTERBOX, true, true);
    Presentation inverted = Presentation.of(ModalityRescale.IDENTITY, Polarity.MONOCHROME1);
    hottestIsTheSpot(shape, shape.film(255, 0).withPresentation(inverted));
    TensorGeometry.Area spot = shape.spot();
    byte[] pixels = new byte[300 * 160];
    for (int i = 0; i < pixels.length; i++) {
      boolean bright = i % 300 < 60 || contains(spot, i, 300);
      pixels[i] = (byte) (bright ? 255 : 0);
    }
    Shutter shutter = new Shutter(List.of(new Shutter.Rectangular(80, 299, 1, 160)), 0);
    Film covered = SampleFilms.picture(300, 160, pixels);
    hottestIsTheSpot(shape, covered.withPresentation(covered.presentation().withShutter(shutter)));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void theColourOfTheSheetLiesOverTheSpot(Shape shape) throws IOException {
    Film film = shape.film();
    HeatMapSheet.Caption caption =
        new HeatMapSheet.Caption("film", "covid-19", 1, "Grad-CAM", "fake", List.of());
    byte[] png =
        new HeatMapSheet(Rendering.forReading(film), overlay(film, shape), 1, caption).png();
    BufferedImage sheet = ImageIO.read(new ByteArrayInputStream(png));
    double scale = 600 / Math.max(film.width(), film.height() * film.aspect());
    int width = (int) Math.round(film.width() * scale);
    int height = (int) Math.round(film.height() * film.aspect() * scale);
    int panel = Math.max(width, 440);
    int left = 32 + panel + 16 + (panel - width) / 2;
    double sumX = 0;
    double sumY = 0;
    int count = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int pixel = sheet.getRGB(left + x, 92 + y);
        if ((pixel >> 16 & 0xFF) > (pixel & 0xFF) + 20) {
          sumX += (x + 0.5) * film.width() / width;
          sumY += (y + 0.5) * film.height() / height;
          count++;
        }
      }
    }
    TensorGeometry.Area spot = shape.spot();
    assertThat(count).isPositive();
    assertThat(sumX / count)
        .isCloseTo(spot.left() + spot.width() / 2, within(0.6 * spot.width() + 1));
    assertThat(sumY / count)
        .isCloseTo(spot.top() + spot.height() / 2, within(0.6 * spot.height() + 1));
  }
}
