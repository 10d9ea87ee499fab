package negatoscope.workstation.viewer;

import java.util.List;

/** The keys and gestures that work over the film, for help texts and tooltips. */
public final class Shortcuts {
  private Shortcuts() {}

  /**
   * One of them.
   *
   * @param keys what the user does
   * @param action what happens
   */
  public record Shortcut(String keys, String action) {}

  /** All of them, the most used first. */
  public static final List<Shortcut> ALL =
      List.of(
          new Shortcut("Left drag", "Window width (sideways) and level (up and down)"),
          new Shortcut("Ctrl / Shift + left drag", "The same, finer / coarser"),
          new Shortcut("Wheel, right drag", "Zoom at the pointer"),
          new Shortcut("Middle drag, Space + drag", "Pan"),
          new Shortcut("Ctrl + wheel", "Heat map opacity"),
          new Shortcut("Double click", "Film alone, or back"),
          new Shortcut("F", "Fit the film into the window"),
          new Shortcut("1", "One film pixel on one screen pixel"),
          new Shortcut("I", "Invert"),
          new Shortcut("R", "Reset window, inversion and zoom"),
          new Shortcut("W  /  Shift + W", "Next / previous window or table of the film"),
          new Shortcut("O", "Overlays of the file on or off"),
          new Shortcut("S", "Shutter of the file closed or lifted"),
          new Shortcut(",  .  or  Alt + wheel", "Previous / next frame"),
          new Shortcut("H", "Heat map on or off"),
          new Shortcut("[  ]  or  -  =", "Heat map less / more opaque"),
          new Shortcut("Arrows", "Pan, when the film is larger than the window"),
          new Shortcut("Shift + arrows", "Window width and level"),
          new Shortcut("Ctrl + + / -", "Zoom in / out"));
}
