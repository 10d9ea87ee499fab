package negatoscope.command.dataset;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.Split;
import negatoscope.training.data.SplitJson;
import negatoscope.training.scan.DuplicateGroup;
import negatoscope.training.scan.FilmState;
import negatoscope.training.scan.Finding;
import negatoscope.training.scan.GroupCount;
import negatoscope.training.scan.ScanReport;
import negatoscope.training.scan.ScannedFilm;
import negatoscope.training.scan.Shortcut;

/** Writes a report for people: aligned tables, then what is to be said. */
final class ReportText {
  /** Longer lists are in the JSON. */
  private static final int MOST_NAMED = 10;

  private final PrintWriter out;

  ReportText(PrintWriter out) {
    this.out = out;
  }

  void write(ScanReport report, PossibleSplit split) {
    DataSet dataSet = report.set().dataSet();
    out.println(
        "%d films of %d patients in %d classes."
            .formatted(dataSet.films().size(), report.patients(), dataSet.classes().size()));
    counts("class", dataSet, report.classes());
    counts("collection", dataSet, report.collections());
    counts("view", dataSet, report.views());
    split(split);
    unreadable(report);
    duplicates(report);
    section("Does something beside the lungs tell the class?");
    if (report.shortcuts().isEmpty()) {
      out.println("  Nothing that was looked at varies enough to say.");
    }
    for (Shortcut shortcut : report.shortcuts()) {
      out.println((shortcut.tempting() ? "! " : "  ") + shortcut.sentence());
    }
    findings(report.findings());
    out.println();
    out.println("Research use only.");
  }

  /** All but the shortcuts, which are marked where they are listed. */
  private void findings(List<Finding> findings) {
    List<String> lines =
        findings.stream()
            .filter(finding -> finding.kind() != Finding.Kind.SHORTCUT)
            .map(finding -> "  " + finding.kind() + ": " + finding.sentence())
            .toList();
    section("To be looked at before training:");
    if (lines.isEmpty()) {
      out.println("  Nothing but what is marked with ! above.");
    }
    lines.forEach(out::println);
  }

  private void section(String title) {
    out.println();
    out.println(title);
  }

  private void counts(String what, DataSet dataSet, List<GroupCount> counts) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(what, "films", "patients"));
    boolean perClass = !what.equals("class");
    if (perClass) {
      head.addAll(dataSet.classes());
    }
    rows.add(head);
    for (GroupCount count : counts) {
      List<String> row = new ArrayList<>();
      row.add(count.name().isEmpty() ? "not stated" : count.name());
      row.add(Integer.toString(count.films()));
      row.add(Integer.toString(count.patients()));
      if (perClass) {
        count.perClass().forEach(films -> row.add(Integer.toString(films)));
      }
      rows.add(row);
    }
    table(rows);
  }

  private void split(PossibleSplit possible) {
    if (possible instanceof PossibleSplit.Refused refused) {
      section("No split can be made: " + refused.why());
    } else if (possible instanceof PossibleSplit.Made made) {
      made.splits().forEach(split -> split(made.dataSet(), split));
    }
  }

  private void split(DataSet dataSet, Split split) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("split", "films", "patients"));
    head.addAll(dataSet.classes());
    rows.add(head);
    SplitJson.parts(split)
        .forEach(
            (name, films) -> {
              List<String> row = new ArrayList<>();
              row.add(name);
              row.add(Integer.toString(films.length));
              row.add(Integer.toString(dataSet.patients(films)));
              dataSet.perClass(films).values().forEach(c -> row.add(Integer.toString(c)));
              rows.add(row);
            });
    table(rows);
    String by =
        switch (split.by()) {
          case "given" -> "The parts are those given with the films.";
          case "patient" -> "Drawn with seed %d; patients and copies stay together.";
          default -> "This is " + split.by().replace("%", "%%") + ", drawn with seed %d.";
        };
    out.println("  " + by.formatted(split.seed()));
  }

  private void unreadable(ScanReport report) {
    List<String> lines = new ArrayList<>();
    for (ScannedFilm film : report.set().films()) {
      if (film.state() instanceof FilmState.Unreadable unreadable) {
        lines.add("%s  %s".formatted(unreadable.code(), unreadable.reason()));
      }
    }
    list("Films that cannot be read:", lines);
  }

  private void duplicates(ScanReport report) {
    List<String> lines = new ArrayList<>();
    for (DuplicateGroup group : report.duplicates()) {
      lines.add(
          (group.exact() ? "same file: " : "same picture: ")
              + IntStream.of(group.rows())
                  .mapToObj(row -> report.set().films().get(row).film().name())
                  .collect(Collectors.joining(", ")));
    }
    list("Films that show the same:", lines);
  }

  private void list(String title, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    section(title);
    lines.stream().limit(MOST_NAMED).forEach(line -> out.println("  " + line));
    if (lines.size() > MOST_NAMED) {
      out.println("  and %d more; --format json names all.".formatted(lines.size() - MOST_NAMED));
    }
  }

  /** The first column to the left, numbers to the right. */
  private void table(List<List<String>> rows) {
    out.println();
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("  ");
      line.append(String.format(Locale.ROOT, "%-" + widths[0] + "s", row.get(0)));
      for (int column = 1; column < widths.length; column++) {
        line.append(String.format(Locale.ROOT, "  %" + widths[column] + "s", row.get(column)));
      }
      out.println(line);
    }
  }
}
