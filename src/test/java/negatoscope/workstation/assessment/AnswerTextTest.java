package negatoscope.workstation.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import negatoscope.film.FilmWarning;
import negatoscope.task.InlineRunner;
import negatoscope.task.Progress;
import negatoscope.workstation.fakes.Cards;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.TestFilms;
import negatoscope.workstation.models.ModelInUse;
import negatoscope.workstation.models.OpenModels;
import negatoscope.workstation.studies.StudiesViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTextTest {
  @Test
  void theTextHoldsProbabilitiesWarningsModelAndTheNotice() {
    Path file = Path.of("a.png");
    StudiesViewModel studies =
        new StudiesViewModel(
            TestFilms.reader(Map.of(file, List.of(TestFilms.film(file, 30, 20, 1)))),
            new InlineRunner(Progress.NONE),
            Runnable::run,
            1 << 30);
    InlineRunner inline = new InlineRunner(Progress.NONE);
    FakeClassifier classifier =
        new FakeClassifier(
            0,
            film ->
                List.of(
                    new FilmWarning(FilmWarning.Code.UNLIKE_TRAINING, "It is a test picture.")));
    AssessmentViewModel assessment =
        new AssessmentViewModel(
            studies.selectedProperty(),
            studies.films(),
            new ModelInUse(Cards::card, new OpenModels(name -> classifier, inline), inline),
            new Questions(inline));
    assertThat(assessment.selectedProperty().getValue()).isNull();
    studies.open(List.of(file));
    assertThat(AnswerText.of(studies.selected().orElseThrow()))
        .isEqualTo(
            """
            File: a.png
            covid-19: 10.0 %
            pneumonia: 80.0 %
            normal: 10.0 %
            Warning UNLIKE_TRAINING: It is a test picture.
            Model: mobilenet-v2-films 0123456789abcdef
            Research use only
            """);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 50.0 %", "0.9999, > 99.9 %", "1, 100.0 %", "0.0002, < 0.1 %", "0, 0.0 %"})
  void aProbabilityIsNeverRoundedToCertainty(double probability, String text) {
    assertThat(AnswerText.percent(probability)).isEqualTo(text);
  }
}
