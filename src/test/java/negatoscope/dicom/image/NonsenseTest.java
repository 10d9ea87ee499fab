package negatoscope.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.CharacterSet;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DataSets;
import negatoscope.dicom.DicomFrames;
import negatoscope.dicom.Frame;
import negatoscope.dicom.PhotometricInterpretation;
import negatoscope.dicom.PixelFormat;
import negatoscope.dicom.Tag;
import negatoscope.dicom.TransferSyntax;
import negatoscope.dicom.Vr;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.rendering.OverlayMask;
import negatoscope.rendering.Rendering;
import negatoscope.rendering.VoiChoice;
import negatoscope.tensor.FilmTensor;
import negatoscope.tensor.TensorOptions;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A picture that can be read is shown, whatever its header says about how. */
class NonsenseTest {
  private static final TensorOptions SMALL = new TensorOptions(12, TensorOptions.Fit.LETTERBOX);

  private static final int[] TAGS = {
    Tag.WINDOW_CENTER,
    Tag.WINDOW_WIDTH,
    Tag.VOI_LUT_FUNCTION,
    Tag.RESCALE_SLOPE,
    Tag.RESCALE_INTERCEPT,
    Tag.PRESENTATION_LUT_SHAPE,
    Tag.PIXEL_PADDING_VALUE,
    Tag.PIXEL_PADDING_RANGE_LIMIT,
    Tag.PIXEL_ASPECT_RATIO,
    Tag.IMAGER_PIXEL_SPACING,
    Tag.SHUTTER_LEFT_VERTICAL_EDGE,
    Tag.SHUTTER_RIGHT_VERTICAL_EDGE,
    Tag.SHUTTER_UPPER_HORIZONTAL_EDGE,
    Tag.SHUTTER_LOWER_HORIZONTAL_EDGE,
    Tag.CENTER_OF_CIRCULAR_SHUTTER,
    Tag.RADIUS_OF_CIRCULAR_SHUTTER,
    Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER,
    Tag.SHUTTER_PRESENTATION_VALUE,
    Tag.OVERLAY_ROWS,
    Tag.OVERLAY_COLUMNS,
    Tag.NUMBER_OF_FRAMES_IN_OVERLAY,
    Tag.OVERLAY_ORIGIN,
    Tag.IMAGE_FRAME_ORIGIN,
    Tag.OVERLAY_BITS_ALLOCATED,
    Tag.OVERLAY_BIT_POSITION,
    Tag.OVERLAY_DATA,
    Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
    Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + 1,
    Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + 2,
    Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
    Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + 1,
    Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + 2
  };

  @Provide
  Arbitrary<Attribute> elements() {
    Arbitrary<Integer> tags = Arbitraries.of(Arrays.stream(TAGS).boxed().toList());
    return tags.flatMap(
        tag -> values().map(value -> Attribute.of(tag, vr(value), value, CharacterSet.DEFAULT)));
  }

  /** Numbers as text, some of them absurd, or bytes. */
  private static Arbitrary<byte[]> values() {
    Arbitrary<String> small = Arbitraries.integers().between(-20, 40).map(String::valueOf);
    Arbitrary<String> absurd =
        Arbitraries.of("0", "1e308", "-1e308", "NaN", "x", "", "1e-300", "2147483647");
    Arbitrary<String> number = Arbitraries.oneOf(small, small, absurd);
    Arbitrary<byte[]> texts =
        number
            .list()
            .ofMaxSize(9)
            .map(all -> String.join("\\", all).getBytes(StandardCharsets.US_ASCII));
    Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(48);
    return Arbitraries.oneOf(texts, bytes);
  }

  private static Vr vr(byte[] value) {
    int kind = value.length == 0 ? 0 : value[0] & 7;
    return switch (kind) {
      case 1 -> Vr.US;
      case 2 -> Vr.SS;
      case 3 -> Vr.OW;
      case 4 -> Vr.FD;
      default -> Vr.DS;
    };
  }

  @Property(tries = 600)
  void isSaidAndDoesNotHurt(
      @ForAll("elements") Attribute one,
      @ForAll List<@From("elements") Attribute> others,
      @ForAll List<@From("elements") Attribute> table,
      @ForAll boolean signed,
      @ForAll boolean palette) {
    DataSet.Builder set = DataSets.film(9, 7).integers(Tag.PIXEL_REPRESENTATION, signed ? 1 : 0);
    others.forEach(set::put);
    set.put(one);
    set.text(Tag.SHUTTER_SHAPE, "RECTANGULAR", "CIRCULAR", "POLYGONAL");
    DataSet.Builder item = DataSet.builder();
    for (int i = 0; i < table.size(); i++) {
      byte[] value = table.get(i).raw();
      int tag = List.of(Tag.LUT_DESCRIPTOR, Tag.LUT_DATA, Tag.LUT_EXPLANATION).get(i % 3);
      item.put(Attribute.of(tag, vr(value), value, CharacterSet.DEFAULT));
    }
    set.items(
        table.size() % 2 == 0 ? Tag.VOI_LUT_SEQUENCE : Tag.MODALITY_LUT_SEQUENCE, item.build());
    if (palette) {
      set.text(Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR");
    }
    show(DicomFilms.film(new Frames(set.build()), 0));
  }

  private static void show(Film film) {
    for (Rendering rendering : List.of(Rendering.asFiled(film), Rendering.forReading(film))) {
      for (VoiChoice choice : rendering.choices()) {
        Rendering chosen = rendering.withChoice(choice);
        assertThat(chosen.withWindow(chosen.window()).render().pixels()).hasSize(63);
      }
      assertThat(film.colour().isPresent() ? rendering.renderColour().rgb() : new byte[1])
          .isNotEmpty();
      assertThat(rendering.preview(5).width()).isBetween(1, 9);
    }
    assertThat(OverlayMask.of(film).paint(0, 0, 9, 7, 4, 4, 1)).hasSize(16);
    for (float value : FilmTensor.of(film, SMALL).values()) {
      assertThat(value).isBetween(0f, 255.001f);
    }
  }

  /** One frame in memory. */
  private record Frames(DataSet dataSet) implements DicomFrames {
    @Override
    public Path file() {
      return Path.of("film.dcm");
    }

    @Override
    public TransferSyntax syntax() {
      return TransferSyntax.EXPLICIT;
    }

    @Override
    public PixelFormat format() {
      return PixelFormat.of(file(), dataSet, new ArrayList<>());
    }

    @Override
    public List<FilmWarning> warnings() {
      return List.of();
    }

    @Override
    public int count() {
      return 1;
    }

    @Override
    public Frame frame(int index) {
      short[] pixels = new short[63];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (short) (i * 1021);
      }
      return new Frame(
          Decoded.of16(new FrameShape(9, 7, 1), 16, false, pixels),
          format().photometric().orElse(PhotometricInterpretation.MONOCHROME2));
    }

    @Override
    public void close() {}
  }
}
