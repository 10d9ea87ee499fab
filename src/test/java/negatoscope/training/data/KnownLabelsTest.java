package negatoscope.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownLabelsTest {
  @Test
  void aLabelMayBeWrittenInAnotherWay() {
    KnownLabels labels =
        new KnownLabels(Path.of("films"), List.of("covid-19", "pneumonia", "normal"));
    assertThat(labels.number("COVID19")).isZero();
    assertThat(labels.number("Covid 19")).isZero();
    assertThat(labels.number("normal")).isEqualTo(2);
    assertThatThrownBy(() -> labels.number("flu"))
        .hasMessageContaining("labelled flu")
        .hasMessageContaining("covid-19, pneumonia, normal");
  }

  @Test
  void whereTwoClassesReadAlikeOnlyTheExactWordCounts() {
    KnownLabels labels = new KnownLabels(Path.of("films"), List.of("type-1", "type 1"));
    assertThat(labels.number("type 1")).isEqualTo(1);
    assertThatThrownBy(() -> labels.number("Type1")).hasMessageContaining("labelled Type1");
  }
}
