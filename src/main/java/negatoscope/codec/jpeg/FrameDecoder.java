package negatoscope.codec.jpeg;

import negatoscope.codec.Decoded;

/** Takes the scans of one frame, one after the other. */
sealed interface FrameDecoder permits LosslessFrame, DctFrame {
  /**
   * Decodes a scan.
   *
   * @param at where its coded data begins
   * @return where the marker behind it is
   */
  int scan(ScanHeader scan, Tables tables, byte[] stream, int at);

  /** Whether every sample is there; scans that follow can only change them. */
  boolean complete();

  /** The samples of a complete frame. */
  Decoded decoded();
}
