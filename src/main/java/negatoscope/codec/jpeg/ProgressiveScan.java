package negatoscope.codec.jpeg;

import java.util.Arrays;

/** The blocks of a progressive scan (T.81 G.1.2, G.2). */
final class ProgressiveScan implements BlockCoder {
  private final ScanHeader scan;
  private final Progress[] progress;
  private final HuffmanTable[] tables;
  private final int[] predictions;

  /** Blocks from here on that hold nothing new but bits of what is known (T.81 G.1.2.2). */
  private int endOfBand;

  private ProgressiveScan(ScanHeader scan, Progress[] progress, HuffmanTable[] tables) {
    this.scan = scan;
    this.progress = progress;
    this.tables = tables;
    predictions = new int[progress.length];
  }

  /** Begins a scan; one that is out of turn is refused. */
  static ProgressiveScan of(ScanHeader scan, Tables defined, Progress[] all) {
    int count = scan.components().length;
    boolean dc = scan.start() == 0;
    boolean sound = dc ? scan.end() == 0 : count == 1 && scan.end() >= scan.start();
    if (!sound || scan.end() > 63 || scan.low() > 13) {
      throw ScanHeader.impossible();
    }
    Progress[] progress = new Progress[count];
    // The refining scans of DC coefficients are plain bits and need no table.
    HuffmanTable[] tables = new HuffmanTable[dc && scan.high() > 0 ? 0 : count];
    for (int i = 0; i < count; i++) {
      progress[i] = all[scan.components()[i]];
      progress[i].take(scan);
      if (i < tables.length) {
        tables[i] = dc ? defined.dc(scan.dc()[i]) : defined.ac(scan.ac()[i]);
      }
    }
    return new ProgressiveScan(scan, progress, tables);
  }

  @Override
  public void restart() {
    Arrays.fill(predictions, 0);
    endOfBand = 0;
  }

  @Override
  public void block(BitReader reader, int inScan, int column, int row) {
    short[] coefficients = progress[inScan].row(row);
    int at = 64 * column;
    if (scan.start() > 0) {
      if (scan.high() == 0) {
        first(reader, coefficients, at);
      } else {
        refine(reader, coefficients, at);
      }
    } else if (scan.high() == 0) {
      predictions[inScan] += tables[inScan].difference(reader);
      coefficients[at] = (short) (predictions[inScan] << scan.low());
    } else {
      coefficients[at] |= (short) (reader.bits(1) << scan.low());
    }
  }

  private void first(BitReader reader, short[] coefficients, int at) {
    if (endOfBand > 0) {
      endOfBand--;
      return;
    }
    for (int k = scan.start(); k <= scan.end(); k++) {
      int symbol = tables[0].symbol(reader);
      int run = symbol >> 4;
      int size = symbol & 15;
      if (size == 0 && run < 15) {
        endOfBand = (1 << run) + reader.bits(run) - 1;
        return;
      }
      k += run;
      if (size > 0) {
        if (k > scan.end()) {
          throw reader.damage();
        }
        coefficients[at + k] = (short) (reader.signed(size) << scan.low());
      }
    }
  }

  private void refine(BitReader reader, short[] coefficients, int at) {
    int bit = 1 << scan.low();
    int k = scan.start();
    if (endOfBand == 0) {
      for (; k <= scan.end(); k++) {
        int symbol = tables[0].symbol(reader);
        int run = symbol >> 4;
        int size = symbol & 15;
        if (size > 1) {
          throw reader.damage();
        }
        if (size == 0 && run < 15) {
          endOfBand = (1 << run) + reader.bits(run);
          break;
        }
        int value = size == 0 ? 0 : reader.bits(1) == 1 ? bit : -bit;
        k = pass(reader, coefficients, at, k, run);
        if (value != 0) {
          if (k > scan.end()) {
            throw reader.damage();
          }
          coefficients[at + k] = (short) value;
        }
      }
    }
    if (endOfBand > 0) {
      pass(reader, coefficients, at, k, 64);
      endOfBand--;
    }
  }

  /**
   * Refines what is known, from k on, up to the zero behind a run of zeros.
   *
   * @return that zero's place, or the one behind the band
   */
  private int pass(BitReader reader, short[] coefficients, int at, int from, int run) {
    int left = run;
    int k = from;
    for (; k <= scan.end(); k++) {
      int known = coefficients[at + k];
      if (known == 0) {
        if (left-- == 0) {
          return k;
        }
      } else if (reader.bits(1) == 1) {
        int better = known > 0 ? known + (1 << scan.low()) : known - (1 << scan.low());
        coefficients[at + k] = (short) better;
      }
    }
    return k;
  }
}
