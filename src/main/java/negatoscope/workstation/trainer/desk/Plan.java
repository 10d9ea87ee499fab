package negatoscope.workstation.trainer.desk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import negatoscope.workstation.trainer.films.SplitWish;

/**
 * Everything that the user chose in the wizard, as plain values: {@code plan.json}, schema 1.
 *
 * @param source the folder or table
 * @param excluded names of films that are left out
 * @param names of the classes by label, in the order of the labels
 * @param patients pattern on the films' names; empty for none
 * @param split how films are shared out
 * @param backbone {@link negatoscope.network.Backbone#id}
 * @param weights {@link Start#word}
 * @param preset the recipe's name; its values are in {@code recipe.json}
 * @param folds of the cross-validation beside the model; 0 for none
 * @param started when, ISO 8601
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Plan(
    int schema,
    String source,
    List<String> excluded,
    Map<String, String> names,
    String patients,
    SplitWish split,
    String backbone,
    String weights,
    String preset,
    int folds,
    String started) {
  /** The schema that this program writes. */
  public static final int SCHEMA = 1;

  /** Copies list and map, the order kept. */
  public Plan {
    excluded = List.copyOf(excluded);
    names = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  /** The same, started at another time. */
  public Plan startedAt(String when) {
    return new Plan(
        schema, source, excluded, names, patients, split, backbone, weights, preset, folds, when);
  }
}
