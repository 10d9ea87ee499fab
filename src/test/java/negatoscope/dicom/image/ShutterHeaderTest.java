package negatoscope.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.film.Shutter;
import negatoscope.film.Shutter.Polygonal.Vertex;
import org.junit.jupiter.api.Test;

class ShutterHeaderTest {
  private final Repairs repairs = new Repairs();

  private Optional<Shutter> read(DataSet.Builder set) {
    return new ShutterHeader(set.build(), repairs).read(100, 50);
  }

  private static DataSet.Builder edges(long left, long right, long upper, long lower) {
    return DataSet.builder()
        .text(Tag.SHUTTER_SHAPE, "RECTANGULAR")
        .integers(Tag.SHUTTER_LEFT_VERTICAL_EDGE, left)
        .integers(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, right)
        .integers(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, upper)
        .integers(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, lower);
  }

  @Test
  void allShapesAreReadTogether() {
    DataSet.Builder set =
        edges(2, 90, 3, 40)
            .text(Tag.SHUTTER_SHAPE, "RECTANGULAR", "CIRCULAR", "POLYGONAL")
            .integers(Tag.CENTER_OF_CIRCULAR_SHUTTER, 25, 50)
            .integers(Tag.RADIUS_OF_CIRCULAR_SHUTTER, 20)
            .integers(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER, 1, 1, 1, 99, 50, 50)
            .integers(Tag.SHUTTER_PRESENTATION_VALUE, 0x8000);
    assertThat(read(set))
        .contains(
            new Shutter(
                List.of(
                    new Shutter.Rectangular(1, 89, 2, 39),
                    new Shutter.Circular(49, 24, 20),
                    new Shutter.Polygonal(
                        List.of(new Vertex(0, 0), new Vertex(98, 0), new Vertex(49, 49)))),
                0x8000));
    assertThat(repairs.warnings()).isEmpty();
  }

  @Test
  void noShutterIsNoFault() {
    assertThat(read(DataSet.builder())).isEmpty();
    assertThat(repairs.warnings()).isEmpty();
  }

  @Test
  void oneThatMakesNoSenseIsLeftOutAndSaid() {
    assertThat(read(edges(50, 20, 1, 50))).isEmpty();
    assertThat(read(edges(101, 400, 1, 50))).isEmpty();
    assertThat(read(edges(0, 0, 0, 0))).isEmpty();
    assertThat(read(DataSet.builder().text(Tag.SHUTTER_SHAPE, "BITMAP"))).isEmpty();
    assertThat(read(DataSet.builder().text(Tag.SHUTTER_SHAPE, "RECTANGULAR"))).isEmpty();
    assertThat(
            read(
                DataSet.builder()
                    .text(Tag.SHUTTER_SHAPE, "POLYGONAL")
                    .text(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER, "1", "x", "1", "9", "9", "9")))
        .isEmpty();
    assertThat(repairs.warnings()).hasSize(6);
  }

  @Test
  void aGoodShapeBesideABadOneIsKept() {
    DataSet.Builder set = edges(1, 20, 1, 50).text(Tag.SHUTTER_SHAPE, "CIRCULAR", "RECTANGULAR");
    assertThat(read(set)).isPresent();
    assertThat(repairs.warnings()).singleElement().asString().contains("CIRCULAR");
  }
}
