package negatoscope.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class PatientPatternTest {
  @Test
  void theFirstGroupOrTheOneNamedPatientIsThePatient() {
    PatientPattern first = PatientPattern.of("person(\\d+)_");
    assertThat(first.patient("pneumonia/person47_bacteria_229.jpg")).contains("47");
    assertThat(first.patient("normal/IM-0183-0001.jpg")).isEmpty();
    PatientPattern named = PatientPattern.of("(person|IM-)(?<patient>\\d+)");
    assertThat(named.patient("normal/IM-0183-0001.jpg")).contains("0183");
    assertThat(PatientPattern.of("x(\\d*)").patient("x.png")).isEmpty();
  }

  @Test
  void examplesShowWhatItGivesForNames() {
    assertThat(PatientPattern.of("^(\\d+)_").examples(List.of("12_a.png", "b.png")))
        .containsExactly(
            new PatientPattern.Example("12_a.png", Optional.of("12")),
            new PatientPattern.Example("b.png", Optional.empty()));
  }

  @Test
  void whatIsNoPatternOrHasNoGroupIsRefused() {
    for (String text : List.of("person(", "person\\d+", "")) {
      assertThatThrownBy(() -> PatientPattern.of(text))
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BAD_DATASET));
    }
  }

  @Test
  void aPatternThatWouldTakeYearsIsRefused() {
    PatientPattern slow = PatientPattern.of("^((a+)+)+b$");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() -> slow.patient("a".repeat(60)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("too long"));
  }
}
