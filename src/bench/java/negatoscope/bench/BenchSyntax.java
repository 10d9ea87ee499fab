package negatoscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import negatoscope.codec.jpeg.LosslessEncoder;
import negatoscope.codec.jpegls.JpegLsEncoder;
import negatoscope.codec.rle.RleEncoder;
import org.jspecify.annotations.Nullable;

/** The transfer syntaxes that the benchmarks write and open. */
public enum BenchSyntax {
  EXPLICIT_LITTLE("1.2.840.10008.1.2.1", "dcm2pnm"),
  IMPLICIT_LITTLE("1.2.840.10008.1.2", "dcm2pnm"),
  EXPLICIT_BIG("1.2.840.10008.1.2.2", "dcm2pnm"),
  DEFLATED("1.2.840.10008.1.2.1.99", "dcm2pnm"),
  RLE("1.2.840.10008.1.2.5", "dcm2pnm", film -> RleEncoder.encode(film.decoded())),
  JPEG_LOSSLESS_SV1("1.2.840.10008.1.2.4.70", "dcmj2pnm", film -> lossless(film, 1)),
  JPEG_LOSSLESS_P7("1.2.840.10008.1.2.4.57", "dcmj2pnm", film -> lossless(film, 7)),
  JPEG_LS(
      "1.2.840.10008.1.2.4.80",
      "dcml2pnm",
      film -> JpegLsEncoder.lossless(film.values(), film.decoded().shape(), 16)),
  /** Its stream is written by OpenJPEG's {@code opj_compress}, which must be installed. */
  JPEG_2000("1.2.840.10008.1.2.4.90", "opj_decompress", OpenJpeg::encode);

  private final String uid;
  private final String peer;
  private final @Nullable Function<BenchFilm, byte[]> encoder;

  BenchSyntax(String uid, String peer) {
    this(uid, peer, null);
  }

  BenchSyntax(String uid, String peer, @Nullable Function<BenchFilm, byte[]> encoder) {
    this.uid = uid;
    this.peer = peer;
    this.encoder = encoder;
  }

  private static byte[] lossless(BenchFilm film, int predictor) {
    return new LosslessEncoder(predictor, 0, 0, true).encode(film.decoded());
  }

  /** Writes the film in this syntax. */
  void write(BenchFilm film, Path file) throws IOException {
    if (encoder == null) {
      film.writeNative(file, uid);
    } else {
      film.writeEncapsulated(file, uid, encoder.apply(film));
    }
  }

  /**
   * The command by which another program makes an 8-bit picture of the file; OpenJPEG gets the
   * stream alone and writes 16 bits.
   */
  List<String> peer(Path file, Path picture) throws IOException {
    if (this == JPEG_2000) {
      Path stream = file.resolveSibling(name() + ".j2k");
      Files.write(stream, OpenJpeg.encode(BenchFilm.of(BenchFilm.SIDE)));
      return List.of(peer, "-i", stream.toString(), "-o", picture.toString());
    }
    return List.of(peer, "+Wi", "1", "+op", file.toString(), picture.toString());
  }
}
