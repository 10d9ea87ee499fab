package negatoscope.tensor;

import java.util.Random;
import negatoscope.tensor.Thumbnail.Picture;

/** Cuts away a part of a frontal film, and with it a part of the lungs. */
enum MadeCut {
  /** From above, to below the apexes. */
  APEXES(0.18, 0.45),
  /** From below, to above the bases. */
  BASES(0.28, 0.55),
  /** From the left or right, and so much of a lung. */
  SIDE(0.3, 0.6);

  private final double least;
  private final double most;

  MadeCut(double least, double most) {
    this.least = least;
    this.most = most;
  }

  /** The film without a part that the dice choose; large enough to take some of most lungs. */
  Picture of(Picture film, Random random) {
    return of(film, MadeViews.between(random, least, most), random);
  }

  /** The film without a share of its height or width. */
  Picture of(Picture film, double share, Random random) {
    boolean left = random.nextBoolean();
    double rest = 1 - share;
    return switch (this) {
      case APEXES -> (u, v) -> film.at(u, MadeViews.clip(share + v * rest));
      case BASES -> (u, v) -> film.at(u, v * rest);
      case SIDE -> (u, v) -> film.at(MadeViews.clip(u * rest + (left ? share : 0)), v);
    };
  }
}
