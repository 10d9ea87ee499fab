package negatoscope.codec.jpeg2000;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReadParamJava;
import java.awt.Point;
import java.io.IOException;
import java.util.Arrays;
import jj2000.j2k.codestream.HeaderInfo;
import jj2000.j2k.codestream.reader.BitstreamReaderAgent;
import jj2000.j2k.codestream.reader.HeaderDecoder;
import jj2000.j2k.decoder.DecoderSpecs;
import jj2000.j2k.image.BlkImgDataSrc;
import jj2000.j2k.image.DataBlkFloat;
import jj2000.j2k.image.DataBlkInt;
import jj2000.j2k.image.ImgDataConverter;
import jj2000.j2k.image.invcomptransf.InvCompTransf;
import jj2000.j2k.roi.ROIDeScaler;
import jj2000.j2k.wavelet.synthesis.InverseWT;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;

/**
 * The library's chain from a codestream to samples. The irreversible component transform is done
 * here, since the library's rounds what is below zero upwards.
 */
final class Jj2000 {
  /** Rows that are asked for at a time: component transforms keep a copy of them. */
  private static final int STRIP = 64;

  private final FrameShape shape;
  private final ImageSize size;
  private final DecoderSpecs specs;
  private final BlkImgDataSrc plain;
  private final BlkImgDataSrc transformed;
  private final byte[] bytes;
  private final short[] shorts;

  /** Sets the chain up, and the room for the samples. */
  Jj2000(CodestreamInput input, FrameShape shape, ImageSize size) throws IOException {
    this.shape = shape;
    this.size = size;
    J2KImageReadParamJava parameters = new J2KImageReadParamJava();
    parameters.setNoROIDescaling(false);
    HeaderInfo info = new HeaderInfo();
    HeaderDecoder header = new HeaderDecoder(input, parameters, info);
    this.specs = header.getDecoderSpecs();
    int[] depths = new int[shape.components()];
    Arrays.fill(depths, size.bits());
    BitstreamReaderAgent packets =
        BitstreamReaderAgent.createInstance(input, header, parameters, specs, false, info);
    ROIDeScaler coefficients =
        header.createROIDeScaler(
            header.createEntropyDecoder(packets, parameters), parameters, specs);
    InverseWT wavelet =
        InverseWT.createInstance(header.createDequantizer(coefficients, depths, specs), specs);
    wavelet.setImgResLevel(packets.getImgRes());
    this.plain = new ImgDataConverter(wavelet, 0);
    this.transformed = new InvCompTransf(plain, specs, depths);
    this.bytes = new byte[size.bits() <= 8 ? shape.samples() : 0];
    this.shorts = new short[size.bits() <= 8 ? 0 : shape.samples()];
  }

  /** Decodes every tile. */
  Decoded decode() {
    Point tiles = transformed.getNumTiles(null);
    for (int y = 0; y < tiles.y; y++) {
      for (int x = 0; x < tiles.x; x++) {
        transformed.setTile(x, y);
        decodeTile(transformed.getTileIdx());
      }
    }
    return size.bits() <= 8
        ? Decoded.of8(shape, size.bits(), size.signed(), bytes)
        : Decoded.of16(shape, size.bits(), size.signed(), shorts);
  }

  private void decodeTile(int tile) {
    boolean mixed = !Integer.valueOf(InvCompTransf.NONE).equals(specs.cts.getTileDef(tile));
    boolean irreversible = mixed && !specs.wfs.isReversible(tile, 0);
    int height = transformed.getTileHeight();
    for (int y = 0; y < height; y += STRIP) {
      int rows = Math.min(STRIP, height - y);
      int first = 0;
      if (irreversible) {
        decodeIrreversible(y, rows);
        first = 3;
      }
      for (int c = first; c < shape.components(); c++) {
        BlkImgDataSrc source = irreversible ? plain : transformed;
        DataBlkInt wanted = new DataBlkInt(0, y, transformed.getTileWidth(), rows);
        DataBlkInt block = (DataBlkInt) source.getInternCompData(wanted, c);
        for (int row = 0; row < rows; row++) {
          int from = block.offset + row * block.scanw;
          put(block.getDataInt(), from, place(y + row, c));
        }
      }
    }
  }

  /** Luminance and two colour differences to red, green and blue (T.800 G.3.2). */
  private void decodeIrreversible(int y, int rows) {
    int width = transformed.getTileWidth();
    float[][] in = new float[3][];
    int[] from = new int[3];
    int[] step = new int[3];
    for (int c = 0; c < 3; c++) {
      DataBlkFloat wanted = new DataBlkFloat(0, y, width, rows);
      DataBlkFloat block = (DataBlkFloat) plain.getInternCompData(wanted, c);
      in[c] = block.getDataFloat();
      from[c] = block.offset;
      step[c] = block.scanw;
    }
    int[][] out = new int[3][width];
    for (int row = 0; row < rows; row++) {
      for (int x = 0; x < width; x++) {
        float luminance = in[0][from[0] + row * step[0] + x];
        float blue = in[1][from[1] + row * step[1] + x];
        float red = in[2][from[2] + row * step[2] + x];
        out[0][x] = Math.round(luminance + 1.402f * red);
        out[1][x] = Math.round(luminance - 0.344136f * blue - 0.714136f * red);
        out[2][x] = Math.round(luminance + 1.772f * blue);
      }
      for (int c = 0; c < 3; c++) {
        put(out[c], 0, place(y + row, c));
      }
    }
  }

  /** Where a row of this tile begins among the samples. */
  private int place(int row, int component) {
    int left = transformed.getCompULX(component) - (int) size.left();
    int top = transformed.getCompULY(component) - (int) size.top();
    return ((top + row) * shape.width() + left) * shape.components() + component;
  }

  /** Levels are shifted back (T.800 G.1.2), and what lossy coding threw out of range is cut. */
  private void put(int[] values, int from, int to) {
    int shift = size.signed() ? 0 : 1 << (size.bits() - 1);
    int least = size.signed() ? -1 << (size.bits() - 1) : 0;
    int most = least + (1 << size.bits()) - 1;
    int step = shape.components();
    int at = to;
    for (int i = from; i < from + transformed.getTileWidth(); i++, at += step) {
      int value = Math.max(least, Math.min(values[i] + shift, most));
      if (size.bits() <= 8) {
        bytes[at] = (byte) value;
      } else {
        shorts[at] = (short) value;
      }
    }
  }
}
