package negatoscope.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Bones: a shell of cortex around marrow, strung along curves. */
final class Skeleton {
  private static final double SPINE_TOP = -222;
  private static final int VERTEBRAE = 18;

  private final Ellipsoid cavity;
  private final List<Chest.Part> parts = new ArrayList<>();

  private Skeleton(Ellipsoid cavity) {
    this.cavity = cavity;
  }

  /** The bones around a thoracic cavity. */
  static List<Chest.Part> of(Ellipsoid cavity, boolean armsDown) {
    Skeleton skeleton = new Skeleton(cavity);
    skeleton.spine();
    for (int side = -1; side <= 1; side += 2) {
      for (int rib = 1; rib <= 12; rib++) {
        skeleton.rib(rib, side);
      }
      if (armsDown) {
        skeleton.clavicle(side);
        skeleton.shoulder(side);
      }
    }
    skeleton.sternum();
    return skeleton.parts;
  }

  private void bone(Solid shell, Solid core) {
    parts.add(new Chest.Part(shell, Material.CORTEX));
    parts.add(new Chest.Part(core, Material.MARROW));
  }

  private static double heightOf(double vertebra) {
    return SPINE_TOP + 20.5 * vertebra + 0.28 * vertebra * vertebra;
  }

  /** Depth of the vertebral bodies: the thoracic curve. */
  private static double depthAt(double y) {
    double bend = (y - 10) / 200;
    return -62 + 26 * bend * bend;
  }

  private void spine() {
    for (int i = 0; i < VERTEBRAE; i++) {
      double y = heightOf(i);
      double next = heightOf(i + 1);
      double z = depthAt(y);
      double half = 13 + 0.45 * i;
      double top = y + 2.2;
      double bottom = next - 2.2;
      Vector middle = Vector.of(0, (y + next) / 2, z);
      Vector down = Vector.of(0, 1, 0.26 * (y - 10) / 200 + 0.05 * (i % 3 - 1));
      Vector up = down.times(-1);
      Solid shell =
          Ellipsoid.upright(middle, half + 2, 30, 0.82 * half + 2)
              .cut(Vector.of(0, top, z), up)
              .cut(Vector.of(0, bottom, z), down);
      Solid core =
          Ellipsoid.upright(middle, half + 1.4, 29, 0.82 * half + 1.4)
              .cut(Vector.of(0, top + 0.25, z), up)
              .cut(Vector.of(0, bottom - 0.25, z), down);
      bone(shell, core);
      double back = z - 0.82 * half;
      for (int side = -1; side <= 1; side += 2) {
        Vector pedicle = Vector.of(side * (half - 3), top + 6, back - 5);
        bone(Ellipsoid.upright(pedicle, 3.6, 5.4, 6), Ellipsoid.upright(pedicle, 2.7, 4.5, 6));
        Vector joint = Vector.of(side * (half - 3), top + 8, back - 14);
        Vector tip = Vector.of(side * (half + 15), top + 3, back - 22);
        bone(new Capsule(joint, tip, 4.2), new Capsule(joint, tip, 3.3));
      }
      Vector root = Vector.of(0, top + 10, back - 20);
      Vector spine = Vector.of(0, top + 27, back - 40);
      bone(new Capsule(root, spine, 3.6), new Capsule(root, spine, 2.7));
    }
  }

  /** Beads along a curve; each is longer than the way to the next. */
  private void strand(
      DoubleFunction<Vector> curve, int beads, double high, double thick, double cortex) {
    for (int i = 0; i < beads; i++) {
      double t = i / (beads - 1.0);
      Vector here = curve.apply(t);
      Vector along = curve.apply(t + 0.002).minus(curve.apply(t - 0.002)).unit();
      Vector inward = Vector.of(here.x(), 0, here.z() * 2).unit();
      Vector up = along.cross(inward).unit();
      Vector across = up.cross(along);
      double step = curve.apply(Math.min(1, t + 1.0 / beads)).minus(here).length();
      double length = Math.max(2.2 * step, high);
      bone(
          new Ellipsoid(here, along.times(length), up.times(high), across.times(thick)),
          new Ellipsoid(
              here,
              along.times(length),
              up.times(high - cortex),
              across.times(thick - 0.8 * cortex)));
    }
  }

