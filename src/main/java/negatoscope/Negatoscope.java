package negatoscope;

/** Opens the window or runs a command. */
public final class Negatoscope {
  private Negatoscope() {}

  /** Starts the program. */
  public static void main(String[] args) {}
}
