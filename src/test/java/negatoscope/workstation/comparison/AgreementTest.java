package negatoscope.workstation.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import negatoscope.classification.Classification;
import negatoscope.film.FilmWarning;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static Classification says(String model, int top, double probability, boolean warns) {
    Double[] probabilities = {0.0, 0.0, 0.0};
    probabilities[top] = probability;
    return new Classification(
        List.of("covid-19", "pneumonia", "normal"),
        List.of(probabilities),
        List.of(0.0, 0.0, 0.0),
        List.of(),
        warns ? List.of(new FilmWarning(FilmWarning.Code.INVERTED, "It is.")) : List.of(),
        Map.of(),
        model,
        "id",
        1);
  }

  private static Classification says(String model, int top) {
    return says(model, top, 0.9, false);
  }

  @Test
  void oneModelHasNobodyToAgreeWith() {
    assertThat(Agreement.of(List.of(says("a", 0))).sentence()).isEmpty();
  }

  @Test
  void whoSaysTheSameIsCounted() {
    assertThat(Agreement.of(List.of(says("a", 1), says("b", 1))))
        .isEqualTo(new Agreement("Both say pneumonia.", true));
    assertThat(Agreement.of(List.of(says("a", 1), says("b", 1), says("c", 1))).sentence())
        .isEqualTo("All 3 say pneumonia.");
  }

  @Test
  void theSameClassFarApartIsSaid() {
    assertThat(Agreement.of(List.of(says("a", 1, 0.95, false), says("b", 1, 0.51, false))))
        .isEqualTo(new Agreement("Both say pneumonia, but b gives it 51.0 % and a 95.0 %.", true));
  }

  @Test
  void whoDisagreesIsNamed() {
    assertThat(Agreement.of(List.of(says("a", 1), says("b", 2), says("c", 1))))
        .isEqualTo(new Agreement("2 of 3 say pneumonia; b says normal.", false));
    assertThat(Agreement.of(List.of(says("a", 1), says("b", 2))).sentence())
        .isEqualTo("They disagree: a says pneumonia, b says normal.");
    assertThat(Agreement.of(List.of(says("a", 1), says("b", 2), says("c", 0))).sentence())
        .isEqualTo("They disagree: a says pneumonia, b says normal, c says covid-19.");
  }

  @Test
  void whoWarnsIsNamed() {
    assertThat(Agreement.of(List.of(says("a", 1), says("b", 1, 0.9, true))).sentence())
        .isEqualTo("Both say pneumonia. b warns about this film.");
    assertThat(Agreement.of(List.of(says("a", 1, 0.9, true), says("b", 1, 0.9, true))).sentence())
        .isEqualTo("Both say pneumonia. Each of them warns about this film.");
  }
}
