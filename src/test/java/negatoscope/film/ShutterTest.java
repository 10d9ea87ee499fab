package negatoscope.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import negatoscope.film.Shutter.Circular;
import negatoscope.film.Shutter.Polygonal;
import negatoscope.film.Shutter.Polygonal.Vertex;
import negatoscope.film.Shutter.Rectangular;
import negatoscope.film.Shutter.Shape;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ShutterTest {
  private static String picture(int size, Shape... shapes) {
    Shutter shutter = new Shutter(List.of(shapes), 0);
    StringBuilder rows = new StringBuilder();
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        rows.append(shutter.hides(x, y) ? '.' : '#');
      }
      rows.append('\n');
    }
    return rows.toString();
  }

  @Test
  void edgesAreSeen() {
    assertThat(picture(5, new Rectangular(1, 3, 2, 9)))
        .isEqualTo(
            """
            .....
            .....
            .###.
            .###.
            .###.
            """);
  }

  @Test
  void theRimOfACircleIsSeen() {
    assertThat(picture(5, new Circular(2, 2, 2)))
        .isEqualTo(
            """
            ..#..
            .###.
            #####
            .###.
            ..#..
            """);
  }

  @Test
  void aPolygonMayBeHollow() {
    assertThat(
            picture(
                5,
                new Polygonal(
                    List.of(
                        new Vertex(0, 0),
                        new Vertex(4, 0),
                        new Vertex(4, 4),
                        new Vertex(2, 1),
                        new Vertex(0, 4)))))
        .isEqualTo(
            """
            #####
            #####
            ##.##
            #...#
            #...#
            """);
  }

  @Test
  void whatSeveralShapesShowIsWhatAllOfThemShow() {
    assertThat(picture(5, new Circular(2, 2, 2), new Rectangular(0, 2, 0, 2)))
        .isEqualTo(
            """
            ..#..
            .##..
            ###..
            .....
            .....
            """);
  }

  @Test
  void itsGreyIsHalfUp() {
    assertThat(new Shutter(List.of(), 65535).grey()).isEqualTo(255);
    assertThat(new Shutter(List.of(), 0x8000).grey()).isEqualTo(128);
    assertThat(new Shutter(List.of(), 128).grey()).isZero();
  }

  @Property(tries = 300)
  void aPolygonShowsWhatTheEvenOddRuleSays(
      @ForAll @Size(min = 3, max = 7) List<@IntRange(min = -12, max = 24) Integer> columns,
      @ForAll @Size(min = 7, max = 7) List<@IntRange(min = -12, max = 24) Integer> rows,
      @ForAll @IntRange(max = 15) int x,
      @ForAll @IntRange(max = 15) int y) {
    List<Vertex> vertices =
        java.util.stream.IntStream.range(0, columns.size())
            .mapToObj(i -> new Vertex(columns.get(i), rows.get(i)))
            .toList();
    assertThat(!new Shutter(List.of(new Polygonal(vertices)), 0).hides(x, y))
        .isEqualTo(shows(vertices, x, y));
  }

  private static boolean shows(List<Vertex> vertices, int x, int y) {
    boolean inside = false;
    for (int i = 0, j = vertices.size() - 1; i < vertices.size(); j = i++) {
      Vertex a = vertices.get(i);
      Vertex b = vertices.get(j);
      int cross =
          (b.column() - a.column()) * (y - a.row()) - (b.row() - a.row()) * (x - a.column());
      if (cross == 0
          && x >= Math.min(a.column(), b.column())
          && x <= Math.max(a.column(), b.column())
          && y >= Math.min(a.row(), b.row())
          && y <= Math.max(a.row(), b.row())) {
        return true;
      }
      if ((a.row() > y) != (b.row() > y)) {
        inside ^= (cross > 0) == (b.row() > a.row());
      }
    }
    return inside;
  }
}
