package negatoscope.library.card;

/**
 * What training started from.
 *
 * @param name of the file
 * @param sha256 of the file
 * @param licence under which it may be used
 */
public record CardWeights(String name, String sha256, String licence) {}
