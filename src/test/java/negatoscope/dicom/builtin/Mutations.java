package negatoscope.dicom.builtin;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import negatoscope.dicom.Tag;

/** Damages files: bits, ends, length fields, values, the order of elements, compressed streams. */
final class Mutations {
  private static final long[] LENGTHS = {
    0,
    1,
    2,
    7,
    8,
    12,
    16,
    17,
    32,
    64,
    255,
    256,
    0x7FFF,
    0x8000,
    0xFFFE,
    0xFFFF,
    0x10000,
    0x7FFFFFFF,
    0x80000000L,
    0xFFFFFFFEL,
    0xFFFFFFFFL
  };

  private final List<byte[]> seeds;
  private final Random random;

  Mutations(List<byte[]> seeds, Random random) {
    this.seeds = seeds;
    this.random = random;
  }

  /** One of the files, with one to three kinds of damage. */
  byte[] next() {
    byte[] seed = pick();
    int deflatedAt = deflatedAt(seed);
    if (deflatedAt > 0 && random.nextInt(3) > 0) {
      byte[] head = Arrays.copyOf(seed, deflatedAt);
      return joined(head, RawFile.deflated(damaged(inflated(seed, deflatedAt))));
    }
    return damaged(seed);
  }

  /** Large files take long and teach little more, so they come less often. */
  private byte[] pick() {
    while (true) {
      byte[] seed = seeds.get(random.nextInt(seeds.size()));
      if (random.nextInt(seed.length + 40_000) < 40_000) {
        return seed;
      }
    }
  }

  private byte[] damaged(byte[] seed) {
    byte[] file = seed.clone();
    for (int i = 1 + random.nextInt(3); i > 0 && file.length > 0; i--) {
      file = once(file);
    }
    return file;
  }

  private byte[] once(byte[] file) {
    List<Places.Place> places = Places.of(file);
    if (places.isEmpty() || random.nextInt(6) == 0) {
      return flipped(file, 0, file.length);
    }
    Places.Place one = places.get(random.nextInt(places.size()));
    Places.Place other = places.get(random.nextInt(places.size()));
    Places.Place largest =
        places.stream().reduce((a, b) -> a.end() - a.value() > b.end() - b.value() ? a : b).get();
    return switch (random.nextInt(12)) {
      case 0 -> flipped(file, 0, largest.value());
      case 1 -> flipped(file, largest.value(), Math.min(largest.end(), largest.value() + 300));
      case 2 -> flipped(file, largest.value(), largest.end());
      case 3 -> Arrays.copyOf(file, random.nextInt(file.length + 1));
      case 4 -> Arrays.copyOf(file, one.start());
      case 5 -> number(file, one.lengthAt(), one.lengthBytes());
      case 6 -> number(file, one.value(), Math.min(4, one.end() - one.value()));
      case 7 -> imagePixel(file, places);
      case 8 -> swapped(file, one, other);
      case 9 -> joined(Arrays.copyOf(file, one.start()), tail(file, one.end()));
      case 10 -> spliced(file, one);
      default -> marker(file, largest);
    };
  }

  private byte[] flipped(byte[] file, int from, int to) {
    for (int i = 1 + random.nextInt(8); i > 0 && to > from; i--) {
      int at = from + random.nextInt(to - from);
      file[at] =
          (byte)
              switch (random.nextInt(4)) {
                case 0 -> 0xFF;
                case 1 -> random.nextInt(256);
                default -> file[at] ^ 1 << random.nextInt(8);
              };
    }
    return file;
  }

  private byte[] number(byte[] file, int at, int bytes) {
    long value = LENGTHS[random.nextInt(LENGTHS.length)];
    boolean big = random.nextInt(8) == 0;
    for (int i = 0; i < bytes; i++) {
      file[at + i] = (byte) (value >> (8 * (big ? bytes - 1 - i : i)));
    }
    return file;
  }

  /** Another size, depth or number of frames. */
  private byte[] imagePixel(byte[] file, List<Places.Place> places) {
    List<Places.Place> group = places.stream().filter(one -> Tag.group(one.tag()) == 0x28).toList();
    if (group.isEmpty()) {
      return file;
    }
    Places.Place one = group.get(random.nextInt(group.size()));
    return number(file, one.value(), Math.min(2, one.end() - one.value()));
  }

  private static byte[] swapped(byte[] file, Places.Place one, Places.Place other) {
    Places.Place first = one.start() < other.start() ? one : other;
    Places.Place second = first.equals(one) ? other : one;
    if (first.end() > second.start()) {
      return file;
    }
    return joined(
        Arrays.copyOf(file, first.start()),
        Arrays.copyOfRange(file, second.start(), second.end()),
        Arrays.copyOfRange(file, first.end(), second.start()),
        Arrays.copyOfRange(file, first.start(), first.end()),
        tail(file, second.end()));
  }

  /** The end of another file. */
  private byte[] spliced(byte[] file, Places.Place one) {
    byte[] other = pick();
    List<Places.Place> places = Places.of(other);
    if (places.isEmpty()) {
      return file;
    }
    int from = places.get(random.nextInt(places.size())).start();
    return joined(Arrays.copyOf(file, one.start()), tail(other, from));
  }

  /** Changes what follows a marker of a JPEG or JPEG 2000 stream, or the marker itself. */
  private byte[] marker(byte[] file, Places.Place stream) {
    int from = stream.value() + random.nextInt(Math.max(1, stream.end() - stream.value()));
    boolean early = random.nextBoolean();
    for (int at = early ? stream.value() : from; at + 4 < stream.end(); at++) {
      if (file[at] == (byte) 0xFF && (file[at + 1] & 0x80) != 0 && random.nextInt(4) == 0) {
        int offset = random.nextInt(4);
        file[at + offset] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0);
        return file;
      }
    }
    return flipped(file, stream.value(), stream.end());
  }

  /** Where a deflated data set begins, or 0. */
  private static int deflatedAt(byte[] file) {
    String start =
        new String(
            file, 0, Math.min(400, file.length), java.nio.charset.StandardCharsets.ISO_8859_1);
    if (!start.contains(RawFile.DEFLATED)) {
      return 0;
    }
    return Places.of(file).stream()
        .filter(one -> Tag.group(one.tag()) == 2)
        .mapToInt(Places.Place::end)
        .max()
        .orElse(0);
  }

  private static byte[] inflated(byte[] file, int from) {
    Inflater inflater = new Inflater(true);
    inflater.setInput(file, from, file.length - from);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] piece = new byte[1 << 16];
    try {
      for (int more = 1; more > 0 && out.size() < 1 << 20; ) {
        more = inflater.inflate(piece);
        out.write(piece, 0, more);
      }
    } catch (DataFormatException e) {
      out.write(1);
    } finally {
      inflater.end();
    }
    return out.toByteArray();
  }

  private static byte[] tail(byte[] file, int from) {
    return Arrays.copyOfRange(file, from, file.length);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
