package negatoscope.workstation.viewer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import negatoscope.film.ColourPixels;
import negatoscope.film.Film;
import negatoscope.film.ModalityRescale;
import negatoscope.film.Overlay;
import negatoscope.film.PaddingRange;
import negatoscope.film.Polarity;
import negatoscope.film.Presentation;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;
import negatoscope.film.ViewPosition;
import negatoscope.film.Window;

/** Films made up for tests. */
final class Films {
  private Films() {}

  /** A picture of 8 bits whose value at (column, row) is the given one. */
  static Film picture(int width, int height, IntBinaryOperator value) {
    byte[] values = new byte[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) value.applyAsInt(i % width, i / width);
    }
    return Film.ofPicture(
        Samples.of8(width, height, 8, false, values),
        Provenance.ofPicture(Path.of("made.png"), "PNG", "8 bit grey"));
  }

  /** A DICOM film of 12 bits with a window, and with padding where asked. */
  static Film dicom(
      int width,
      int height,
      IntBinaryOperator value,
      Window window,
      Polarity polarity,
      Optional<PaddingRange> padding) {
    short[] values = new short[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) value.applyAsInt(i % width, i / width);
    }
    Presentation plain = Presentation.of(ModalityRescale.IDENTITY, polarity, window);
    return Film.grey(
            Samples.of16(width, height, 12, false, values),
            padding.map(plain::withPadding).orElse(plain),
            new Provenance(
                Path.of("made.dcm"),
                1,
                1,
                "DICOM",
                "1.2.840.10008.1.2.1",
                "PHANTOM^DRAWN",
                "P-1",
                "20200131",
                "Chest",
                "1.2",
                "1.3",
                "1.4",
                "DX",
                "CHEST"))
        .withView(ViewPosition.PA);
  }

  static Film dicom(int width, int height, IntBinaryOperator value) {
    return dicom(
        width, height, value, Window.linear(2048, 4096), Polarity.MONOCHROME2, Optional.empty());
  }

  /** A DICOM film in colour, 0xRRGGBB at (column, row). */
  static Film colour(int width, int height, IntBinaryOperator value) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      int colour = value.applyAsInt(i % width, i / width);
      rgb[3 * i] = (byte) (colour >> 16);
      rgb[3 * i + 1] = (byte) (colour >> 8);
      rgb[3 * i + 2] = (byte) colour;
    }
    ColourPixels pixels = new ColourPixels(width, height, rgb, Optional.empty());
    Film grey = dicom(width, height, (x, y) -> 0);
    return new Film(
        pixels.luma(),
        Optional.of(pixels),
        Presentation.PLAIN,
        1,
        grey.spacing(),
        grey.view(),
        grey.provenance(),
        grey.warnings());
  }

  /** The same film with a filled rectangle as an overlay. */
  static Film withOverlay(Film film, Overlay.Kind kind, int left, int top, int width, int height) {
    BitSet bits = new BitSet();
    bits.set(0, width * height);
    Overlay plane = new Overlay(0x6000, "", "", kind, left, top, width, height, bits);
    List<Overlay> planes = new ArrayList<>(film.presentation().overlays());
    planes.add(plane);
    return film.withPresentation(film.presentation().withOverlays(planes));
  }
}
