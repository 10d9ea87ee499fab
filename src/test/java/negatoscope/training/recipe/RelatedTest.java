package negatoscope.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import negatoscope.network.Backbone;
import negatoscope.task.Failure;
import org.junit.jupiter.api.Test;

class RelatedTest {
  private static final List<String> CLASSES = List.of("covid-19", "pneumonia", "normal");

  @Test
  void aFilmOfARelatedClassCountsInPartAsTheOther() {
    double[][] targets = new Related(List.of("pneumonia", "covid-19"), 0.3).targets(CLASSES);
    assertThat(targets[0]).containsExactly(new double[] {0.7, 0.3, 0}, within(1e-12));
    assertThat(targets[1]).containsExactly(new double[] {0.3, 0.7, 0}, within(1e-12));
    assertThat(targets[2]).containsExactly(0, 0, 1);
  }

  @Test
  void theShareIsSpreadOverAllOtherRelatedClasses() {
    double[][] targets = new Related(CLASSES, 0.4).targets(CLASSES);
    assertThat(targets[1]).containsExactly(new double[] {0.2, 0.6, 0.2}, within(1e-12));
  }

  @Test
  void withoutRelatedClassesEachFilmIsOfItsClassAlone() {
    assertThat(Related.NONE.targets(CLASSES))
        .isEqualTo(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
  }

  @Test
  void whatCannotBeIsRefusedInOneSentence() {
    assertThatThrownBy(() -> new Related(List.of("a"), 0.1)).hasMessageContaining("two at least");
    assertThatThrownBy(() -> new Related(List.of("a", "b"), 0.6)).hasMessageContaining("to 0.5");
    assertThatThrownBy(() -> new Related(List.of("flu", "normal"), 0.1).targets(CLASSES))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("no class flu");
  }

  @Test
  void aRecipeFileNamesThem() {
    Recipe recipe =
        Recipe.recommended(Backbone.MOBILENET_V2)
            .with(Path.of("src/main/training/recipes/related-classes.json"));
    assertThat(recipe.related()).isEqualTo(new Related(List.of("covid-19", "pneumonia"), 0.3));
  }
}
