package negatoscope.library;

/** Card. */
public interface ModelCard {}
