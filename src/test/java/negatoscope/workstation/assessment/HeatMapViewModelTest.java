package negatoscope.workstation.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import negatoscope.classification.Classification;
import negatoscope.classification.HeatMap;
import negatoscope.film.Film;
import negatoscope.network.CamMethod;
import negatoscope.rendering.ColourMap;
import negatoscope.rendering.HeatOverlay;
import negatoscope.task.Cancellation;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.TestFilms;
import negatoscope.workstation.settings.Settings.HeatMapSettings;
import negatoscope.workstation.studies.Answer;
import org.junit.jupiter.api.Test;

class HeatMapViewModelTest {
  private final Film film = TestFilms.film(Path.of("a.png"), 300, 200, 1);
  private final SimpleObjectProperty<Answer> answer = new SimpleObjectProperty<>(new Answer.Idle());
  private final HeatMapViewModel heatMap = new HeatMapViewModel(answer);

  private void answer() {
    Classification said =
        FakeClassifier.quick()
            .classify(film, EnumSet.allOf(CamMethod.class), new Cancellation())
            .join();
    answer.set(new Answer.Done(said));
  }

  private HeatOverlay overlay() {
    HeatOverlay overlay = heatMap.overlayProperty().getValue();
    assertThat(overlay).isNotNull();
    return overlay;
  }

  @Test
  void withoutAnAnswerNothingIsPainted() {
    assertThat(heatMap.overlayProperty().getValue()).isNull();
    answer();
    assertThat(heatMap.overlayProperty().getValue()).isNotNull();
    answer.set(new Answer.Running(new Cancellation()));
    assertThat(heatMap.overlayProperty().getValue()).isNull();
  }

  @Test
  void theMostProbableClassIsShownUntilAnotherIsChosen() {
    answer();
    assertThat(heatMap.mapProperty().getValue().className()).isEqualTo("pneumonia");
    heatMap.classNameProperty().set("normal");
    assertThat(heatMap.mapProperty().getValue().className()).isEqualTo("normal");
    heatMap.nextClass();
    assertThat(heatMap.mapProperty().getValue().className()).isEqualTo("covid-19");
    heatMap.classNameProperty().set("a class of another model");
    assertThat(heatMap.mapProperty().getValue().className()).isEqualTo("pneumonia");
  }

  @Test
  void theOverlayLiesWhereTheTensorLay() {
    answer();
    assertThat(overlay().left()).isEqualTo(0);
    assertThat(overlay().top()).isEqualTo(-50);
    assertThat(overlay().width()).isEqualTo(300);
    assertThat(overlay().height()).isEqualTo(300);
  }

  @Test
  void methodColoursThresholdAndOpacityByValueReachTheOverlay() {
    answer();
    HeatOverlay before = overlay();
    heatMap.methodProperty().set(CamMethod.HIRESCAM);
    heatMap.colourMapProperty().set(ColourMap.CIVIDIS);
    heatMap.thresholdProperty().set(0.6);
    heatMap.uniformOpacityProperty().set(false);
    assertThat(overlay().grid()).isNotEqualTo(before.grid());
    assertThat(overlay().colours()).isEqualTo(ColourMap.CIVIDIS);
    assertThat(overlay().threshold()).isEqualTo(0.6);
    assertThat(overlay().uniformOpacity()).isFalse();
  }

  @Test
  void opacityStaysBetweenNothingAndAll() {
    heatMap.opacityProperty().set(0.95);
    heatMap.moreOpaque(0.2);
    assertThat(heatMap.opacityProperty().get()).isEqualTo(1);
    heatMap.moreOpaque(-5);
    assertThat(heatMap.opacityProperty().get()).isEqualTo(0);
  }

  @Test
  void whatIsRememberedComesBackAndUnknownNamesAreIgnored() {
    HeatMapSettings settings = new HeatMapSettings(false, 0.7, 0.1, false, "HIRESCAM", "VIRIDIS");
    heatMap.apply(settings);
    assertThat(heatMap.settings()).isEqualTo(settings);
    heatMap.apply(new HeatMapSettings(true, 0.7, 0.1, false, "?", "?"));
    assertThat(heatMap.settings())
        .isEqualTo(new HeatMapSettings(true, 0.7, 0.1, false, "HIRESCAM", "VIRIDIS"));
  }

  @Test
  void theListOfSettingsIsComplete() {
    assertThat(List.of(ColourMap.values())).contains(ColourMap.INFERNO);
    assertThat(heatMap.settings().colourMap()).isEqualTo("INFERNO");
    assertThat(heatMap.settings().uniformOpacity()).isTrue();
  }

  @Test
  void anEmptyMapOfAnyClassIsSaidAndNotPainted() {
    answer();
    assertThat(heatMap.emptinessProperty().getValue()).isEmpty();
    Classification said = ((Answer.Done) answer.get()).classification();
    HeatMap hot = said.heatMap("normal", CamMethod.HIRESCAM).orElseThrow();
    HeatMap empty = new HeatMap("normal", CamMethod.HIRESCAM, 7, 7, new float[49], hot.geometry());
    List<HeatMap> maps = new ArrayList<>(said.heatMaps());
    maps.set(maps.indexOf(hot), empty);
    answer.set(
        new Answer.Done(
            new Classification(
                said.classes(),
                said.probabilities(),
                said.logits(),
                maps,
                said.warnings(),
                said.thresholds(),
                said.modelName(),
                said.modelId(),
                1)));
    assertThat(heatMap.overlayProperty().getValue()).isNotNull();
    heatMap.classNameProperty().set("normal");
    heatMap.methodProperty().set(CamMethod.HIRESCAM);
    assertThat(heatMap.overlayProperty().getValue()).isNull();
    assertThat(heatMap.emptinessProperty().getValue()).startsWith("HiResCAM of normal is empty");
    heatMap.methodProperty().set(CamMethod.GRADCAM);
    assertThat(heatMap.emptinessProperty().getValue()).isEmpty();
  }
}
