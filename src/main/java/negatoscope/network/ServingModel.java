package negatoscope.network;

import java.util.Set;

/** An opened SavedModel: one session, many answers. May be run from several threads at a time. */
public interface ServingModel extends AutoCloseable {
  /** Columns and rows of the input. */
  int side();

  /** How many classes it tells apart. */
  int classes();

  /**
   * Runs the network once.
   *
   * @param films {@code [count, side, side]}, 0 to 255, row-major
   * @param methods heat maps to make, of every class, in the same pass; empty for none
   */
  NetworkAnswer run(float[] films, int count, Set<CamMethod> methods);

  @Override
  void close();
}
