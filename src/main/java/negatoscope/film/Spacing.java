package negatoscope.film;

/**
 * The size of a pixel.
 *
 * @param rowMm distance between the centres of two rows (vertical), in millimetres
 * @param columnMm distance between the centres of two columns, in millimetres
 * @param source where it comes from, in DICOM's words
 */
public record Spacing(double rowMm, double columnMm, String source) {}
