package negatoscope.codec.jpeg;

import negatoscope.codec.CodecException;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;

/** A frame of DCT coefficients, sequential (T.81 annex F) or progressive (annex G). */
final class DctFrame implements FrameDecoder {
  private static final int MOST_BLOCKS_IN_UNIT = 10;

  private final FrameHeader frame;
  private final FrameShape shape;
  private final Plane[] planes;
  private final Progress[] progress;
  private final boolean progressive;
  private int scanned;

  DctFrame(FrameHeader frame, FrameShape shape) {
    this.frame = frame;
    this.shape = shape;
    progressive = frame.process() == Marker.SOF2;
    planes = new Plane[shape.components()];
    progress = new Progress[progressive ? shape.components() : 0];
    for (int i = 0; i < planes.length; i++) {
      DctGeometry geometry = DctGeometry.of(frame, frame.components().get(i));
      planes[i] = new Plane(geometry, frame.precision());
      if (progressive) {
        progress[i] = new Progress(geometry);
      }
    }
  }

  @Override
  public int scan(ScanHeader scan, Tables tables, byte[] stream, int at) {
    BitReader reader = new BitReader(stream, at);
    for (int component : scan.components()) {
      if (!progressive && (scanned & 1 << component) != 0) {
        throw CodecException.corrupt("the JPEG stream codes a component twice.");
      }
      if ((scanned & 1 << component) == 0) {
        int number = frame.components().get(component).quantisation();
        planes[component].quantise(tables.quantisation(number));
      }
      scanned |= 1 << component;
    }
    BlockCoder coder =
        progressive
            ? ProgressiveScan.of(scan, tables, progress)
            : new SequentialScan(scan, tables, planes);
    walk(scan, coder, reader, tables.restartInterval());
    return reader.end();
  }

  /** Goes over the blocks of a scan (T.81 A.2.2, A.2.3). */
  private void walk(ScanHeader scan, BlockCoder coder, BitReader reader, int interval) {
    boolean alone = scan.components().length == 1;
    DctGeometry first = planes[scan.components()[0]].geometry();
    int across = alone ? first.ownBlocksWide() : first.blocksWide() / first.horizontal();
    int down = alone ? first.ownBlocksHigh() : first.blocksHigh() / first.vertical();
    if (!alone && blocksInUnit(scan) > MOST_BLOCKS_IN_UNIT) {
      throw ScanHeader.impossible();
    }
    int wait = interval;
    int restarts = 0;
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        if (interval > 0 && wait-- == 0) {
          reader.restart(restarts++ & 7);
          coder.restart();
          wait = interval - 1;
        }
        if (alone) {
          coder.block(reader, 0, x, y);
        } else {
          unit(scan, coder, reader, x, y);
        }
      }
      reader.check();
    }
  }

  private void unit(ScanHeader scan, BlockCoder coder, BitReader reader, int x, int y) {
    for (int i = 0; i < scan.components().length; i++) {
      DctGeometry geometry = planes[scan.components()[i]].geometry();
      for (int v = 0; v < geometry.vertical(); v++) {
        for (int h = 0; h < geometry.horizontal(); h++) {
          coder.block(reader, i, x * geometry.horizontal() + h, y * geometry.vertical() + v);
        }
      }
    }
  }

  private int blocksInUnit(ScanHeader scan) {
    int blocks = 0;
    for (int component : scan.components()) {
      DctGeometry geometry = planes[component].geometry();
      blocks += geometry.horizontal() * geometry.vertical();
    }
    return blocks;
  }

  @Override
  public boolean complete() {
    if (progressive) {
      for (Progress each : progress) {
        if (!each.complete()) {
          return false;
        }
      }
      return true;
    }
    return scanned == (1 << planes.length) - 1;
  }

  @Override
  public Decoded decoded() {
    for (int i = 0; i < progress.length; i++) {
      progress[i].transform(planes[i]);
    }
    if (frame.precision() == 8) {
      byte[] bytes = new byte[shape.samples()];
      for (int i = 0; i < planes.length; i++) {
        new UpSampling(planes[i], shape).into(bytes, i);
      }
      return Decoded.of8(shape, 8, false, bytes);
    }
    short[] shorts = new short[shape.samples()];
    for (int i = 0; i < planes.length; i++) {
      new UpSampling(planes[i], shape).into(shorts, i);
    }
    return Decoded.of16(shape, frame.precision(), false, shorts);
  }
}
