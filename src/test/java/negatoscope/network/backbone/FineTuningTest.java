package negatoscope.network.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import negatoscope.network.Backbone;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Blocks, and what stays frozen below one. */
class FineTuningTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VGG19|block1 block2 block3 block4 block5",
        "DENSENET121|conv1 conv2 pool2 conv3 pool3 conv4 pool4 conv5 bn",
        "INCEPTION_V3|stem mixed0 mixed1 mixed2 mixed3 mixed4 mixed5 mixed6 mixed7 mixed8 mixed9"
            + " mixed10",
        "MOBILENET_V2|Conv1 expanded_conv block_1 block_2 block_3 block_4 block_5 block_6 block_7"
            + " block_8 block_9 block_10 block_11 block_12 block_13 block_14 block_15 block_16"
            + " Conv_1"
      })
  void blocksHaveTheNamesOfTheField(Backbone backbone, String names) {
    assertThat(Blocks.of(backbone)).extracting(Block::name).containsExactly(names.split(" "));
  }

  @Test
  void blocksOfInceptionResNetAreCountedAsInThePaper() {
    List<String> expected = new ArrayList<>(List.of("stem", "mixed_5b"));
    for (int i = 1; i <= 10; i++) {
      expected.add("block35_" + i);
    }
    expected.add("mixed_6a");
    for (int i = 1; i <= 20; i++) {
      expected.add("block17_" + i);
    }
    expected.add("mixed_7a");
    for (int i = 1; i <= 10; i++) {
      expected.add("block8_" + i);
    }
    expected.add("conv_7b");
    assertThat(Blocks.of(Backbone.INCEPTION_RESNET_V2))
        .extracting(Block::name)
        .containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @EnumSource
  void blocksDivideTheLayersWithoutAGap(Backbone backbone) {
    List<String> layers =
        Architecture.layers(backbone, 224).stream().map(Layer::name).skip(1).toList();
    int next = 0;
    for (Block block : Blocks.of(backbone)) {
      assertThat(layers.indexOf(block.firstLayer())).as(block.name()).isEqualTo(next);
      next = layers.indexOf(block.lastLayer()) + 1;
    }
    assertThat(next).isEqualTo(layers.size());
  }

  @Test
  void everythingBelowABlockIsFrozen() {
    assertThat(FineTuning.frozen(Backbone.VGG19, "block2"))
        .containsExactly("input_layer", "block1_conv1", "block1_conv2", "block1_pool");
    assertThat(FineTuning.frozen(Backbone.VGG19, "block1")).containsExactly("input_layer");
  }

  @Test
  void everythingBelowALayerIsFrozen() {
    Set<String> frozen = FineTuning.frozen(Backbone.DENSENET121, "conv5_block16_2_conv");
    assertThat(frozen).hasSize(427 - 4).contains("conv5_block16_1_relu").doesNotContain("relu");
  }

  @Test
  void aBlockThatIsCalledLikeItsLastLayerIsMeantAsAWhole() {
    assertThat(FineTuning.frozen(Backbone.INCEPTION_V3, "mixed3"))
        .contains("mixed2")
        .doesNotContain("conv2d_26", "mixed3");
  }

  @ParameterizedTest
  @CsvSource({
    "VGG19, blok4, block4",
    "DENSENET121, Conv5, conv5",
    "INCEPTION_V3, mixed_7, mixed7",
    "INCEPTION_RESNET_V2, block17-20, block17_20",
    "MOBILENET_V2, block13, block_13"
  })
  void anUnknownNameIsAnsweredWithTheNearestOnes(Backbone backbone, String name, String nearest) {
    assertThatThrownBy(() -> FineTuning.frozen(backbone, name))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(ErrorCode.NOT_FOUND);
              assertThat(failure.getMessage()).contains(name);
              assertThat(failure.advice()).contains(nearest).contains(backbone.id());
            });
  }
}
