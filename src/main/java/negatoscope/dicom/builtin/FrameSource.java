package negatoscope.dicom.builtin;

import negatoscope.dicom.Frame;

/** Decodes the frames of a file that has enough pixels for them. */
interface FrameSource {
  /**
   * The frame at an index from 0.
   *
   * @throws negatoscope.film.FilmException where it is damaged
   */
  Frame frame(int index);
}
