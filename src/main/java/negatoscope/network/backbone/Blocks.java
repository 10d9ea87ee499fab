package negatoscope.network.backbone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import negatoscope.network.Backbone;

/**
 * The blocks of a backbone, which divide its layers. VGG19: {@code block1} to {@code block5}.
 * DenseNet121: {@code conv1}, the dense blocks {@code conv2} to {@code conv5} with the transitions
 * {@code pool2} to {@code pool4} between them, {@code bn}. InceptionV3: {@code stem}, {@code
 * mixed0} to {@code mixed10}. Inception-ResNet-v2: {@code stem}, {@code mixed_5b}, {@code
 * block35_1} and on, {@code mixed_6a}, {@code block17_1} and on, {@code mixed_7a}, {@code block8_1}
 * and on, {@code conv_7b}. MobileNetV2: {@code Conv1}, {@code expanded_conv}, {@code block_1} to
 * {@code block_16}, {@code Conv_1}.
 */
public final class Blocks {
  private Blocks() {}

  /** The blocks from the picture to the last map; the input layer is in none. */
  public static List<Block> of(Backbone backbone) {
    Map<String, Block> blocks = new LinkedHashMap<>();
    List<Layer> layers = Architecture.layers(backbone, backbone.leastSide());
    for (Layer layer : layers.subList(1, layers.size())) {
      Block start = new Block(layer.block(), layer.name(), layer.name());
      blocks.merge(
          layer.block(),
          start,
          (known, last) -> new Block(known.name(), known.firstLayer(), last.lastLayer()));
    }
    return List.copyOf(blocks.values());
  }
}
