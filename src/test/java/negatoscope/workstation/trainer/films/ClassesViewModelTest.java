package negatoscope.workstation.trainer.films;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import negatoscope.workstation.trainer.ScannedFilms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes and parts without a window. */
@SuppressWarnings("NullAway.Init")
class ClassesViewModelTest {
  @TempDir private Path folder;
  private ClassesViewModel classes;

  @BeforeEach
  void scan() {
    classes = ScannedFilms.of(folder, 10).classes();
  }

  private ChosenFilms chosen() {
    return requireNonNull(classes.chosenProperty().get());
  }

  @Test
  void labelsOfOneNameBecomeOneClassAndUntickedOnesGo() {
    assertThat(classes.reasonProperty().get()).isEmpty();
    assertThat(chosen().set().films()).hasSize(30);
    classes.rows().get(0).nameProperty().set("ill");
    classes.rows().get(2).nameProperty().set("ill");
    assertThat(chosen().set().dataSet().classes()).containsExactly("ill", "normal");
    classes.rows().get(2).takenProperty().set(false);
    assertThat(chosen().set().films()).hasSize(20);
    classes.rows().get(0).takenProperty().set(false);
    assertThat(classes.reasonProperty().get()).contains("two classes at least");
    assertThat(classes.chosenProperty().get()).isNull();
  }

  @Test
  void theSharesMakeAHundredAsFarAsTheyCan() {
    classes.shares().trainProperty().set(50);
    assertThat(classes.shares().wish()).isEqualTo(new SplitWish(true, 50, 16, 34, 1));
    classes.shares().testProperty().set(10);
    assertThat(classes.shares().trainProperty().get()).isEqualTo(74);
    classes.shares().validationProperty().set(98);
    assertThat(classes.reasonProperty().get()).contains("not 100 %");
  }

  @Test
  void aPatternIsTriedOutAndKeepsAPatientTogether() {
    classes.pattern().textProperty().set("p(\\d+)_");
    assertThat(classes.pattern().examples()).hasSize(6).allMatch(e -> e.patient().isPresent());
    assertThat(chosen().set().dataSet().patients(chosen().set().dataSet().rows())).isEqualTo(5);
    classes.pattern().textProperty().set("p([");
    assertThat(classes.reasonProperty().get()).contains("no regular expression");
    assertThat(classes.chosenProperty().get()).isNull();
  }

  @Test
  void formerChoicesAreTakenUp() {
    classes.restore(
        Map.of("normal", "healthy", "pneumonia", "ill"),
        "p(\\d+)_",
        new SplitWish(false, 40, 20, 40, 9));
    assertThat(chosen().set().dataSet().classes()).containsExactly("healthy", "ill");
    assertThat(classes.shares().wish()).isEqualTo(new SplitWish(false, 40, 20, 40, 9));
    assertThat(classes.names()).isEqualTo(Map.of("normal", "healthy", "pneumonia", "ill"));
  }
}
