package negatoscope.network;

/**
 * How a heat map is made from the gradient of a class's logit with respect to the last feature map.
 */
public enum CamMethod {
  /** Selvaraju et al. 2017: the gradient is averaged over the map before it weighs the channels. */
  GRADCAM("Grad-CAM"),
  /** Draelos and Carin 2020: gradient times map, cell by cell. */
  HIRESCAM("HiResCAM");

  private final String title;

  CamMethod(String title) {
    this.title = title;
  }

  /** What people call it. */
  public String title() {
    return title;
  }
}
