package negatoscope.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import negatoscope.film.Film;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;
import negatoscope.network.Backbone;
import negatoscope.network.HeadSpec;
import negatoscope.network.Weights;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.data.Split;
import negatoscope.training.films.Augmentation;
import negatoscope.training.recipe.Balance;
import negatoscope.training.recipe.Grouping;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.recipe.Schedule;
import negatoscope.training.recipe.Stage;

/** A small training on drawn films, for the fake engine. */
final class DrawnTraining {
  private static final int SIDE = 32;

  private DrawnTraining() {}

  /** Goes to a folder of this name below another. */
  static TrainingOrder order(Path folder, String name, Recipe recipe, boolean look) {
    return new TrainingOrder(
        name,
        folder.resolve(name),
        films(),
        split(),
        Backbone.MOBILENET_V2,
        new Weights(Map.of()),
        null,
        recipe,
        look,
        1,
        "terms",
        List.of());
  }

  static Recipe recipe(int runs) {
    return Recipe.recommended(Backbone.MOBILENET_V2)
        .with(
            Map.of(
                "preset",
                "test",
                "side",
                SIDE,
                "head",
                new HeadSpec.Compact(16, 1, 0, false, HeadSpec.Pooling.LAST),
                "headStage",
                new Stage(4, 3, 2, Schedule.cosine(0.1), 8, 0.9, 1, 0),
                "wholeStage",
                new Stage(4, 3, 2, Schedule.cosine(0.1), 8, 0.9, 2, 0),
                "augmentation",
                new Augmentation(0.03, 3, 0.03, 5, 0.05, 0, 0),
                "fineness",
                1.25,
                "mixup",
                0.2,
                "weights",
                new Balance(Grouping.CLASS, 0.5),
                "runs",
                runs))
        .with(Map.of("averageLast", 2, "choice", Recipe.Choice.LOG_LOSS));
  }

  static Split split() {
    return Split.make(films(), Split.Shares.USUAL, 4);
  }

  /**
   * 69 patients with a film of each class; the class is on which third of the film the spot lies.
   */
  static DataSet films() {
    List<LabelledFilm> films = new ArrayList<>();
    for (int i = 0; i < 207; i++) {
      int label = i % 3;
      String name = label + "-" + i + ".png";
      String collection = i % 2 == 0 ? "a" : "b";
      films.add(new LabelledFilm(name, Path.of(name), label, "p" + i / 3, collection, "", null));
    }
    return new DataSet(Path.of("drawn"), List.of("left", "middle", "right"), films);
  }

  static Film draw(Path file) {
    String[] parts = file.toString().replace(".png", "").split("-");
    SplittableRandom random = new SplittableRandom(Long.parseLong(parts[1]));
    int label = Integer.parseInt(parts[0]);
    byte[] greys = new byte[60 * 48];
    for (int i = 0; i < greys.length; i++) {
      int x = i % 60;
      int y = Math.floorDiv(i, 60);
      boolean spot = Math.abs(x - (14 + 16 * label)) < 8 && y > 14 && y < 34;
      greys[i] = (byte) (random.nextInt(90) + (spot ? 110 : 0));
    }
    return Film.ofPicture(
        Samples.of8(60, 48, 8, false, greys), Provenance.ofPicture(file, "PNG", "8-bit grey"));
  }
}
