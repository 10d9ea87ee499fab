package negatoscope.dicom;

/** Small data sets for tests. */
public final class DataSets {
  private DataSets() {}

  /** A grey film of 12 bits whose stored value is 16 times the index, at most 4095. */
  public static DataSet.Builder film(int width, int height) {
    byte[] pixels = new byte[2 * width * height];
    for (int i = 0; i < width * height; i++) {
      int value = Math.min(4095, 16 * i);
      pixels[2 * i] = (byte) value;
      pixels[2 * i + 1] = (byte) (value >> 8);
    }
    return DataSet.builder()
        .text(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.1.1")
        .text(Tag.SOP_INSTANCE_UID, Uid.named("a film of " + width + " x " + height))
        .text(Tag.MODALITY, "DX")
        .text(Tag.PATIENT_NAME, "PHANTOM")
        .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
        .integers(Tag.SAMPLES_PER_PIXEL, 1)
        .integers(Tag.ROWS, height)
        .integers(Tag.COLUMNS, width)
        .integers(Tag.BITS_ALLOCATED, 16)
        .integers(Tag.BITS_STORED, 12)
        .integers(Tag.HIGH_BIT, 11)
        .integers(Tag.PIXEL_REPRESENTATION, 0)
        .bytes(Tag.PIXEL_DATA, Vr.OW, pixels);
  }
}
