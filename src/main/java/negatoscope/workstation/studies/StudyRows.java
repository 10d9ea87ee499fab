package negatoscope.workstation.studies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import negatoscope.intake.FilmHeading;
import negatoscope.workstation.studies.Row.Heading;
import negatoscope.workstation.studies.Row.Level;

/**
 * Films as rows below their patients and studies. A series has a heading where its study has
 * several.
 *
 * @param rows what is shown
 * @param films all films that pass the filter, in the order of the rows, those under closed
 *     headings too
 */
record StudyRows(List<Row> rows, List<OpenFilm> films) {
  /**
   * Puts films in order.
   *
   * @param collapsed headings whose films are not shown
   * @param filter which films are wanted
   */
  static StudyRows of(List<OpenFilm> open, Set<GroupKey> collapsed, Predicate<OpenFilm> filter) {
    List<OpenFilm> films =
        open.stream().filter(filter).sorted(Comparator.comparing(OpenFilm::order)).toList();
    List<Row> rows = new ArrayList<>();
    for (List<OpenFilm> patient : grouped(films, GroupKey::ofPatient)) {
      if (heading(rows, Level.PATIENT, patient, collapsed)) {
        for (List<OpenFilm> study : grouped(patient, GroupKey::ofStudy)) {
          if (heading(rows, Level.STUDY, study, collapsed)) {
            series(rows, study, collapsed);
          }
        }
      }
    }
    return new StudyRows(rows, films);
  }

  private static void series(List<Row> rows, List<OpenFilm> study, Set<GroupKey> collapsed) {
    List<List<OpenFilm>> all = grouped(study, key -> key);
    for (List<OpenFilm> series : all) {
      if (all.size() == 1 || heading(rows, Level.SERIES, series, collapsed)) {
        series.forEach(film -> rows.add(new Row.OfFilm(film)));
      }
    }
  }

  private static List<List<OpenFilm>> grouped(
      List<OpenFilm> films, java.util.function.UnaryOperator<GroupKey> level) {
    Map<GroupKey, List<OpenFilm>> groups = new LinkedHashMap<>();
    films.forEach(
        film ->
            groups
                .computeIfAbsent(level.apply(film.order().key()), key -> new ArrayList<>())
                .add(film));
    return List.copyOf(groups.values());
  }

  /** Adds a heading; whether what is below it is shown. */
  private static boolean heading(
      List<Row> rows, Level level, List<OpenFilm> films, Set<GroupKey> collapsed) {
    OpenFilm first = films.get(0);
    GroupKey own = first.order().key();
    GroupKey key =
        switch (level) {
          case PATIENT -> own.ofPatient();
          case STUDY -> own.ofStudy();
          case SERIES -> own;
        };
    boolean expanded = !collapsed.contains(key);
    rows.add(
        new Heading(key, level, title(level, first), detail(level, first), films.size(), expanded));
    return expanded;
  }

  private static String title(Level level, OpenFilm film) {
    FilmHeading heading = film.order().heading();
    return switch (level) {
      case PATIENT ->
          film.order().key().patient().isEmpty()
              ? "Patient unknown"
              : heading.patientName().isBlank()
                  ? heading.patientId()
                  : FilmCaption.person(heading.patientName());
      case STUDY ->
          heading.studyInstanceUid().isBlank()
              ? folder(film)
              : heading.studyDate().isBlank() ? "No date" : FilmCaption.date(heading.studyDate());
      case SERIES -> heading.seriesNumber() == 0 ? "Series" : "Series " + heading.seriesNumber();
    };
  }

  private static String detail(Level level, OpenFilm film) {
    FilmHeading heading = film.order().heading();
    return switch (level) {
      case PATIENT -> heading.patientName().isBlank() ? "" : heading.patientId();
      case STUDY -> heading.studyDescription();
      case SERIES ->
          Stream.of(heading.modality(), heading.seriesDescription())
              .filter(text -> !text.isBlank())
              .collect(Collectors.joining(" · "));
    };
  }

  private static String folder(OpenFilm film) {
    java.nio.file.Path folder = film.file().toAbsolutePath().getParent();
    return folder == null ? "" : FilmCaption.of(folder).file();
  }
}
