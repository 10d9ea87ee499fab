package negatoscope.training.films;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AugmentationTest {
  private static final int SIDE = 24;

  @Test
  void withoutVariationAFilmOfTheSameSideComesBackExactly() {
    float[] film = ramp();
    assertThat(draw(Augmentation.NONE, film, SIDE, 1)).isEqualTo(film);
  }

  @Test
  void aFinerFilmIsSampledAtItsPlace() {
    float[] fine = new float[4 * SIDE * SIDE];
    for (int i = 0; i < fine.length; i++) {
      fine[i] = i % (2 * SIDE);
    }
    float[] drawn = draw(Augmentation.NONE, fine, SIDE, 1);
    for (int x = 0; x < SIDE; x++) {
      assertThat(drawn[SIDE + x]).isCloseTo(2 * x + 0.5f, within(1e-4f));
    }
  }

  @Test
  void theSameSeedDrawsTheSameVariantAndAnotherSeedAnother() {
    Augmentation much = new Augmentation(0.1, 10, 0.2, 20, 0.2, 0.5, 3);
    float[] film = ramp();
    assertThat(draw(much, film, SIDE, 5)).isEqualTo(draw(much, film, SIDE, 5));
    assertThat(draw(much, film, SIDE, 5)).isNotEqualTo(draw(much, film, SIDE, 6));
  }

  @Test
  void mirroringExchangesLeftAndRight() {
    float[] film = ramp();
    float[] drawn = draw(new Augmentation(0, 0, 0, 0, 0, 1, 0), film, SIDE, 1);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        assertThat(drawn[y * SIDE + x]).isEqualTo(film[y * SIDE + SIDE - 1 - x]);
      }
    }
  }

  @Test
  void aTurnMovesABrightSpotByTheAngleAtMost() {
    float[] film = new float[SIDE * SIDE];
    int right = SIDE / 2 * SIDE + SIDE - 4;
    film[right] = 255;
    for (int seed = 0; seed < 20; seed++) {
      float[] drawn = draw(new Augmentation(0, 10, 0, 0, 0, 0, 0), film, SIDE, seed);
      double x = 0;
      double y = 0;
      double sum = 0;
      for (int i = 0; i < drawn.length; i++) {
        x += drawn[i] * (i % SIDE - (SIDE - 1) / 2.0);
        y += drawn[i] * (Math.floorDiv(i, SIDE) - (SIDE - 1) / 2.0);
        sum += drawn[i];
      }
      double before = Math.toDegrees(Math.atan2(0.5, SIDE - 4 - (SIDE - 1) / 2.0));
      double after = Math.toDegrees(Math.atan2(y / sum, x / sum));
      assertThat(after).isCloseTo(before, within(11.0));
    }
  }

  @Test
  void aFilmGoesOnBeyondItsEdgesAndValuesStayInRange() {
    float[] film = new float[SIDE * SIDE];
    for (int i = 0; i < film.length; i++) {
      film[i] = 40 + Math.floorDiv(i, SIDE);
    }
    Augmentation sideways = new Augmentation(0.5, 0, 0, 0, 0, 0, 0);
    for (int seed = 0; seed < 20; seed++) {
      float[] moved = draw(sideways, film, SIDE, seed);
      for (int i = 0; i < moved.length; i++) {
        assertThat(moved[i]).isBetween(39.99f, 40.01f + SIDE - 1);
        assertThat(moved[i]).isCloseTo(moved[i - i % SIDE], within(1e-3f));
      }
      for (float value : draw(new Augmentation(0, 0, 0, 200, 2, 0, 30), film, SIDE, seed)) {
        assertThat(value).isBetween(0f, 255f);
      }
    }
  }

  private static float[] draw(Augmentation augmentation, float[] film, int side, long seed) {
    int filmSide = (int) Math.sqrt(film.length);
    float[] drawn = new float[side * side];
    augmentation.draw(SquareFilm.of(filmSide, film), side, Seeds.random(seed), drawn, 0);
    return drawn;
  }

  private static float[] ramp() {
    float[] film = new float[SIDE * SIDE];
    for (int i = 0; i < film.length; i++) {
      film[i] = (7 * i) % 256;
    }
    return film;
  }
}
