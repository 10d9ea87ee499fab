package negatoscope.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntUnaryOperator;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.film.LookupTable;
import negatoscope.film.ModalityRescale;
import negatoscope.film.ModalityTable;
import negatoscope.film.Polarity;
import negatoscope.film.Presentation;
import negatoscope.film.Samples;
import negatoscope.film.Window;
import negatoscope.testing.Films;
import org.junit.jupiter.api.Test;

/** Windows and tables of the file, by name and by rule. */
class VoiChoiceTest {
  private static final Samples RAMP = Films.samples16(64, 64, 12, false, (x, y) -> y * 64 + x);
  private static final Window NORMAL = new Window(2048, 4000, "NORMAL", Window.Function.LINEAR);
  private static final Window LUNG = new Window(1400, 1800, "", Window.Function.LINEAR);
  private static final Window INVALID = Window.linear(2048, 0);
  private static final LookupTable SOFT = table(0, 4096, 12, "SOFT", i -> i * i / 4096);

  private static LookupTable table(
      int first, int size, int bits, String name, IntUnaryOperator entry) {
    short[] entries = new short[size];
    for (int i = 0; i < size; i++) {
      entries[i] = (short) entry.applyAsInt(i);
    }
    return new LookupTable(first, bits, name, entries);
  }

  private static Film film(List<Window> windows, LookupTable... tables) {
    return film(RAMP, windows, tables);
  }

  private static Film film(Samples samples, List<Window> windows, LookupTable... tables) {
    Film plain = Films.dicom(samples, ModalityRescale.IDENTITY, Polarity.MONOCHROME2, windows);
    return plain.withPresentation(plain.presentation().withTables(List.of(tables)));
  }

  private static List<String> names(Rendering rendering) {
    return rendering.choices().stream().map(VoiChoice::name).toList();
  }

  @Test
  void whatTheFileOffersIsNamedBeforeWhatCanBeMade() {
    Rendering rendering =
        Rendering.asFiled(
            film(List.of(NORMAL, INVALID, LUNG, NORMAL), SOFT, table(0, 2, 8, "", i -> i)));
    assertThat(names(rendering))
        .containsExactly(
            "NORMAL",
            "Window 3",
            "NORMAL (Window 4)",
            "SOFT",
            "Table 2",
            "Automatic",
            "Full range");
    assertThat(names(Rendering.asFiled(Films.picture8(4, 4, (x, y) -> x))))
        .containsExactly("As it is", "Automatic", "Full range");
  }

  @Test
  void aChoiceIsFollowedAndRemembered() {
    Rendering filed = Rendering.asFiled(film(List.of(NORMAL, LUNG), SOFT));
    assertThat(filed.choice().map(VoiChoice::name)).contains("NORMAL");
    Rendering lung = filed.inverted(true).withChoice(filed.choices().get(1));
    assertThat(lung.window()).isEqualTo(LUNG);
    assertThat(lung.isInverted()).isTrue();
    assertThat(lung.choice()).contains(filed.choices().get(1));
    assertThat(lung.withWindow(Window.linear(1, 2)).choice()).isEmpty();
    Rendering soft = filed.withChoice(filed.choices().get(2));
    assertThat(soft.render().at(0, 32)).isEqualTo(64);
    Rendering full = filed.withChoice(filed.choices().get(4));
    assertThat(full.window().center()).isEqualTo(2047.5);
    assertThat(full.window().width()).isEqualTo(4095);
  }

  @Test
  void withoutAValidFirstWindowTheFirstTableIsFollowed() {
    LookupTable hard = table(0, 4096, 10, "HARD", i -> i < 2048 ? 0 : 1023);
    for (List<Window> windows : List.of(List.<Window>of(), List.of(INVALID, LUNG))) {
      GreyPicture picture = Rendering.asFiled(film(windows, hard, SOFT)).render();
      assertThat(picture.at(63, 31)).isZero();
      assertThat(picture.at(0, 32)).isEqualTo(255);
    }
  }

  @Test
  void valuesOutsideATableTakeItsEnds() {
    LookupTable step = table(1000, 256, 8, "STEP", i -> 20 + i / 2);
    GreyPicture picture = Rendering.asFiled(film(List.of(), step)).render();
    assertThat(picture.at(0, 0)).isEqualTo(20);
    assertThat(picture.at(63, 63)).isEqualTo(147);
    assertThat(picture.at(1100 % 64, 1100 / 64)).isEqualTo(70);
  }

