package negatoscope.phantom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;
import negatoscope.dicom.builtin.BuiltInToolkit;
import negatoscope.rendering.GreyPicture;
import negatoscope.rendering.PngWriter;

/**
 * Draws the six films of {@code sample-studies/}.
 *
 * <pre>
 * ./mvnw -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dmain.class=negatoscope.phantom.SampleStudies -Dexec.args=sample-studies
 * </pre>
 */
public final class SampleStudies {
  private static final double FIELD_MM = 350;
  private static final int WIDTH = 560;
  private static final int HEIGHT = 680;
  private static final int DEEP_WIDTH = 400;
  private static final int DEEP_HEIGHT = 488;

  /** How the values of a film are stored. */
  enum Form {
    PNG(8),
    DX_8(8),
    DX_12(12),
    CR_8(8),
    CR_12_MONOCHROME1(12);

    final int bits;

    Form(int bits) {
      this.bits = bits;
    }
  }

  /** One film of the folder. */
  record Sample(
      String file,
      int number,
      String title,
      Form form,
      String view,
      Chest.Build build,
      List<Opacity> disease) {}

  /** The films, in the order of their numbers. */
  static final List<Sample> ALL =
      List.of(
          new Sample(
              "clear-frontal.dcm",
              1,
              "clear lungs",
              Form.DX_8,
              "PA",
              new Chest.Build(1, 1, 0, 11),
              List.of()),
          new Sample(
              "focal-opacity.dcm",
              2,
              "focal opacity",
              Form.DX_12,
              "PA",
              new Chest.Build(0.97, 0.98, -4, 22),
              Opacity.focal(-74, 20)),
          new Sample(
              "diffuse-opacities.dcm",
              3,
              "diffuse opacities",
              Form.CR_8,
              "AP",
              new Chest.Build(1.02, 1.1, -10, 33),
              Opacity.diffuse(4, 46)),
          new Sample(
              "lateral.dcm",
              4,
              "lateral view",
              Form.DX_8,
              "LL",
              new Chest.Build(1, 1, 0, 11),
              List.of()),
          new Sample(
              "monochrome1.dcm",
              5,
              "clear lungs, MONOCHROME1",
              Form.CR_12_MONOCHROME1,
              "PA",
              new Chest.Build(0.96, 0.95, 6, 55),
              List.of()),
          new Sample(
              "clear.png",
              6,
              "clear lungs",
              Form.PNG,
              "PA",
              new Chest.Build(0.99, 0.96, 3, 66),
              List.of()));

  private SampleStudies() {}

  /** Writes all films into the folder that is named. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (Sample sample : ALL) {
      write(sample, folder);
    }
  }

  /** Writes one film; the same bytes every time. */
  static Path write(Sample sample, Path folder) {
    boolean deep = sample.form.bits > 8;
    int width = deep ? DEEP_WIDTH : WIDTH;
    int height = deep ? DEEP_HEIGHT : HEIGHT;
    double pixelMm = FIELD_MM / width;
    boolean lateral = sample.view.equals("LL");
    Exposure exposure =
        Exposure.of(
            Chest.of(sample.build, !lateral),
            lateral ? Exposure.View.LATERAL : Exposure.View.PA,
            width,
            height,
            pixelMm);
    double[] opacity = Opacity.of(sample.disease, exposure, pixelMm, sample.number);
    double[] film = Detector.develop(exposure, opacity, pixelMm, 1000 + sample.number);
    double[] sorted = film.clone();
    Arrays.sort(sorted);
    double dark = sorted[sorted.length / 500];
    double bright = sorted[sorted.length - 1 - sorted.length / 500];
    double black = deep ? 400 : 6;
    double white = deep ? 3400 : 249;
    int[] stored = new int[film.length];
    int greatest = (1 << sample.form.bits) - 1;
    for (int i = 0; i < stored.length; i++) {
      double value = black + (film[i] - dark) / (bright - dark) * (white - black);
      stored[i] = (int) Math.floor(Math.max(0, Math.min(greatest, value)) + 0.5);
    }
    Path file = folder.resolve(sample.file);
    if (sample.form == Form.PNG) {
      png(file, width, height, stored);
    } else {
      new BuiltInToolkit().write(file, dicom(sample, width, height, pixelMm, stored));
    }
    return file;
  }

