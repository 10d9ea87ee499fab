package negatoscope.dicom.builtin.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** A deflated data set is read at any place, and inflated once where that is possible. */
class InflatedSourceTest {
  private static final Path FILE = Path.of("film.dcm");

  /** Counts how often it is gone back in. */
  private static final class Counting implements ByteSource {
    private final ArraySource bytes;
    private int starts;

    Counting(byte[] bytes) {
      this.bytes = new ArraySource(bytes);
    }

    @Override
    public long size() {
      return bytes.size();
    }

    @Override
    public int read(byte[] into, int from, int count) {
      return bytes.read(into, from, count);
    }

    @Override
    public void moveTo(long place) throws EOFException {
      starts++;
      bytes.moveTo(place);
    }

    @Override
    public void close() {}
  }

  @Test
  void whatIsKeptIsInflatedOnceWithWhatWasReadAhead() throws IOException {
    byte[] noise = noise(500_000);
    Counting deflated = new Counting(deflated(noise));
    try (InflatedSource source = new InflatedSource(FILE, deflated, 0)) {
      byte[] ahead = read(source, 1000);
      source.keep(ahead, 900, 100);
      source.moveTo(400_000);
      source.keepNoMore();
      source.moveTo(450_000);
      assertThat(deflated.starts).isEqualTo(1);
      source.moveTo(900);
      assertThat(read(source, 399_000)).isEqualTo(Arrays.copyOfRange(noise, 900, 399_900));
      assertThat(deflated.starts).isEqualTo(1);
      assertThat(read(source, 200)).isEqualTo(Arrays.copyOfRange(noise, 399_900, 400_100));
      assertThat(deflated.starts).isEqualTo(2);
      source.moveTo(899);
      assertThat(read(source, 10)).isEqualTo(Arrays.copyOfRange(noise, 899, 909));
      assertThat(deflated.starts).isEqualTo(3);
    }
  }

  @Test
  void theEndIsFound() throws IOException {
    try (InflatedSource source =
        new InflatedSource(FILE, new ArraySource(deflated(noise(100))), 0)) {
      assertThat(source.size()).isGreaterThan(100);
      source.moveTo(100);
      assertThat(source.read(new byte[1], 0, 1)).isEqualTo(-1);
      assertThatThrownBy(() -> source.moveTo(101)).isInstanceOf(EOFException.class);
    }
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(bytes);
    deflater.finish();
    byte[] out = new byte[bytes.length + 1000];
    int length = deflater.deflate(out);
    deflater.end();
    return Arrays.copyOf(out, length);
  }

  private static byte[] read(ByteSource source, int count) throws IOException {
    byte[] read = new byte[count];
    for (int done = 0; done < count; ) {
      done += source.read(read, done, count - done);
    }
    return read;
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(1).nextBytes(noise);
    return noise;
  }
}
