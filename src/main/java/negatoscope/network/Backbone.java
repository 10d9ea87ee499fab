package negatoscope.network;

import java.util.Arrays;
import java.util.Optional;

/** The convolutional part of the network, without its top; names as in keras.applications. */
public enum Backbone {
  VGG19("vgg19", "VGG19", 32, Scaling.CAFFE),
  DENSENET121("densenet121", "DenseNet121", 32, Scaling.TORCH),
  INCEPTION_V3("inception-v3", "InceptionV3", 75, Scaling.TF),
  INCEPTION_RESNET_V2("inception-resnet-v2", "InceptionResNetV2", 75, Scaling.TF),
  MOBILENET_V2("mobilenet-v2", "MobileNetV2", 32, Scaling.TF);

  private final String id;
  private final String title;
  private final int leastSide;
  private final Scaling scaling;

  Backbone(String id, String title, int leastSide, Scaling scaling) {
    this.id = id;
    this.title = title;
    this.leastSide = leastSide;
    this.scaling = scaling;
  }

  /** The name on the command line and in cards: {@code mobilenet-v2}. */
  public String id() {
    return id;
  }

  /** The name for people: {@code MobileNetV2}. */
  public String title() {
    return title;
  }

  /** The least input side that Keras allows. */
  public int leastSide() {
    return leastSide;
  }

  /** How the input was scaled when keras.applications trained it. */
  public Scaling scaling() {
    return scaling;
  }

  /** The backbone of an {@link #id}. */
  public static Optional<Backbone> ofId(String id) {
    return Arrays.stream(values()).filter(backbone -> backbone.id.equals(id)).findFirst();
  }
}
