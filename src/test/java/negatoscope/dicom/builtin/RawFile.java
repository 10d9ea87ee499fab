package negatoscope.dicom.builtin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;

/** Writes files byte by byte, sound ones and others that no sound program would write. */
final class RawFile {
  static final String IMPLICIT = "1.2.840.10008.1.2";
  static final String EXPLICIT = "1.2.840.10008.1.2.1";
  static final String DEFLATED = "1.2.840.10008.1.2.1.99";
  static final String BIG = "1.2.840.10008.1.2.2";
  static final String RLE = "1.2.840.10008.1.2.5";
  static final long OPEN = 0xFFFFFFFFL;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final boolean explicit;
  private final boolean big;

  private RawFile(boolean explicit, boolean big) {
    this.explicit = explicit;
    this.big = big;
  }

  /** Elements alone, as they are in a syntax. */
  static RawFile elements(String syntax) {
    return new RawFile(!syntax.equals(IMPLICIT), syntax.equals(BIG));
  }

  /** A grey film of whole bytes or words, but for its pixels. */
  RawFile film(int width, int height, int frames, int allocated) {
    return text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.1")
        .text(Tag.MODALITY, "CS", "CR")
        .numbers(Tag.SAMPLES_PER_PIXEL, 1)
        .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
        .text(Tag.NUMBER_OF_FRAMES, "IS", Integer.toString(frames))
        .numbers(Tag.ROWS, height)
        .numbers(Tag.COLUMNS, width)
        .numbers(Tag.BITS_ALLOCATED, allocated)
        .numbers(Tag.BITS_STORED, allocated)
        .numbers(Tag.HIGH_BIT, allocated - 1)
        .numbers(Tag.PIXEL_REPRESENTATION, 0);
  }

  RawFile text(int tag, String vr, String value) {
    String even = (value.length() & 1) == 0 ? value : value + " ";
    return element(tag, vr, even.getBytes(StandardCharsets.US_ASCII));
  }

  /** Words of kind US. */
  RawFile numbers(int tag, int... values) {
    RawFile bytes = new RawFile(explicit, big);
    for (int value : values) {
      bytes.number(value, 2);
    }
    return element(tag, "US", bytes.bytes());
  }

  RawFile element(int tag, String vr, byte[] value) {
    return start(tag, vr, value.length).raw(value);
  }

  /** Tag, kind and length; the length may be wrong. */
  RawFile start(int tag, String vr, long length) {
    number(Tag.group(tag), 2);
    number(tag & 0xFFFF, 2);
    if (explicit && Tag.group(tag) != 0xFFFE) {
      raw(vr.getBytes(StandardCharsets.US_ASCII));
      if (!Vr.valueOf(vr).hasLongLength()) {
        return number(length, 2);
      }
      number(0, 2);
    }
    return number(length, 4);
  }

  /** An item of an encapsulated value or of a sequence. */
  RawFile item(byte[] value) {
    return start(Tag.ITEM, "", value.length).raw(value);
  }

  /** The mark behind the last item. */
  RawFile end() {
    return start(Tag.SEQUENCE_DELIMITATION, "", 0);
  }

  RawFile raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  private RawFile number(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >> (8 * (big ? bytes - 1 - i : i))));
    }
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /** Preamble, meta header with a syntax, and these elements, deflated where the syntax says so. */
  byte[] file(String syntax) {
    RawFile file =
        new RawFile(true, false)
            .raw(new byte[128])
            .raw("DICM".getBytes(StandardCharsets.US_ASCII))
            .text(Tag.TRANSFER_SYNTAX_UID, "UI", syntax);
    return file.raw(syntax.equals(DEFLATED) ? deflated(bytes()) : bytes()).bytes();
  }

  /** Writes the whole file. */
  Path write(Path folder, String syntax) {
    return elements(syntax).raw(file(syntax)).writeTo(folder.resolve("raw.dcm"));
  }

  /** Writes what is there so far. */
  Path writeTo(Path file) {
    try {
      return Files.write(file, bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] piece = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(piece, 0, deflater.deflate(piece));
    }
    deflater.end();
    return out.toByteArray();
  }
}
