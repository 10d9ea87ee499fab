package negatoscope.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExposureTest {
  private static double middle(Chest.Part... parts) {
    return Exposure.of(List.of(parts), Exposure.View.PA, 1, 1, 1).attenuation()[0];
  }

  private static Chest.Part ball(double radius, Material material) {
    return new Chest.Part(Ellipsoid.ball(Vector.of(0, 0, 0), radius), material);
  }

  @Test
  void aBallAttenuatesByItsDiameter() {
    assertThat(middle(ball(50, Material.MUSCLE)))
        .isCloseTo(100 * Material.MUSCLE.attenuation, within(1e-9));
  }

  @Test
  void whatLiesInsideTakesThePlaceOfWhatIsAroundIt() {
    double expected =
        20 * Material.FAT.attenuation
            + 2 * Material.CORTEX.attenuation
            + 18 * Material.MARROW.attenuation;
    assertThat(middle(ball(9, Material.MARROW), ball(20, Material.FAT), ball(10, Material.CORTEX)))
        .isCloseTo(expected, within(1e-9));
  }

  @Test
  void twoSolidsOfOneKindAreOneWhereTheyOverlap() {
    Chest.Part rod =
        new Chest.Part(new Capsule(Vector.of(0, 0, -30), Vector.of(0, 0, 10), 5), Material.BLOOD);
    Chest.Part part =
        new Chest.Part(
            Ellipsoid.ball(Vector.of(0, 0, 10), 25).cut(Vector.of(0, 0, 20), Vector.of(0, 0, 1)),
            Material.BLOOD);
    assertThat(middle(rod, part)).isCloseTo(55 * Material.BLOOD.attenuation, within(1e-9));
  }

  @Test
  void bonesStopMoreThanOrgansAndLungsLeast() {
    assertThat(Material.CORTEX.attenuation).isGreaterThan(Material.MARROW.attenuation);
    assertThat(Material.MARROW.attenuation).isGreaterThan(Material.BLOOD.attenuation);
    assertThat(Material.BLOOD.attenuation).isGreaterThan(Material.MUSCLE.attenuation);
    assertThat(Material.MUSCLE.attenuation).isGreaterThan(Material.FAT.attenuation);
    assertThat(Material.FAT.attenuation).isGreaterThan(Material.LUNG.attenuation);
    assertThat(Material.LUNG.attenuation).isGreaterThan(Material.GAS.attenuation);
  }
}
