package negatoscope.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * The anatomy: solids in their places, for a patient of a given build. Numbers are those of an
 * adult, read off anatomy books and rounded.
 */
final class Chest {
  /** A solid and what it is made of. */
  record Part(Solid solid, Material material) {}

  /**
   * A patient's build.
   *
   * @param breadth of thorax and body, 1 for the middle
   * @param heart size of the heart, 1 for the middle
   * @param domes how far the diaphragm stands below the middle, in millimetres
   * @param seed of the vessels
   */
  record Build(double breadth, double heart, double domes, long seed) {}

  private final Build build;
  private final boolean armsDown;
  private final List<Part> parts = new ArrayList<>();

  private Chest(Build build, boolean armsDown) {
    this.build = build;
    this.armsDown = armsDown;
  }

  /** All parts of a patient; the arms are lifted for a lateral film. */
  static List<Part> of(Build build, boolean armsDown) {
    Chest chest = new Chest(build, armsDown);
    chest.body();
    chest.lungs();
    chest.middle();
    chest.heart();
    chest.belly();
    chest.airways();
    Skeleton.of(chest.cavity(), armsDown).forEach(chest.parts::add);
    for (Capsule vessel : Vessels.of(chest.cavity(), build.seed())) {
      chest.add(vessel, Material.BLOOD);
    }
    return List.copyOf(chest.parts);
  }

  /** The space within the ribs, without its floor. */
  private Ellipsoid cavity() {
    return Ellipsoid.upright(Vector.of(0, 62, 0), 139 * build.breadth(), 226, 88);
  }

  private void add(Solid solid, Material material) {
    parts.add(new Part(solid, material));
  }

  private void body() {
    double b = build.breadth();
    Vector middle = Vector.of(0, 110, -4);
    add(Ellipsoid.upright(middle, 176 * b, 440, 118), Material.FAT);
    add(Ellipsoid.upright(middle, 164 * b, 425, 107), Material.MUSCLE);
    add(Ellipsoid.upright(Vector.of(0, -230, -12), 62, 110, 62), Material.FAT);
    add(Ellipsoid.upright(Vector.of(0, -230, -12), 56, 104, 56), Material.MUSCLE);
    for (int side = -1; side <= 1; side += 2) {
      if (armsDown) {
        Vector shoulder = Vector.of(side * 150 * b, -128, -8);
        add(Ellipsoid.turned(shoulder, 82, 62, 62, side * 24), Material.FAT);
        add(Ellipsoid.turned(shoulder, 74, 53, 54, side * 24), Material.MUSCLE);
        Vector trapezius = Vector.of(side * 70 * b, -176, -30);
        add(Ellipsoid.turned(trapezius, 78, 30, 32, side * 27), Material.MUSCLE);
      } else {
        Vector lifted = Vector.of(side * 120 * b, -216, 0);
        add(Ellipsoid.turned(lifted, 62, 84, 74, 0), Material.FAT);
        add(Ellipsoid.turned(lifted, 50, 74, 62, 0), Material.MUSCLE);
      }
      Vector pectoral = Vector.of(side * 70 * b, -50, 78);
      add(Ellipsoid.turned(pectoral, 62, 46, 17, side * -30), Material.MUSCLE);
      Vector back = Vector.of(side * 112 * b, 20, -62);
      add(Ellipsoid.turned(back, 40, 150, 40, side * -5), Material.MUSCLE);
    }
  }

  private void lungs() {
    Vector floor = Vector.of(0, 152 + build.domes(), 0);
    add(cavity().cut(floor, Vector.of(0, 1, 0)), Material.LUNG);
    for (int side = -1; side <= 1; side += 2) {
      Vector upper = Vector.of(side * 63 * build.breadth(), -68, -4);
      add(Ellipsoid.turned(upper, 66 * build.breadth(), 102, 72, side * -13), Material.LUNG);
    }
  }

