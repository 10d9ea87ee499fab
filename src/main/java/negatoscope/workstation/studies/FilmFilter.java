package negatoscope.workstation.studies;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import negatoscope.intake.FilmHeading;

/**
 * Which films hold every one of some words, in any order, whatever the case and the accents: in
 * names and ID of the patient, date and description of the study, series, view or file name.
 */
record FilmFilter(List<String> words) implements Predicate<OpenFilm> {
  static FilmFilter of(String text) {
    return new FilmFilter(
        Stream.of(plain(text).split("\\s+")).filter(word -> !word.isEmpty()).toList());
  }

  @Override
  public boolean test(OpenFilm film) {
    if (words.isEmpty()) {
      return true;
    }
    FilmHeading heading = film.order().heading();
    String all =
        plain(
            String.join(
                " ",
                heading.patientName().replace('^', ' ').replace('=', ' '),
                heading.patientId(),
                heading.studyDate(),
                FilmCaption.date(heading.studyDate()),
                heading.studyDescription(),
                heading.seriesDescription(),
                heading.modality(),
                heading.view(),
                FilmCaption.of(film.file()).file()));
    return words.stream().allMatch(all::contains);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }
}
