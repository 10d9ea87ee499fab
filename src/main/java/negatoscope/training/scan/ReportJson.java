package negatoscope.training.scan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A report as named plain values, schema 1, to be written as JSON. */
public final class ReportJson {
  private static final int SCHEMA = 1;

  private final ScanReport report;

  private ReportJson(ScanReport report) {
    this.report = report;
  }

  /** The values: texts, numbers, truths, lists and maps; films by their names. */
  public static Map<String, Object> fields(ScanReport report) {
    return new ReportJson(report).fields();
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("schema", SCHEMA);
    fields.put("source", report.set().dataSet().source().toString());
    fields.put("films", report.set().films().size());
    fields.put("patients", report.patients());
    Map<String, Integer> sources = new TreeMap<>();
    report
        .patientSources()
        .forEach((source, films) -> sources.put(source.name().toLowerCase(Locale.ROOT), films));
    fields.put("patientSources", sources);
    fields.put("classes", counts(report.classes()));
    fields.put("collections", counts(report.collections()));
    fields.put("views", counts(report.views()));
    fields.put("findings", report.findings().stream().map(this::finding).toList());
    fields.put("duplicates", report.duplicates().stream().map(this::duplicate).toList());
    fields.put("shortcuts", report.shortcuts().stream().map(ReportJson::shortcut).toList());
    fields.put(
        "unreadable",
        report.set().films().stream()
            .filter(film -> film.state() instanceof FilmState.Unreadable)
            .map(ReportJson::unreadable)
            .toList());
    return fields;
  }

  private List<Map<String, Object>> counts(List<GroupCount> counts) {
    List<String> classes = report.set().dataSet().classes();
    return counts.stream()
        .map(
            count -> {
              Map<String, Object> fields = new LinkedHashMap<>();
              fields.put("name", count.name());
              fields.put("films", count.films());
              fields.put("patients", count.patients());
              Map<String, Integer> perClass = new LinkedHashMap<>();
              IntStream.range(0, classes.size())
                  .forEach(k -> perClass.put(classes.get(k), count.perClass().get(k)));
              fields.put("perClass", perClass);
              return fields;
            })
        .toList();
  }

  private Map<String, Object> finding(Finding finding) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", finding.kind().name());
    fields.put("sentence", finding.sentence());
    fields.put("films", names(finding.films().stream().mapToInt(Integer::intValue).toArray()));
    return fields;
  }

  private Map<String, Object> duplicate(DuplicateGroup group) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("films", names(group.rows()));
    fields.put("exact", group.exact());
    fields.put("acrossClasses", group.acrossClasses());
    fields.put("acrossParts", group.acrossParts());
    fields.put("acrossPatients", group.acrossPatients());
    return fields;
  }

  private List<String> names(int[] rows) {
    return Arrays.stream(rows)
        .mapToObj(row -> report.set().films().get(row).film().name())
        .toList();
  }

  private static Map<String, Object> shortcut(Shortcut shortcut) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("attributes", shortcut.attributes().stream().map(Attribute::text).toList());
    fields.put("inside", shortcut.inside());
    fields.put("films", shortcut.films());
    shortcut.cramersV().ifPresent(v -> fields.put("cramersV", v));
    fields.put("auc", shortcut.auc().value());
    fields.put("aucLow", shortcut.auc().low());
    fields.put("aucHigh", shortcut.auc().high());
    fields.put("perClass", new TreeMap<>(shortcut.perClass()));
    fields.put("tempting", shortcut.tempting());
    fields.put("sentence", shortcut.sentence());
    return fields;
  }

  private static Map<String, Object> unreadable(ScannedFilm film) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("film", film.film().name());
    if (film.state() instanceof FilmState.Unreadable unreadable) {
      fields.put("code", unreadable.code().name());
      fields.put("reason", unreadable.reason());
    }
    return fields;
  }
}
