package negatoscope.phantom;

/**
 * What a solid is made of. Where solids overlap, the one that comes later here takes the place.
 * Attenuation is that of about 60 keV, per millimetre.
 */
enum Material {
  FAT(0, 0.0180),
  MUSCLE(1, 0.0206),
  LUNG(2, 0.0050),
  ORGAN(3, 0.0208),
  BLOOD(4, 0.0216),
  GAS(5, 0.0),
  CORTEX(6, 0.0540),
  MARROW(7, 0.0245);

  final int rank;
  final double attenuation;

  Material(int rank, double attenuation) {
    this.rank = rank;
    this.attenuation = attenuation;
  }
}
