package negatoscope.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import negatoscope.film.ColourPixels;
import negatoscope.film.Film;
import negatoscope.film.Overlay;
import negatoscope.testing.Films;
import org.junit.jupiter.api.Test;

class OverlayMaskTest {
  private static Film film(Overlay... overlays) {
    Film film = Films.picture8(6, 5, (x, y) -> 100);
    return film.withPresentation(film.presentation().withOverlays(List.of(overlays)));
  }

  private static Overlay plane(int left, int top, int width, int height, int... marked) {
    BitSet bits = new BitSet();
    for (int bit : marked) {
      bits.set(bit);
    }
    return new Overlay(0x6000, "", "", Overlay.Kind.GRAPHICS, left, top, width, height, bits);
  }

  @Test
  void planesAreJoinedAndCutToTheFilm() {
    OverlayMask mask =
        OverlayMask.of(film(plane(-1, -1, 3, 3, 0, 4, 8), plane(5, 4, 2, 2, 0, 1, 2, 3)));
    for (int y = 0; y < 5; y++) {
      for (int x = 0; x < 6; x++) {
        boolean marked = (x == 0 && y == 0) || (x == 1 && y == 1) || (x == 5 && y == 4);
        assertThat(mask.marks(x, y)).as("%d, %d", x, y).isEqualTo(marked);
      }
    }
    assertThat(mask.isEmpty()).isFalse();
    assertThat(OverlayMask.of(film()).isEmpty()).isTrue();
  }

  @Test
  void whatIsMarkedIsBurntInWhite() {
    Film film = film(plane(2, 1, 1, 1, 0));
    GreyPicture grey = OverlayMask.of(film).over(Rendering.asFiled(film).render());
    assertThat(grey.at(2, 1)).isEqualTo(255);
    assertThat(grey.at(1, 1)).isEqualTo(100);
    ColourPicture colour = OverlayMask.of(film).over(new ColourPicture(6, 5, new byte[3 * 6 * 5]));
    assertThat(colour.at(2, 1)).isEqualTo(0xFFFFFF);
    assertThat(colour.at(3, 1)).isZero();
  }

  @Test
  void aFineLineIsSeenFromAfarAndEachPixelNearby() {
    OverlayMask mask = OverlayMask.of(film(plane(3, 0, 1, 5, 0, 1, 2, 3, 4)));
    assertThat(mask.paint(0, 0, 6, 5, 2, 1, 7)).containsExactly(0, 7);
    assertThat(mask.paint(2, 1, 2, 1, 4, 2, 7)).containsExactly(0, 0, 7, 7, 0, 0, 7, 7);
    assertThat(mask.paint(-6, -5, 6, 5, 2, 2, 7)).containsOnly(0);
  }

  @Test
  void coloursArePassedThroughTheSameTable() {
    byte[] rgb = {0, 10, -56, -1, -128, 1};
    ColourPixels colour = new ColourPixels(2, 1, rgb.clone(), java.util.Optional.empty());
    Film grey = Films.picture8(2, 1, (x, y) -> 0);
    Film film =
        new Film(
            colour.luma(),
            java.util.Optional.of(colour),
            grey.presentation(),
            1,
            grey.spacing(),
            grey.view(),
            grey.provenance(),
            List.of());
    assertThat(Rendering.asFiled(film).renderColour().rgb()).isEqualTo(rgb);
    assertThat(Rendering.forReading(film).inverted(true).renderColour().rgb())
        .containsExactly(-1, -11, 55, 0, 127, -2);
  }
}
