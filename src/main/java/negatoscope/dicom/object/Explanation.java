package negatoscope.dicom.object;

/**
 * Which heat map a picture shows.
 *
 * @param className the class that it speaks for
 * @param method how it was made, for people: {@code Grad-CAM}
 */
public record Explanation(String className, String method) {}
