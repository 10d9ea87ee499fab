package negatoscope.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import negatoscope.network.Backbone;
import org.junit.jupiter.api.Test;

class RecipeFilesTest {
  @Test
  void everyFileOfRecipesIsOneAndIsNamedAfterWhatItChanges() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("src/main/training/recipes"))) {
      List<Path> files = all.sorted().toList();
      assertThat(files).hasSizeGreaterThan(10);
      for (Path file : files) {
        Recipe usual = Recipe.recommended(Backbone.MOBILENET_V2);
        Recipe recipe = usual.with(file);
        assertThat(recipe.preset() + ".json").isEqualTo(String.valueOf(file.getFileName()));
        assertThat(recipe.with(Map.of("preset", usual.preset())))
            .as(file.toString())
            .isNotEqualTo(usual);
      }
    }
  }
}
