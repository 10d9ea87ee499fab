package negatoscope.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.intake.Intake;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.network.Device;
import negatoscope.network.Engines;
import negatoscope.rendering.GreyPicture;
import negatoscope.rendering.Rendering;
import negatoscope.task.Cancellation;
import negatoscope.tensor.FilmTensor;
import negatoscope.tensor.TensorOptions;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One film in other forms of DICOM is the same film to the screen and to the network. */
@NeedsShared
@Timeout(300)
class FormsOfOneFilmTest {
  private static final double SAME_PROBABILITY = 1e-3;

  private final Intake intake = Intake.withBuiltInToolkit();

  private static Stream<JsonNode> corpus() {
    try {
      JsonNode all = new ObjectMapper().readTree(Shared.path("dicom/manifest.json").toFile());
      return StreamSupport.stream(all.spliterator(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> forms(String film) {
    return corpus()
        .filter(entry -> entry.get("group").asText().equals("forms of film " + film))
        .toList();
  }

  /** The film; empty where the manifest allows that it is refused. */
  private Optional<Film> open(JsonNode entry) {
    try {
      return Optional.of(intake.openFirst(Shared.path("dicom/" + entry.get("file").asText())));
    } catch (FilmException e) {
      assertThat(entry.get("expectation").asText()).endsWith("|" + e.code());
      return Optional.empty();
    }
  }

  private static float[] tensor(Film film) {
    return FilmTensor.of(film, TensorOptions.DEFAULT).values();
  }

  @Test
  void losslessFormsGiveEqualTensorsAndLossyOnesNearlyEqual() {
    for (String name : List.of("A", "B")) {
      float[] original = tensor(open(forms(name).get(0)).orElseThrow());
      int opened = 0;
      for (JsonNode form : forms(name)) {
        Optional<Film> film = open(form);
        opened += film.isPresent() ? 1 : 0;
        if (film.isPresent() && form.get("lossless").asBoolean()) {
          assertThat(tensor(film.get())).as(form.get("file").asText()).isEqualTo(original);
        } else if (film.isPresent()) {
          assertThat(meanDifference(tensor(film.get()), original)).isLessThan(1.5);
        }
      }
      assertThat(opened).isGreaterThanOrEqualTo(forms(name).size() - 1);
    }
  }

  private static double meanDifference(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs(one[i] - other[i]);
    }
    return sum / one.length;
  }

  /** The screen's picture, the network's, and the one that the corpus says is right. */
  @Test
  void theNetworkSeesWhatTheScreenShows() {
    List<JsonNode> films = corpus().filter(entry -> entry.has("display")).toList();
    for (JsonNode entry : films) {
      Optional<Film> film = open(entry);
      if (film.isEmpty()) {
        continue;
      }
      Rendering screen = Rendering.forReading(film.get());
      TensorOptions whole = new TensorOptions(96, TensorOptions.Fit.STRETCH);
      FilmTensor tensor = FilmTensor.of(film.get(), whole);
      assertThat(mean(tensor.values()))
          .as(entry.get("file").asText())
          .isCloseTo(mean(screen.render()), within(0.05));
      if (screen.warnings().isEmpty() && film.get().colour().isEmpty()) {
        Film right = intake.openFirst(Shared.path("dicom/" + entry.get("display").asText()));
        assertThat(meanDifference(tensor.values(), FilmTensor.of(right, whole).values()))
            .as(entry.get("file").asText())
            .isLessThan(1);
      }
    }
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double mean(GreyPicture picture) {
    double sum = 0;
    for (byte pixel : picture.pixels()) {
      sum += pixel & 0xFF;
    }
    return sum / picture.pixels().length;
  }

  @Test
  void losslessFormsGetTheSameProbabilities() {
    Map<String, List<Film>> pictures = new LinkedHashMap<>();
    List<JsonNode> films = new ArrayList<>(forms("A"));
    films.addAll(forms("B"));
    corpus()
        .filter(entry -> entry.get("file").asText().matches(".*/(monochrome1|presentation-).*"))
        .forEach(films::add);
    for (JsonNode form : films) {
      if (form.get("lossless").asBoolean()) {
        open(form)
            .ifPresent(
                film ->
                    pictures
                        .computeIfAbsent(form.get("display").asText(), key -> new ArrayList<>())
                        .add(film));
      }
    }
    assertThat(pictures).hasSize(4);
    Library library = new Library(Home.ofSystem());
    try (Classifier classifier =
        EngineClassifier.open(library.bundled(), Engines.start(), Device.CPU)) {
      for (List<Film> same : pictures.values()) {
        assertThat(same).hasSizeGreaterThan(1);
        double[] first = probabilities(classifier, same.get(0));
        for (Film film : same) {
          assertThat(probabilities(classifier, film))
              .containsExactly(first, within(SAME_PROBABILITY));
        }
      }
    }
  }

  private static double[] probabilities(Classifier classifier, Film film) {
    return classifier.classify(film, Set.of(), new Cancellation()).join().probabilities().stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }
}