  /**
   * A rib leaves the spine, runs down around the cavity's wall, and ends where cartilage begins.
   */
  private void rib(int number, int side) {
    double start = heightOf(1.9 + number);
    double[] drops = {34, 52, 68, 80, 90, 98, 104, 108, 108, 100, 190, 230};
    double[] ends = {136, 142, 144, 146, 147, 147, 143, 132, 120, 108, 74, 52};
    double drop = drops[number - 1];
    double begin = 14;
    double end = ends[number - 1];
    DoubleFunction<Vector> curve =
        t -> {
          double angle = StrictMath.toRadians(begin + (end - begin) * t);
          double fall = (1 - StrictMath.cos(angle)) / 2;
          double y = start + drop * (0.75 * fall + 0.25 * fall * fall);
          double level = Math.min(y, cavity.centre().y() + 30);
          double rise = (level - cavity.centre().y()) / cavity.b().y();
          double squared = rise * rise;
          double wide = Math.sqrt(Math.max(0.1, 1 - squared * squared * Math.abs(rise)));
          double x = (cavity.a().x() * wide + 4.5) * StrictMath.sin(angle);
          double z = -(cavity.c().z() * Math.min(1, wide + 0.06) + 4) * StrictMath.cos(angle);
          double near = Math.max(0, 1 - t / 0.12);
          return Vector.of(side * Math.max(x, 19 + 3 * t), y, z + 10 * near);
        };
    double high = number == 1 ? 7.5 : number > 10 ? 5.2 : 6.4;
    strand(curve, number > 10 ? 28 : 48, high, 3.5, 1.2);
  }

  private void clavicle(int side) {
    double broad = cavity.a().x() / 139;
    Vector a = Vector.of(side * 17, -122, 68);
    Vector b = Vector.of(side * 62, -142, 66);
    Vector c = Vector.of(side * 108 * broad, -150, 24);
    Vector d = Vector.of(side * 152 * broad, -168, 6);
    DoubleFunction<Vector> curve =
        t -> {
          double s = 1 - t;
          return a.times(s * s * s)
              .plus(b.times(3 * s * s * t))
              .plus(c.times(3 * s * t * t))
              .plus(d.times(t * t * t));
        };
    strand(curve, 48, 6.6, 5.6, 1.3);
  }

  private void shoulder(int side) {
    double broad = cavity.a().x() / 139;
    Vector blade = Vector.of(side * 140 * broad, -76, -86);
    Vector across = Vector.of(side * 0.86, -0.12, 0.5).unit();
    Vector down = Vector.of(side * 0.16, 1, 0.03);
    Vector along = down.minus(across.times(down.dot(across))).unit();
    Vector thin = across.cross(along);
    bone(
        new Ellipsoid(blade, across.times(36), along.times(70), thin.times(2.4)),
        new Ellipsoid(blade, across.times(35.4), along.times(69.4), thin.times(1.9)));
    Vector socket = Vector.of(side * 164 * broad, -124, -46);
    Vector tip = Vector.of(side * 146 * broad, -10, -84);
    bone(new Capsule(socket, tip, 3.6), new Capsule(socket, tip, 2.9));
    Vector crest = Vector.of(side * 138 * broad, -136, -66);
    Vector rise = Vector.of(side * 0.93, -0.36, 0.25).unit();
    Vector slope = rise.cross(Vector.of(0, 0.4, 1).unit()).unit();
    bone(
        new Ellipsoid(crest, rise.times(36), slope.times(5), rise.cross(slope).times(9)),
        new Ellipsoid(crest, rise.times(35), slope.times(4.3), rise.cross(slope).times(8.3)));
    Vector beak = Vector.of(side * 140 * broad, -136, -10);
    bone(new Capsule(socket, beak, 4.5), new Capsule(socket, beak, 3.7));
    Vector head = Vector.of(side * 184 * broad, -126, -22);
    bone(Ellipsoid.ball(head, 24), Ellipsoid.ball(head, 22.8));
    Vector elbow = Vector.of(side * 214 * broad, 120, -20);
    bone(new Capsule(head, elbow, 12.5), new Capsule(head, elbow, 8.5));
  }

  private void sternum() {
    double front = cavity.c().z();
    Vector upper = Vector.of(0, -102, 0.76 * front);
    bone(Ellipsoid.upright(upper, 25, 30, 6), Ellipsoid.upright(upper, 24, 29, 5));
    Vector body = Vector.of(0, -30, 0.93 * front);
    Vector lean = Vector.of(0, 1, 0.2).unit();
    Vector out = Vector.of(0, -0.2, 1).unit();
    bone(
        new Ellipsoid(body, Vector.of(17, 0, 0), lean.times(64), out.times(5.5)),
        new Ellipsoid(body, Vector.of(16, 0, 0), lean.times(63), out.times(4.5)));
  }
}