  private void middle() {
    add(Ellipsoid.upright(Vector.of(1, -10, 14), 27, 260, 48), Material.ORGAN);
    add(Ellipsoid.upright(Vector.of(0, 60, -82), 33, 400, 34), Material.ORGAN);
    add(new Capsule(Vector.of(-20, -118, 16), Vector.of(-25, -20, 22), 10), Material.BLOOD);
    add(new Capsule(Vector.of(-4, 6, 30), Vector.of(-14, -58, 22), 16), Material.BLOOD);
    add(new Capsule(Vector.of(-14, -58, 22), Vector.of(6, -86, 10), 14), Material.BLOOD);
    add(new Capsule(Vector.of(6, -86, 10), Vector.of(25, -77, -20), 14), Material.BLOOD);
    add(new Capsule(Vector.of(25, -77, -20), Vector.of(27, -48, -44), 13), Material.BLOOD);
    add(new Capsule(Vector.of(27, -48, -44), Vector.of(20, 60, -52), 12.5), Material.BLOOD);
    add(new Capsule(Vector.of(20, 60, -52), Vector.of(10, 170, -50), 12), Material.BLOOD);
    add(new Capsule(Vector.of(18, -22, 34), Vector.of(30, -38, 8), 15), Material.BLOOD);
    add(new Capsule(Vector.of(30, -38, 8), Vector.of(48, -34, -12), 11), Material.BLOOD);
    add(new Capsule(Vector.of(0, -30, 8), Vector.of(-40, -24, -4), 11), Material.BLOOD);
    add(new Capsule(Vector.of(-40, -24, -4), Vector.of(-48, 10, -10), 8), Material.BLOOD);
    add(new Capsule(Vector.of(48, -34, -12), Vector.of(50, 2, -24), 8), Material.BLOOD);
  }

  private void heart() {
    double h = build.heart();
    Vector base = Vector.of(24 + 8 * (h - 1), 46 + build.domes() / 3, 34);
    add(Ellipsoid.turned(base, 62 * h, 47 * h, 44 * h, 34), Material.BLOOD);
    Vector atrium = Vector.of(-10, 36 + build.domes() / 3, 18);
    add(Ellipsoid.turned(atrium, 34 * h, 46 * h, 38, -8), Material.BLOOD);
    Vector left = Vector.of(18, 18 + build.domes() / 3, -2);
    add(Ellipsoid.turned(left, 42 * h, 34 * h, 30, 20), Material.BLOOD);
    Vector pad = Vector.of(72 * h, 88 + build.domes(), 48);
    add(Ellipsoid.turned(pad, 24, 15, 22, 30), Material.FAT);
  }

  private void belly() {
    double b = build.breadth();
    double low = build.domes();
    Vector liver = Vector.of(-68 * b, 184 + low, 5);
    add(Ellipsoid.turned(liver, 82 * b, 108, 99, -6), Material.ORGAN);
    Vector spleen = Vector.of(70 * b, 194 + low, 3);
    add(Ellipsoid.turned(spleen, 80 * b, 106, 99, 6), Material.ORGAN);
    add(Ellipsoid.upright(Vector.of(0, 190 + low, 6), 70, 96, 96), Material.ORGAN);
    Vector bubble = Vector.of(64, 126 + low, 24);
    Vector level = Vector.of(0, 129 + low, 0);
    add(Ellipsoid.turned(bubble, 34, 20, 22, 9).cut(level, Vector.of(0, 1, 0)), Material.GAS);
    add(Ellipsoid.turned(Vector.of(106 * b, 168 + low, 30), 15, 10, 9, -40), Material.GAS);
    add(Ellipsoid.turned(Vector.of(94 * b, 186 + low, 36), 13, 9, 8, 30), Material.GAS);
    add(Ellipsoid.turned(Vector.of(112 * b, 194 + low, 34), 10, 9, 8, 10), Material.GAS);
  }

  private void airways() {
    Vector larynx = Vector.of(1, -225, 12);
    Vector arch = Vector.of(-4, -84, -8);
    Vector carina = Vector.of(0, -58, -14);
    add(new Capsule(larynx, arch, 8.2), Material.GAS);
    add(new Capsule(arch, carina, 8), Material.GAS);
    Vector right = Vector.of(-26, -28, -16);
    Vector left = Vector.of(40, -30, -18);
    add(new Capsule(carina, right, 6.6), Material.GAS);
    add(new Capsule(carina, left, 5.6), Material.GAS);
    add(new Capsule(right, Vector.of(-36, 8, -22), 4.6), Material.GAS);
    add(new Capsule(right, Vector.of(-44, -44, -18), 4), Material.GAS);
    add(new Capsule(left, Vector.of(50, 0, -28), 4.2), Material.GAS);
    add(new Capsule(left, Vector.of(56, -40, -12), 3.6), Material.GAS);
  }
}
