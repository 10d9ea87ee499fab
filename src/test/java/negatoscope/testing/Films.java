package negatoscope.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import negatoscope.film.Film;
import negatoscope.film.ModalityRescale;
import negatoscope.film.PaddingRange;
import negatoscope.film.Polarity;
import negatoscope.film.Presentation;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;
import negatoscope.film.ViewPosition;
import negatoscope.film.Window;

/** Makes small films in memory. */
public final class Films {
  private Films() {}

  /** A picture file of 8 bits whose value at (column, row) is given. */
  public static Film picture8(int width, int height, IntBinaryOperator value) {
    byte[] bytes = new byte[width * height];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) value.applyAsInt(i % width, i / width);
    }
    return Film.ofPicture(
        Samples.of8(width, height, 8, false, bytes),
        Provenance.ofPicture(Path.of("made.png"), "PNG", "8 bit grey"));
  }

  /** Samples of 16 bits whose value at (column, row) is given. */
  public static Samples samples16(
      int width, int height, int bitsStored, boolean signed, IntBinaryOperator value) {
    short[] shorts = new short[width * height];
    for (int i = 0; i < shorts.length; i++) {
      shorts[i] = (short) value.applyAsInt(i % width, i / width);
    }
    return Samples.of16(width, height, bitsStored, signed, shorts);
  }

  /** A picture file of 16 bits. */
  public static Film picture16(int width, int height, IntBinaryOperator value) {
    return Film.ofPicture(
        samples16(width, height, 16, false, value),
        Provenance.ofPicture(Path.of("made.png"), "PNG", "16 bit grey"));
  }

  /** A DICOM film with the given windows. */
  public static Film dicom(
      Samples samples, ModalityRescale modality, Polarity polarity, List<Window> windows) {
    return dicom(samples, modality, polarity, windows, Optional.empty());
  }

  /** A DICOM film with the given windows and padding. */
  public static Film dicom(
      Samples samples,
      ModalityRescale modality,
      Polarity polarity,
      List<Window> windows,
      Optional<PaddingRange> padding) {
    Presentation plain = Presentation.of(modality, polarity).withWindows(windows);
    return Film.grey(
            samples,
            padding.map(plain::withPadding).orElse(plain),
            Provenance.ofPicture(Path.of("made.dcm"), "DICOM", "Explicit VR Little Endian"))
        .withView(ViewPosition.PA);
  }
}
