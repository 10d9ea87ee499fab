package negatoscope.training.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import negatoscope.classification.Classification;
import negatoscope.classification.Classifier;
import negatoscope.classification.HeatMap;
import negatoscope.film.Film;
import negatoscope.network.CamMethod;
import negatoscope.rendering.ColourMap;
import negatoscope.rendering.FilmPair;
import negatoscope.rendering.HeatOverlay;
import negatoscope.rendering.Rendering;
import negatoscope.task.Cancellation;
import negatoscope.training.judging.JudgedFilm;

/** Chooses films to look at, and makes their pictures. */
final class Examples {
  /** How many wrong ones, and how many right ones of each class. */
  static final int WRONG = 9;

  static final int RIGHT = 2;
  private static final int SIDE = 256;
  private static final double OPACITY = 0.6;

  private final Classifier classifier;
  private final Function<Path, Film> reader;
  private final Cancellation cancellation;

  Examples(Classifier classifier, Function<Path, Film> reader, Cancellation cancellation) {
    this.classifier = classifier;
    this.reader = reader;
    this.cancellation = cancellation;
  }

  /** The most confident errors first, then the most confident right answers of each class. */
  static List<JudgedFilm> choose(List<JudgedFilm> films, int classes) {
    List<JudgedFilm> sure =
        films.stream()
            .filter(JudgedFilm::judged)
            .sorted(Comparator.comparingDouble((JudgedFilm film) -> -confidence(film)))
            .toList();
    List<JudgedFilm> chosen =
        new ArrayList<>(sure.stream().filter(film -> !film.right(0)).limit(WRONG).toList());
    for (int k = 0; k < classes; k++) {
      int label = k;
      sure.stream()
          .filter(film -> film.right(0) && film.film().label() == label)
          .limit(RIGHT)
          .forEach(chosen::add);
    }
    return chosen;
  }

  private static double confidence(JudgedFilm film) {
    JudgedFilm.Answer answer = film.answers().get(0);
    return answer.probabilities()[answer.top()];
  }

  /** Its picture; empty if it can suddenly not be read any more. */
  Optional<Example> of(JudgedFilm judged) {
    cancellation.check();
    try {
      Film film = reader.apply(judged.film().file());
      Classification answer =
          classifier.classify(film, Set.of(CamMethod.GRADCAM), cancellation).join();
      HeatMap map = answer.heatMap(answer.topClass(), CamMethod.GRADCAM).orElseThrow();
      FilmPair pair = new FilmPair(Rendering.forReading(film), overlay(map), OPACITY);
      return Optional.of(new Example(judged, pair.jpeg(SIDE)));
    } catch (IOException | negatoscope.task.Failure e) {
      // One picture less; the figures do not depend on it.
      return Optional.empty();
    }
  }

  private static HeatOverlay overlay(HeatMap map) {
    return new HeatOverlay(
        map.values(),
        map.rows(),
        map.columns(),
        map.geometry().left(),
        map.geometry().top(),
        map.geometry().width(),
        map.geometry().height(),
        map.greatest(),
        ColourMap.DEFAULT,
        false,
        0);
  }
}
