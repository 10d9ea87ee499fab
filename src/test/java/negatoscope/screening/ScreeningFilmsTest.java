package negatoscope.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import negatoscope.classification.Classification;
import negatoscope.classification.Classifier;
import negatoscope.classification.EngineClassifier;
import negatoscope.intake.Intake;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.Model;
import negatoscope.network.Device;
import negatoscope.network.Engines;
import negatoscope.screening.ScreeningOrder.Start;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.screening.worklist.ReadingOrder;
import negatoscope.task.Cancellation;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.SharedFilms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The bundled model on real films. */
@NeedsShared
@Timeout(300)
class ScreeningFilmsTest {
  private static final int FILMS = 40;

  @TempDir Path folder;

  private final Intake intake = Intake.withBuiltInToolkit();

  /** Every tenth of the test films, under names that begin with their numbers. */
  private void films() throws IOException {
    List<Path> all = SharedFilms.ofSplit("test");
    Files.createDirectories(folder.resolve("films"));
    for (int i = 0; i < FILMS; i++) {
      Path film = all.get(i * all.size() / FILMS);
      Files.copy(film, folder.resolve("films").resolve("%02d-%s".formatted(i, film.getFileName())));
    }
  }

  private void run(Classifier classifier, Start start, Cancellation cancellation, int stopAfter) {
    ScreeningWatcher watcher =
        new ScreeningWatcher() {
          private int seen;

          @Override
          public void report(long done, long total, String message) {}

          @Override
          public void screened(List<ScreenedFilm> rows) {
            if (++seen == stopAfter) {
              cancellation.cancel();
            }
          }
        };
    new Screening(intake, folder.resolve("natives"), Clock.fixed(DrawnFolder.NOW, ZoneOffset.UTC))
        .run(
            new ScreeningOrder(folder.resolve("films"), out(), start, false, ReadingOrder.OVERDUE),
            () -> new ScreeningModels(classifier, Optional.empty()),
            watcher,
            cancellation);
  }

  private Path out() {
    return folder.resolve("out");
  }

  private String list() throws IOException {
    return Files.readString(new WorkListFiles(out()).json())
        .replaceAll("\"milliseconds\":[0-9.]+", "");
  }

  @Test
  void theListSaysOfEachFilmWhatClassifyingSaysAndABrokenRunEndsWithTheSame() throws IOException {
    films();
    Model model = new Library(new Home(folder.resolve("home"))).bundled();
    try (Classifier classifier = EngineClassifier.open(model, Engines.start(), Device.CPU)) {
      run(classifier, Start.NEW, new Cancellation(), -1);
      String whole = list();
      JsonNode rows = new ObjectMapper().readTree(new WorkListFiles(out()).json().toFile());
      assertThat(rows.get("films")).hasSize(FILMS);
      Map<String, String> labels = labels();
      int right = 0;
      int answered = 0;
      for (JsonNode row : rows.get("films")) {
        if (row.get("status").asText().equals("ok")) {
          answered++;
          String own = row.get("file").asText().substring(3);
          right += row.get("class").asText().equals(labels.get(own)) ? 1 : 0;
        }
      }
      assertThat(answered).as("answered of " + FILMS).isGreaterThan(35);
      System.out.printf("%d of %d films answered, %d as labelled%n", answered, FILMS, right);
      assertThat(right / (double) answered).as("agreement with the labels").isGreaterThan(0.65);
      check(classifier, rows.get("films").get(0));
      try {
        run(classifier, Start.RESTART, new Cancellation(), 11);
      } catch (CancellationException e) {
        run(classifier, Start.RESUME, new Cancellation(), -1);
      }
      assertThat(list()).isEqualTo(whole);
    }
  }

  private void check(Classifier classifier, JsonNode row) {
    Path file = folder.resolve("films").resolve(row.get("file").asText());
    Classification said =
        classifier.classify(intake.openFirst(file), Set.of(), new Cancellation()).join();
    assertThat(row.get("class").asText()).isEqualTo(said.topClass());
    assertThat(row.get("probability").asDouble())
        .isCloseTo(
            said.probabilities().get(said.top()), org.assertj.core.api.Assertions.within(5e-5));
  }

  private static Map<String, String> labels() {
    Map<String, String> labels = new HashMap<>();
    for (Map<String, String> row : SharedFilms.rows("films/films.csv")) {
      labels.put(Path.of(row.get("file")).getFileName().toString(), row.get("label"));
    }
    return labels;
  }
}
