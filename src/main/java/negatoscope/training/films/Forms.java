package negatoscope.training.films;

import java.util.SplittableRandom;

/**
 * The forms in which the head sees each film: as it is, perhaps mirrored, perhaps varied in some
 * drawn ways.
 *
 * @param mirrored whether there is a mirror image
 * @param variants how many varied films there are of each
 * @param augmentation how they are varied
 * @param fineness films are varied from a picture of this times the side
 * @param seed of what is drawn
 */
public record Forms(
    boolean mirrored, int variants, Augmentation augmentation, double fineness, long seed) {
  /** The film as it is, as films are that are judged. */
  public static final Forms EXACT = new Forms(false, 0, Augmentation.NONE, 1, 0);

  /** How many there are. */
  public int count() {
    return (mirrored ? 2 : 1) + variants;
  }

  /**
   * Draws one.
   *
   * @param mirror chance of the mirror image where the film is not varied
   * @param again whether the film came before in the epoch: then it is varied if it can be
   */
  public int draw(SplittableRandom random, double mirror, boolean again) {
    int variant =
        variants == 0 ? 0 : again ? 1 + random.nextInt(variants) : random.nextInt(variants + 1);
    if (variant > 0) {
      return count() - variants + variant - 1;
    }
    return random.nextDouble() < mirror && mirrored ? 1 : 0;
  }

  /** Whether a form is varied, and so made from a finer picture. */
  boolean varied(int form) {
    return form >= count() - variants;
  }

  /** What a form depends on beside the film, in words. */
  String name(int form) {
    if (!varied(form)) {
      return form == 0 ? "exact" : "mirror";
    }
    return "variant %d of %s from %s times the side, seed %d"
        .formatted(form - (count() - variants), augmentation, fineness, seed);
  }

  /**
   * Draws a varied film.
   *
   * @param content stands for the film, so that it is varied alike wherever it lies
   */
  float[] vary(SquareFilm film, int side, int form, long content) {
    float[] values = new float[side * side];
    int variant = form - (count() - variants);
    augmentation.draw(film, side, Seeds.random(seed, content, variant), values, 0);
    return values;
  }
}