  @Test
  void aWindowGoesOnFromATableOverTheValuesThatItTellsApart() {
    LookupTable late =
        table(-100, 4196, 12, "LATE", i -> Math.max(0, Math.min(4095, 4 * (i - 1100))));
    Window window = Rendering.asFiled(film(List.of(), late)).window();
    assertThat(window.center() - window.width() / 2).isEqualTo(1000);
    assertThat(window.center() + window.width() / 2).isEqualTo(2024);
  }

  @Test
  void aTableThatFallsStaysDarkOnBrightUnderAnyWindow() {
    LookupTable falling = table(0, 4096, 12, "NEGATIVE", i -> 4095 - i);
    Rendering filed = Rendering.asFiled(film(List.of(), falling));
    for (Rendering each : List.of(filed, filed.withWindow(filed.window()), filed.automatic())) {
      assertThat(each.isDarkOnBright()).isTrue();
      assertThat(each.render().at(0, 0)).isEqualTo(255);
      assertThat(each.render().at(63, 63)).isZero();
    }
    assertThat(filed.inverted(true).isDarkOnBright()).isFalse();
  }

  @Test
  void aTableFarWiderThanTheFilmsValuesIsReplacedForReading() {
    LookupTable wide = table(0, 1 << 16, 16, "WIDE", i -> i);
    Film film = film(List.of(), wide);
    assertThat(Rendering.asFiled(film).render().at(63, 63)).isEqualTo(16);
    Rendering reading = Rendering.forReading(film);
    assertThat(reading.render().at(63, 63)).isEqualTo(255);
    assertThat(reading.choice().map(VoiChoice::kind)).contains(VoiChoice.Kind.AUTOMATIC);
    assertThat(reading.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(FilmWarning.Code.WINDOW_REPLACED);
              assertThat(warning.message()).contains("VOI table").contains("wider");
            });
    assertThat(Rendering.forReading(film(List.of(), SOFT)).warnings()).isEmpty();
  }

  @Test
  void aTableBesideTheFilmsValuesIsReplacedForReading() {
    LookupTable above = table(5000, 500, 12, "ABOVE", i -> 8 * i);
    Rendering reading = Rendering.forReading(film(List.of(), above, SOFT));
    assertThat(reading.choice().map(VoiChoice::name)).contains("SOFT");
    assertThat(reading.warnings()).hasSize(1);
    assertThat(reading.warnings().get(0).message()).contains("SOFT");
  }

  @Test
  void aWindowFarWiderThanTheFilmsValuesIsReplacedForReading() {
    Samples narrow = Films.samples16(40, 40, 16, false, (x, y) -> 500 + x + 40 * y);
    Film film = film(narrow, List.of(Window.linear(32768, 65536)));
    assertThat(Rendering.forReading(film).warnings()).hasSize(1);
    assertThat(Rendering.forReading(film).window().width()).isLessThan(1600);
    assertThat(Rendering.forReading(film(narrow, List.of(Window.linear(1500, 4000)))).warnings())
        .isEmpty();
  }

  @Test
  void aFilmOfOneValueKeepsItsWindow() {
    Samples one = Films.samples16(8, 8, 12, false, (x, y) -> 700);
    assertThat(Rendering.forReading(film(one, List.of(NORMAL))).window()).isEqualTo(NORMAL);
    assertThat(Rendering.forReading(film(one, List.of(), SOFT)).warnings()).isEmpty();
  }

  @Test
  void theAutomaticWindowSortsWhatAModalityTableGives() {
    LookupTable zigzag = table(0, 4096, 16, "", i -> i % 2 == 0 ? 10_000 + i : 20_000 + i);
    Film film =
        Film.grey(
            RAMP,
            Presentation.of(new ModalityTable(zigzag), Polarity.MONOCHROME2),
            film(List.of()).provenance());
    Rendering automatic = Rendering.asFiled(film);
    Window window = automatic.window();
    assertThat(window.center() - window.width() / 2).isEqualTo(10_000 + 2 * 20);
    assertThat(window.center() + window.width() / 2).isEqualTo(20_000 + 4095 - 2 * 20);
    assertThat(automatic.render().at(1, 32)).isGreaterThan(automatic.render().at(2, 32));
  }
}
