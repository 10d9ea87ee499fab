package negatoscope.network;

import java.util.List;

/**
 * How grey values 0 to 255 become the three channels that a backbone reads: channel = factor · grey
 * + offset ({@code imagenet_utils.preprocess_input}).
 */
public enum Scaling {
  /** Blue, green, red, each less its mean; VGG19. */
  CAFFE,
  /** 0 to 1, less the mean, divided by the deviation; DenseNet121. */
  TORCH,
  /** −1 to 1; InceptionV3, InceptionResNetV2, MobileNetV2. */
  TF,
  /** 0 to 1, as the released code of the paper has it for every backbone. */
  UNIT;

  /** What a grey value becomes in one channel: factor · grey + offset. */
  public record Channel(double factor, double offset) {
    private static Channel normalised(double mean, double deviation) {
      return new Channel(1 / (255 * deviation), -mean / deviation);
    }
  }

  /** The three channels in the order in which the network reads them. */
  public List<Channel> channels() {
    return switch (this) {
      case CAFFE ->
          List.of(new Channel(1, -103.939), new Channel(1, -116.779), new Channel(1, -123.68));
      case TORCH ->
          List.of(
              Channel.normalised(0.485, 0.229),
              Channel.normalised(0.456, 0.224),
              Channel.normalised(0.406, 0.225));
      case TF -> equal(new Channel(1 / 127.5, -1));
      case UNIT -> equal(new Channel(1 / 255.0, 0));
    };
  }

  private static List<Channel> equal(Channel channel) {
    return List.of(channel, channel, channel);
  }

  /** Whether all three channels are equal. */
  public boolean grey() {
    return this == TF || this == UNIT;
  }

  /** Whether all three channels are the grey value times one factor, with no offset. */
  public boolean factorOnly() {
    return this == UNIT;
  }
}
