package negatoscope.dicom.object;

/**
 * That pixels went through a compression that cost something (PS3.3 C.7.6.1.1.5).
 *
 * @param ratio how many times smaller the pixels became, more than 0
 * @param method Lossy Image Compression Method
 */
public record Lossy(double ratio, String method) {
  /** JPEG (ISO/IEC 10918-1). */
  public static final String JPEG = "ISO_10918_1";

  /** Of a JPEG file, by the sizes of its pixels and of the file, in bytes. */
  public static Lossy ofJpeg(long pixels, long file) {
    return new Lossy(Math.max(1, Math.round(100.0 * pixels / Math.max(1, file))) / 100.0, JPEG);
  }
}
