package negatoscope.codec.jpeg;

import java.util.Arrays;

/** The blocks of a sequential scan (T.81 F.2.2), transformed at once. */
final class SequentialScan implements BlockCoder {
  private final HuffmanTable[] dc;
  private final HuffmanTable[] ac;
  private final Plane[] planes;
  private final int[] predictions;
  private final double[] block = new double[64];

  SequentialScan(ScanHeader scan, Tables tables, Plane[] all) {
    int count = scan.components().length;
    dc = new HuffmanTable[count];
    ac = new HuffmanTable[count];
    planes = new Plane[count];
    predictions = new int[count];
    for (int i = 0; i < count; i++) {
      dc[i] = tables.dc(scan.dc()[i]);
      ac[i] = tables.ac(scan.ac()[i]);
      planes[i] = all[scan.components()[i]];
    }
  }

  @Override
  public void restart() {
    Arrays.fill(predictions, 0);
  }

  @Override
  public void block(BitReader reader, int inScan, int column, int row) {
    int[] steps = planes[inScan].steps();
    predictions[inScan] += dc[inScan].difference(reader);
    double first = (double) predictions[inScan] * steps[0];
    HuffmanTable table = ac[inScan];
    boolean flat = true;
    for (int k = 1; k < 64; k++) {
      int symbol = table.symbol(reader);
      int size = symbol & 15;
      if (size == 0) {
        if (symbol != 0xF0) {
          break;
        }
        k += 15;
        continue;
      }
      k += symbol >> 4;
      if (k > 63) {
        throw reader.damage();
      }
      if (flat) {
        Arrays.fill(block, 0);
        flat = false;
      }
      block[Tables.ZIGZAG[k]] = reader.signed(size) * (double) steps[k];
    }
    if (flat) {
      planes[inScan].flat(column, row, first);
    } else {
      block[0] = first;
      planes[inScan].block(column, row, block);
    }
  }
}