  private static void png(Path file, int width, int height, int[] stored) {
    byte[] pixels = new byte[stored.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) stored[i];
    }
    try {
      Files.write(
          file, PngWriter.encode(new GreyPicture(width, height, pixels), PngWriter.Packing.STABLE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DataSet dicom(Sample sample, int width, int height, double pixelMm, int[] stored) {
    boolean digital = sample.form == Form.DX_8 || sample.form == Form.DX_12;
    boolean inverted = sample.form == Form.CR_12_MONOCHROME1;
    int bits = sample.form.bits;
    int allocated = bits > 8 ? 16 : 8;
    int greatest = (1 << bits) - 1;
    byte[] pixels = new byte[stored.length * allocated / 8];
    for (int i = 0, at = 0; i < stored.length; i++) {
      int value = inverted ? greatest - stored[i] : stored[i];
      pixels[at++] = (byte) value;
      if (allocated == 16) {
        pixels[at++] = (byte) (value >> 8);
      }
    }
    double center = bits > 8 ? 1900 : 128;
    return DataSet.builder()
        .text(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY")
        .text(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.1" + (digital ? ".1" : ""))
        .text(Tag.SOP_INSTANCE_UID, uid(sample, "film"))
        .text(Tag.STUDY_DATE, "2026110" + sample.number)
        .text(Tag.STUDY_TIME, "0" + (7 + sample.number / 4) + "3000")
        .text(Tag.ACCESSION_NUMBER, "")
        .text(Tag.MODALITY, digital ? "DX" : "CR")
        .text(Tag.PRESENTATION_INTENT_TYPE, "FOR PRESENTATION")
        .text(Tag.MANUFACTURER, "Negatoscope")
        .text(Tag.REFERRING_PHYSICIAN_NAME, "")
        .text(Tag.STUDY_DESCRIPTION, "Phantom chest, " + sample.title)
        .text(Tag.PATIENT_NAME, "PHANTOM")
        .text(Tag.PATIENT_ID, "PHANTOM-" + sample.number)
        .text(Tag.PATIENT_BIRTH_DATE, "")
        .text(Tag.PATIENT_SEX, "O")
        .text(Tag.BODY_PART_EXAMINED, "CHEST")
        .decimals(Tag.IMAGER_PIXEL_SPACING, pixelMm, pixelMm)
        .text(Tag.VIEW_POSITION, sample.view)
        .text(Tag.STUDY_INSTANCE_UID, uid(sample, "study"))
        .text(Tag.SERIES_INSTANCE_UID, uid(sample, "series"))
        .text(Tag.STUDY_ID, Integer.toString(sample.number))
        .integers(Tag.SERIES_NUMBER, 1)
        .integers(Tag.INSTANCE_NUMBER, 1)
        .text(Tag.PATIENT_ORIENTATION, sample.view.equals("LL") ? "P" : "L", "F")
        .integers(Tag.SAMPLES_PER_PIXEL, 1)
        .text(Tag.PHOTOMETRIC_INTERPRETATION, inverted ? "MONOCHROME1" : "MONOCHROME2")
        .integers(Tag.ROWS, height)
        .integers(Tag.COLUMNS, width)
        .integers(Tag.BITS_ALLOCATED, allocated)
        .integers(Tag.BITS_STORED, bits)
        .integers(Tag.HIGH_BIT, bits - 1)
        .integers(Tag.PIXEL_REPRESENTATION, 0)
        .text(Tag.BURNED_IN_ANNOTATION, "NO")
        .decimals(Tag.WINDOW_CENTER, inverted ? greatest - center : center)
        .decimals(Tag.WINDOW_WIDTH, bits > 8 ? 3000 : 256)
        .bytes(Tag.PIXEL_DATA, allocated == 16 ? Vr.OW : Vr.OB, pixels)
        .build();
  }

  /** A unique identifier from a name (PS3.5 annex B.2). */
  private static String uid(Sample sample, String what) {
    byte[] name =
        ("negatoscope phantom " + sample.number + " " + what).getBytes(StandardCharsets.US_ASCII);
    UUID uuid = UUID.nameUUIDFromBytes(name);
    return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
  }
}
