package negatoscope.workstation.trainer.films;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.SplitJson;

/** The films of each part in numbers: by class, and by collection where there are several. */
final class PartsTable {
  private PartsTable() {}

  static List<List<String>> perClass(ChosenFilms chosen) {
    DataSet dataSet = chosen.set().dataSet();
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("part", "films", "patients"));
    head.addAll(dataSet.classes());
    rows.add(head);
    SplitJson.parts(chosen.split())
        .forEach(
            (name, films) -> {
              List<String> row = new ArrayList<>();
              row.add(name);
              row.add(number(films.length));
              row.add(number(dataSet.patients(films)));
              dataSet.perClass(films).values().forEach(count -> row.add(number(count)));
              rows.add(row);
            });
    return rows;
  }

  /** Empty where the films are of one collection. */
  static List<List<String>> perCollection(ChosenFilms chosen) {
    DataSet dataSet = chosen.set().dataSet();
    Map<String, int[]> parts = SplitJson.parts(chosen.split());
    Map<String, Integer> all = dataSet.perCollection(dataSet.rows());
    List<List<String>> rows = new ArrayList<>();
    if (all.size() < 2) {
      return rows;
    }
    List<String> head = new ArrayList<>(List.of("collection"));
    head.addAll(parts.keySet());
    rows.add(head);
    for (String collection : all.keySet()) {
      List<String> row = new ArrayList<>();
      row.add(collection.isEmpty() ? "not stated" : collection);
      parts
          .values()
          .forEach(
              films -> row.add(number(dataSet.perCollection(films).getOrDefault(collection, 0))));
      rows.add(row);
    }
    return rows;
  }

  private static String number(int count) {
    return "%,d".formatted(count);
  }
}
