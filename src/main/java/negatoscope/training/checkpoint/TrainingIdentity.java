package negatoscope.training.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import negatoscope.network.Backbone;
import negatoscope.network.Weights;
import negatoscope.task.Failure;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.data.Split;
import negatoscope.training.recipe.Recipe;

/**
 * What a training's course follows from: another one of these is another training.
 *
 * @param backbone its id
 * @param classes in their order
 * @param recipe all of it
 * @param start hash of the weights that it starts from
 * @param films those that are learned from and chosen by, in their order: part, class, length and
 *     time of change of each, by its name
 */
public record TrainingIdentity(
    String backbone,
    List<String> classes,
    JsonNode recipe,
    String start,
    Map<String, String> films) {
  /** Copies list and map, keeping their order. */
  public TrainingIdentity {
    classes = List.copyOf(classes);
    films = Collections.unmodifiableMap(new LinkedHashMap<>(films));
  }

  /** Of a training that is about to start or to go on. */
  public static TrainingIdentity of(
      Backbone backbone, DataSet dataSet, Split split, Recipe recipe, Weights start) {
    Map<String, String> films = new LinkedHashMap<>();
    add(films, "train", dataSet, split.train());
    add(films, "validation", dataSet, split.validation());
    try {
      JsonNode settings = new ObjectMapper().readTree(recipe.toJson());
      return new TrainingIdentity(
          backbone.id(), dataSet.classes(), settings, WeightsDigest.of(start), films);
    } catch (JsonProcessingException e) {
      throw Failure.of(e);
    }
  }

  private static void add(Map<String, String> films, String part, DataSet dataSet, int[] rows) {
    for (int row : rows) {
      LabelledFilm film = dataSet.films().get(row);
      films.put(film.name(), part + " " + film.label() + " " + content(film.file()));
    }
  }

  /** By what a file is known again without reading it. */
  private static String content(Path file) {
    try {
      return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return "absent";
    }
  }

  /** In what another one differs, each in a few words; empty if it is the same. */
  public List<String> changes(TrainingIdentity now) {
    List<String> changes = new ArrayList<>();
    compare(changes, "the backbone", backbone, now.backbone);
    compare(changes, "the classes", String.join(", ", classes), String.join(", ", now.classes));
    compare(changes, "", recipe, now.recipe);
    if (!start.equals(now.start)) {
      changes.add("the weights that it starts from");
    }
    compareFilms(changes, now.films);
    return changes;
  }

  private static void compare(List<String> changes, String what, String then, String now) {
    if (!then.equals(now)) {
      changes.add("%s (%s then, %s now)".formatted(what, then, now));
    }
  }

  private static void compare(List<String> changes, String field, JsonNode then, JsonNode now) {
    if (then.isObject() && now.isObject()) {
      Set<String> names = new TreeSet<>();
      then.fieldNames().forEachRemaining(names::add);
      now.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        String inner = field.isEmpty() ? name : field + "." + name;
        compare(changes, inner, then.path(name), now.path(name));
      }
    } else if (!then.equals(now)) {
      compare(changes, "the recipe's " + field, text(then), text(now));
    }
  }

  private static String text(JsonNode value) {
    return value.isMissingNode() ? "none" : value.asText(value.toString());
  }

  private void compareFilms(List<String> changes, Map<String, String> now) {
    List<String> added = now.keySet().stream().filter(name -> !films.containsKey(name)).toList();
    List<String> gone = films.keySet().stream().filter(name -> !now.containsKey(name)).toList();
    List<String> others =
        films.keySet().stream()
            .filter(now::containsKey)
            .filter(name -> !Objects.equals(films.get(name), now.get(name)))
            .toList();
    some(changes, added, "added");
    some(changes, gone, "left out");
    some(changes, others, "changed, or in another part or class");
    boolean same = added.isEmpty() && gone.isEmpty();
    if (same && !List.copyOf(films.keySet()).equals(List.copyOf(now.keySet()))) {
      changes.add("the order of the films");
    }
  }

  private static void some(List<String> changes, List<String> names, String how) {
    if (!names.isEmpty()) {
      changes.add(
          names.size() == 1
              ? "the film " + names.get(0) + " (" + how + ")"
              : names.size() + " films (" + how + "; " + names.get(0) + " first)");
    }
  }
}
