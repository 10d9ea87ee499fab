package negatoscope.training.judging;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import negatoscope.evaluation.Figures;
import negatoscope.evaluation.OperatingPoint;
import negatoscope.evaluation.Predictions;
import negatoscope.evaluation.Ranking;
import negatoscope.library.Model;
import negatoscope.library.card.CardFile;
import negatoscope.library.card.CardOperatingPoint;
import negatoscope.library.card.ModelCard;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/**
 * Chooses thresholds by class on the validation films, for a wanted sensitivity or specificity;
 * they are kept in the card.
 */
public final class ChosenPoints {
  /** What a training aims at unless asked otherwise: nine of ten films of the class are found. */
  public static final Aim USUAL = new Aim(true, 0.9);

  private ChosenPoints() {}

  /**
   * What is wanted.
   *
   * @param sensitivity whether of sensitivity, else of specificity
   * @param least above 0 to 1
   */
  public record Aim(boolean sensitivity, double least) {
    /** Checks the range. */
    public Aim {
      if (!(least > 0 && least <= 1)) {
        throw new IllegalArgumentException("an aim lies above 0 and is at most 1");
      }
    }

    private Optional<OperatingPoint> on(Ranking.Roc roc) {
      return sensitivity
          ? OperatingPoint.ofSensitivity(roc, least)
          : OperatingPoint.ofSpecificity(roc, least);
    }
  }

  /** By class, where the aim can be reached. */
  public static Map<String, CardOperatingPoint> of(
      List<String> classes, Predictions validation, Aim aim) {
    Map<String, CardOperatingPoint> points = new LinkedHashMap<>();
    for (int k = 0; k < classes.size(); k++) {
      String name = classes.get(k);
      aim.on(Figures.ranking(validation, k).roc())
          .ifPresent(point -> points.put(name, card(point)));
    }
    return points;
  }

  /**
   * Chooses anew for some classes of a model that is there, by the validation curves in its {@code
   * evaluation.json}, and writes its card.
   *
   * @return the model with its new card
   * @throws Failure {@code BAD_MODEL} if it has no such curves, {@code NOT_WRITABLE}
   */
  public static Model choose(Model model, Set<String> classes, Aim aim) {
    Curves curves = curves(model).orElseThrow(() -> without(model));
    List<String> known = model.card().classes();
    Map<String, CardOperatingPoint> points = new LinkedHashMap<>();
    for (int k = 0; k < known.size(); k++) {
      String name = known.get(k);
      if (classes.contains(name)) {
        aim.on(curves.byClass().get(k)).ifPresent(point -> points.put(name, card(point)));
      }
    }
    return keep(model, points);
  }

  /**
   * Writes points into a model's card; classes that are not named keep theirs.
   *
   * @return the model with its new card
   * @throws Failure {@code NOT_WRITABLE}
   */
  public static Model keep(Model model, Map<String, CardOperatingPoint> points) {
    ModelCard changed = model.card().withOperatingPoints(merged(model.card(), points));
    CardFile.write(model.folder().resolve(Model.CARD), changed);
    return new Model(model.folder(), changed);
  }

  /** A card's points with some of them changed, in the order of the classes. */
  public static Map<String, CardOperatingPoint> merged(
      ModelCard card, Map<String, CardOperatingPoint> points) {
    Map<String, CardOperatingPoint> before = card.operatingPoints();
    Map<String, CardOperatingPoint> all = new LinkedHashMap<>();
    for (String name : card.classes()) {
      CardOperatingPoint point =
          points.containsKey(name) ? points.get(name) : before == null ? null : before.get(name);
      if (point != null) {
        all.put(name, point);
      }
    }
    return all;
  }

  /**
   * The curves that points are chosen on.
   *
   * @param films validation films
   * @param byClass one a class, in the model's order; rates are NaN without films of both kinds
   */
  public record Curves(int films, List<Ranking.Roc> byClass) {
    /** Copies the list. */
    public Curves {
      byClass = List.copyOf(byClass);
    }
  }

  /** A model's curves; empty where its folder has none. */
  public static Optional<Curves> curves(Model model) {
    Path file = model.folder().resolve(Model.EVALUATION);
    try {
      if (Files.isRegularFile(file)) {
        JsonNode validation = FigureJson.mapper().readTree(file.toFile()).at("/sets/validation");
        JsonNode curves = validation.path("roc");
        if (curves.size() == model.card().classes().size()) {
          return Optional.of(
              new Curves(
                  validation.path("n").asInt(),
                  StreamSupport.stream(curves.spliterator(), false)
                      .map(ChosenPoints::roc)
                      .toList()));
        }
      }
    } catch (IOException e) {
      // A damaged file is like none.
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Failure without(Model model) {
    return new Failure(
        ErrorCode.BAD_MODEL,
        "The model " + model.card().name() + " has no curves of its validation films.",
        "Thresholds can be chosen for models that were trained here.");
  }

  private static Ranking.Roc roc(JsonNode curve) {
    return new Ranking.Roc(
        numbers(curve.path("threshold"), Double.POSITIVE_INFINITY),
        numbers(curve.path("false_positive_rate"), Double.NaN),
        numbers(curve.path("true_positive_rate"), Double.NaN));
  }

  private static double[] numbers(JsonNode array, double none) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(value -> value.isNull() ? none : value.asDouble())
        .toArray();
  }

  private static CardOperatingPoint card(OperatingPoint point) {
    return new CardOperatingPoint(point.threshold(), point.sensitivity(), point.specificity());
  }
}
