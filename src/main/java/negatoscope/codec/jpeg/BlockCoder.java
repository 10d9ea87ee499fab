package negatoscope.codec.jpeg;

/** Decodes the blocks of one scan in their order; keeps what one block owes to those before. */
interface BlockCoder {
  /**
   * Decodes a block.
   *
   * @param inScan which of the scan's components it belongs to
   * @param column the block's column in that component
   * @param row the block's row
   */
  void block(BitReader reader, int inScan, int column, int row);

  /** Forgets the blocks before, as a restart marker asks for. */
  void restart();
}
