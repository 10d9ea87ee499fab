package negatoscope.workstation.models;

import static org.assertj.core.api.Assertions.assertThat;

import negatoscope.workstation.fakes.Cards;
import negatoscope.workstation.models.CardFigures.Row;
import org.junit.jupiter.api.Test;

class CardFiguresTest {
  @Test
  void theHonestFiguresStandBesideTheAccuracy() {
    assertThat(CardFigures.of(Cards.card()).rows())
        .containsExactly(
            new Row("Accuracy on 424 test films", "81.3 % (77.0–85.0)", false),
            new Row("Macro AUC", "0.925 (0.900–0.940)", false),
            new Row("AUC inside kermany: pneumonia or normal", "0.981 (0.950–0.990)", true),
            new Row("AUC inside cohen: covid-19 or pneumonia", "0.712", true),
            new Row("Lungs blacked out", "61.0 %, AUC 0.800", true),
            new Row("Border alone", "55.0 %, AUC 0.750", true));
  }

  @Test
  void aModelThatWasNeverTestedHasNoFigures() {
    assertThat(CardFigures.of(Cards.untested()).rows()).isEmpty();
  }
}
