package negatoscope.library.card;

/**
 * An interval of confidence, 95 % unless said otherwise.
 *
 * @param low lower end
 * @param high upper end
 */
public record CardInterval(double low, double high) {}
