package negatoscope.training.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import negatoscope.film.FilmWarning;
import negatoscope.film.ViewPosition;
import negatoscope.training.data.PatientSource;
import negatoscope.training.scan.Finding.Kind;

/** Collects what is to be said about a scanned data set. */
final class Findings {
  /** With fewer patients of a class, its figures on test films say next to nothing. */
  private static final int FEW_PATIENTS = 10;

  private static final double MUCH_LARGER = 3;

  private final ScannedSet set;
  private final List<Finding> found = new ArrayList<>();

  private Findings(ScannedSet set) {
    this.set = set;
  }

  /**
   * Everything there is to say.
   *
   * @param side columns and rows of the network's input
   */
  static List<Finding> of(
      ScannedSet set,
      int side,
      List<GroupCount> classes,
      List<DuplicateGroup> duplicates,
      List<Shortcut> shortcuts) {
    Findings findings = new Findings(set);
    findings.classes(classes);
    findings.films(side);
    findings.views();
    findings.patients();
    findings.duplicates(duplicates);
    shortcuts.stream()
        .filter(Shortcut::tempting)
        .forEach(
            shortcut ->
                findings.found.add(new Finding(Kind.SHORTCUT, shortcut.sentence(), List.of())));
    return List.copyOf(findings.found);
  }

  private void classes(List<GroupCount> classes) {
    int most = classes.stream().mapToInt(GroupCount::films).max().orElse(0);
    for (GroupCount count : classes) {
      if (count.patients() < FEW_PATIENTS) {
        say(
            Kind.TOO_FEW,
            "Class %s has films of only %d patients; figures on so few say next to nothing."
                .formatted(count.name(), count.patients()));
      }
      if (most > MUCH_LARGER * count.films()) {
        say(
            Kind.IMBALANCE,
            String.format(
                Locale.ROOT,
                "The largest class has %.1f times as many films as %s: accuracy will hide how"
                    + " %s does.",
                (double) most / count.films(),
                count.name(),
                count.name()));
      }
    }
  }

  private void films(int side) {
    say(
        Kind.UNREADABLE,
        film -> film.state() instanceof FilmState.Unreadable,
        "cannot be read and will be left out");
    say(
        Kind.SMALL_FILM,
        film -> film.facts().filter(f -> Math.min(f.width(), f.height()) < side).isPresent(),
        "smaller than the network's input of %d pixels".formatted(side));
    say(Kind.BLANK, warned(FilmWarning.Code.BLANK), "nearly blank");
    say(
        Kind.INVERTED,
        warned(FilmWarning.Code.INVERTED),
        "inverted (black and white exchanged), it seems");
  }

  private void views() {
    say(
        Kind.LATERAL_VIEW,
        film -> film.view() == ViewPosition.LATERAL,
        "lateral, and the network knows frontal films only");
    say(
        Kind.NOT_FRONTAL,
        warned(FilmWarning.Code.NOT_FRONTAL),
        "not upright and frontal, by the look of it");
    say(
        Kind.VIEW_UNKNOWN,
        film -> film.view() == ViewPosition.UNKNOWN && film.facts().isPresent(),
        "without a stated view");
  }

  private void patients() {
    say(
        Kind.PATIENTS_UNKNOWN,
        film -> film.film().patientSource() == PatientSource.FILM,
        "without a stated patient; each counts as a patient of its own, and if some are of the same"
            + " one, figures will be too good");
    Map<String, Set<String>> parts = new HashMap<>();
    set.dataSet()
        .films()
        .forEach(
            film ->
                parts
                    .computeIfAbsent(film.patient(), patient -> new HashSet<>())
                    .add(Objects.toString(film.part())));
    say(
        Kind.PATIENT_ACROSS_PARTS,
        film -> parts.getOrDefault(film.film().patient(), Set.of()).size() > 1,
        "of patients with films in several parts, so that patients are tested who were learned");
  }

  private void duplicates(List<DuplicateGroup> groups) {
    say(Kind.DUPLICATE, groups, group -> true, "show what another one shows");
    say(
        Kind.DUPLICATE_ACROSS_CLASSES,
        groups,
        DuplicateGroup::acrossClasses,
        "show the same under different labels, of which at most one is right");
    say(
        Kind.DUPLICATE_ACROSS_PARTS,
        groups,
        DuplicateGroup::acrossParts,
        "show the same in different parts, so that what is tested was learned");
    say(
        Kind.DUPLICATE_ACROSS_PATIENTS,
        groups,
        DuplicateGroup::acrossPatients,
        "show the same but are said to be of different patients");
  }

  private static Predicate<ScannedFilm> warned(FilmWarning.Code code) {
    return film -> film.facts().filter(facts -> facts.warnings().contains(code)).isPresent();
  }

  private void say(Kind kind, String sentence) {
    found.add(new Finding(kind, sentence, List.of()));
  }

  private void say(Kind kind, Predicate<ScannedFilm> about, String what) {
    say(
        kind,
        Arrays.stream(set.dataSet().rows())
            .filter(row -> about.test(set.films().get(row)))
            .boxed()
            .toList(),
        what);
  }

  private void say(
      Kind kind, List<DuplicateGroup> groups, Predicate<DuplicateGroup> about, String what) {
    say(
        kind,
        groups.stream().filter(about).flatMap(g -> Arrays.stream(g.rows()).boxed()).toList(),
        what);
  }

  private void say(Kind kind, List<Integer> rows, String what) {
    if (rows.isEmpty()) {
      return;
    }
    String first = set.films().get(rows.get(0)).film().name();
    boolean verb = what.startsWith("show") || what.startsWith("cannot");
    String sentence =
        rows.size() == 1
            ? "One film (%s) %s%s.".formatted(first, verb ? "" : "is ", what)
            : "%d films (%s first) %s%s.".formatted(rows.size(), first, verb ? "" : "are ", what);
    found.add(new Finding(kind, sentence, rows));
  }
}
