package negatoscope.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes lossless JPEG 2000 by OpenJPEG's program, for the writer for Java is not exact. */
final class OpenJpeg {
  private OpenJpeg() {}

  /** The film as a codestream without boxes. */
  static byte[] encode(BenchFilm film) {
    try {
      Path picture = Files.createTempFile("film", ".pgm");
      Path stream = Files.createTempFile("film", ".j2k");
      try {
        writePgm(picture, film);
        Process process =
            new ProcessBuilder("opj_compress", "-i", picture.toString(), "-o", stream.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
          throw new IOException("opj_compress failed");
        }
        return Files.readAllBytes(stream);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      } finally {
        Files.delete(picture);
        Files.delete(stream);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writePgm(Path file, BenchFilm film) throws IOException {
    short[] samples = film.decoded().shorts();
    ByteBuffer pixels = ByteBuffer.allocate(2 * samples.length);
    pixels.asShortBuffer().put(samples);
    int side = film.decoded().shape().width();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write("P5\n%d %d\n65535\n".formatted(side, side).getBytes(StandardCharsets.US_ASCII));
      out.write(pixels.array());
    }
  }
}
