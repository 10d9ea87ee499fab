package negatoscope.library.card;

/**
 * A threshold chosen for one class.
 *
 * @param threshold probability from which the class is called
 * @param sensitivity at that threshold, where it was chosen
 * @param specificity at that threshold, where it was chosen
 */
public record CardOperatingPoint(double threshold, double sensitivity, double specificity) {}
