package negatoscope.workstation.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import negatoscope.dicom.builtin.BuiltInToolkit;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.intake.Intake;
import negatoscope.library.card.ModelCard;
import negatoscope.screening.ScreeningOrder;
import negatoscope.screening.ScreeningOrder.Start;
import negatoscope.screening.journal.JournalRow;
import negatoscope.screening.worklist.ReaderAgreement;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.InlineRunner;
import negatoscope.task.Progress;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.batch.table.BatchRow;
import negatoscope.workstation.batch.table.RowFilter;
import negatoscope.workstation.fakes.Cards;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.HeldRunner;
import negatoscope.workstation.fakes.TestFilms;
import negatoscope.workstation.models.OpenModels;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchViewModelTest {
  private static final FilmWarning WARNING =
      new FilmWarning(FilmWarning.Code.INVERTED, "It is inverted.");

  @TempDir Path folder;

  private final FakeScreeningDesk desk = new FakeScreeningDesk();
  private final TaskRunner inline = new InlineRunner(Progress.NONE);
  private final List<ModelCard> cards = List.of(Cards.card(), Cards.named("other"));
  private final List<Path> opened = new ArrayList<>();
  private final ObjectProperty<@Nullable ModelCard> model =
      new SimpleObjectProperty<>(Cards.card());

  private BatchViewModel batch(TaskRunner quick) {
    return new BatchViewModel(
        new BatchTools(
            desk,
            new OpenModels(name -> FakeClassifier.of(Cards.named(name), 1), inline),
            (file, frame) -> {
              throw new Failure(ErrorCode.NOT_FOUND, "There is no film.", "");
            },
            new ScreeningOrder.Dicom(new BuiltInToolkit(), "0"),
            quick,
            inline,
            Runnable::run),
        new BatchViewModel.Surroundings(model, () -> cards, (file, frame) -> opened.add(file)));
  }

  private BatchViewModel screened() {
    desk.films.add(FakeScreeningDesk.film("a.dcm", 0.1));
    desk.films.add(FakeScreeningDesk.film("b.dcm", 0.9));
    desk.films.add(FakeScreeningDesk.film("c.dcm", 0.3, WARNING));
    desk.films.add(FakeScreeningDesk.broken("d.dcm"));
    BatchViewModel batch = batch(inline);
    batch.choose(folder);
    batch.start(Start.NEW);
    return batch;
  }

  private static List<String> shown(BatchViewModel batch) {
    return batch.rows().shown().stream().map(BatchRow::key).toList();
  }

  @Test
  void anOutputFolderBesideTheFilmsIsProposedAndTheListComesInItsOrder() {
    BatchViewModel batch = screened();
    assertThat(batch.outProperty().get())
        .isEqualTo(folder.resolveSibling(folder.getFileName() + "-screening"));
    assertThat(desk.orders.get(0).start()).isEqualTo(Start.NEW);
    assertThat(batch.stateProperty().get()).isEqualTo(BatchState.KEPT);
    assertThat(shown(batch)).containsExactly("b.dcm", "c.dcm", "d.dcm", "a.dcm");
    assertThat(batch.rows().shown().get(0).listed().priority()).isEqualTo(1);
    assertThat(batch.saidProperty().get()).contains("worklist.csv", "2 other files");
    assertThat(batch.rows().totalsProperty().get().sentence())
        .isEqualTo("4 films: 3 answered (1 with a warning), 0 refused, 1 failed; 0 read");
    assertThat(batch.rows().totalsProperty().get().histograms())
        .hasEntrySatisfying("covid-19", bins -> assertThat(bins[9]).isEqualTo(1));
  }

  @Test
  void anExportOfTwoModelsNamesBoth() throws IOException {
    String id = Cards.card().id();
    desk.keep(
        Map.of("model", id, "with", id, "heatmaps", "true"),
        List.of(FakeScreeningDesk.film("a.dcm", 0.1)));
    BatchViewModel batch = batch(inline);
    batch.choose(folder);
    Path file = folder.resolve("some.json");
    batch.export(batch.rows().shown(), file);
    assertThat(Files.readString(file)).contains("\"model2\":\"" + Cards.card().name() + "\"");
  }

  @Test
  void filtersAndSearchAreTakenTogether() {
    BatchViewModel batch = screened();
    batch.rows().filterProperty().set(new RowFilter("normal", false, false, false, false, ""));
    assertThat(shown(batch)).containsExactly("c.dcm", "a.dcm");
    batch.rows().filterProperty().set(new RowFilter("normal", true, false, false, false, ""));
    assertThat(shown(batch)).containsExactly("c.dcm");
    batch.rows().filterProperty().set(new RowFilter("", false, true, false, false, ""));
    assertThat(shown(batch)).containsExactly("d.dcm");
    batch.rows().filterProperty().set(new RowFilter("", false, false, false, false, "COVID b."));
    assertThat(shown(batch)).containsExactly("b.dcm");
    batch.rows().filterProperty().set(RowFilter.ALL);
    batch.rows().selectedProperty().set(batch.rows().shown().get(0));
    batch.reader().decide(2);
    batch.rows().filterProperty().set(new RowFilter("", false, false, false, true, ""));
    assertThat(shown(batch)).containsExactly("b.dcm");
    batch.rows().filterProperty().set(new RowFilter("", false, false, true, false, ""));
    assertThat(shown(batch)).containsExactly("c.dcm", "d.dcm", "a.dcm");
  }

  @Test
  void aVerdictIsSavedAtOnceKeepsItsPlaceCountsAndCanBeTakenBack() {
    BatchViewModel batch = screened();
    batch.rows().step(1);
    batch.reader().decide(0);
    batch.rows().step(1);
    batch.reader().decide(0);
    batch.reader().note(batch.rows().selectedProperty().get(), " look again ");
    assertThat(desk.reads)
        .containsExactly("b.dcm:covid-19:", "c.dcm:covid-19:", "c.dcm:covid-19:look again");
    assertThat(shown(batch)).containsExactly("b.dcm", "c.dcm", "d.dcm", "a.dcm");
    ReaderAgreement agreement = batch.rows().agreementProperty().get();
    assertThat(agreement.films()).isEqualTo(2);
    assertThat(agreement.agreed()).isEqualTo(1);
    assertThat(agreement.matrix().counts()[0]).containsExactly(1, 0, 1);
    batch.reader().undo();
    batch.reader().undo();
    assertThat(desk.reads).endsWith("c.dcm:covid-19:", "c.dcm::");
    assertThat(batch.rows().selectedProperty().get().verdict()).isEmpty();
    batch.reader().undo();
    assertThat(batch.reader().undoableProperty().get()).isFalse();
    assertThat(batch.rows().totalsProperty().get().read()).isZero();
  }

  @Test
  void aVerdictThatCannotBeSavedIsNotShown() {
    BatchViewModel batch = screened();
    desk.readRefusal = new Failure(ErrorCode.DISK_FULL, "The disk is full.", "Make room.");
    batch.rows().step(1);
    batch.reader().decide(1);
    assertThat(batch.rows().selectedProperty().get().verdict()).isEmpty();
    assertThat(batch.reader().troubleProperty().get()).contains("disk is full");
  }

  @Test
  void verdictsAreWrittenOneAfterAnother() {
    screened();
    HeldRunner quick = new HeldRunner();
    BatchViewModel batch = batch(quick);
    batch.choose(folder);
    quick.doAll();
    batch.rows().step(1);
    batch.reader().decide(0);
    batch.reader().decide(1);
    assertThat(quick.titles()).hasSize(1);
    quick.doAll();
    assertThat(desk.reads).containsExactly("b.dcm:covid-19:", "b.dcm:pneumonia:");
  }

  @Test
  void aScreeningThatIsThereIsListedAndGoneOnWith() {
    desk.films.add(FakeScreeningDesk.film("a.dcm", 0.1));
    desk.keep(
        Map.of("model", "0123456789abcdef", "with", "", "heatmaps", "true"),
        List.of(FakeScreeningDesk.film("b.dcm", 0.9)));
    BatchViewModel batch = batch(inline);
    batch.choose(folder);
    assertThat(batch.stateProperty().get()).isEqualTo(BatchState.KEPT);
    assertThat(shown(batch)).containsExactly("b.dcm");
    batch.start(Start.RESUME);
    assertThat(desk.orders.get(0).start()).isEqualTo(Start.RESUME);
    assertThat(shown(batch)).containsExactly("a.dcm");
  }

  @Test
  void anotherModelOrSettingIsAskedAbout() {
    desk.keep(
        Map.of("model", "0123456789abcdef", "with", "", "heatmaps", "true"),
        List.of(FakeScreeningDesk.film("b.dcm", 0.9)));
    BatchViewModel batch = batch(inline);
    model.set(Cards.named("other"));
    batch.choose(folder);
    assertThat(batch.troubleProperty().get())
        .contains("mobilenet-v2-films", "start anew with other");
    batch.start(Start.RESUME);
    assertThat(desk.orders).isEmpty();
    model.set(Cards.card());
    batch.options().heatMapsProperty().set(false);
    batch.start(Start.RESUME);
    assertThat(desk.orders).isEmpty();
    assertThat(batch.troubleProperty().get()).contains("with heat maps");
    batch.start(Start.RESTART);
    assertThat(desk.orders.get(0).start()).isEqualTo(Start.RESTART);
  }

  @Test
  void aSecondModelDicomObjectsAndTheHoursOfWaitingGoIntoTheOrder() {
    desk.films.add(FakeScreeningDesk.film("a.dcm", 0.1));
    desk.asksModels = true;
    BatchViewModel batch = batch(inline);
    batch.choose(folder);
    assertThat(batch.options().others()).containsExactly("other");
    batch.options().secondProperty().set("other");
    batch.options().dicomProperty().set(true);
    batch.options().overdueHoursProperty().set(9);
    batch.start(Start.NEW);
    ScreeningOrder order = desk.orders.get(0);
    assertThat(order.dicom()).isPresent();
    assertThat(order.overdue()).isEqualTo(Duration.ofHours(9));
    assertThat(desk.asked).containsExactly("mobilenet-v2-films", "other");
  }

  @Test
  void aScreeningIsGoneOnWithAsItWasMade() {
    desk.films.add(FakeScreeningDesk.film("a.dcm", 0.1));
    desk.keep(
        Map.of(
            "model", "0123456789abcdef", "with", "id-other", "heatmaps", "false", "dicom", "true"),
        List.of(FakeScreeningDesk.film("b.dcm", 0.9)));
    BatchViewModel batch = batch(inline);
    batch.choose(folder);
    assertThat(batch.troubleProperty().get()).isEmpty();
    batch.start(Start.RESUME);
    ScreeningOrder order = desk.orders.get(0);
    assertThat(order.heatMaps()).isFalse();
    assertThat(order.dicom()).isPresent();
    assertThat(batch.options().secondProperty().get()).isEqualTo("other");
  }

  @Test
  void anotherSecondModelOrNoneIsAskedAbout() {
    desk.keep(
        Map.of("model", "0123456789abcdef", "with", "id-other", "heatmaps", "true"),
        List.of(FakeScreeningDesk.film("b.dcm", 0.9)));
    BatchViewModel batch = batch(inline);
    batch.choose(folder);
    batch.options().secondProperty().set("");
    batch.start(Start.RESUME);
    assertThat(batch.troubleProperty().get()).contains("screened beside other");
    batch.options().secondProperty().set("mobilenet-v2-films");
    batch.start(Start.RESTART);
    assertThat(batch.troubleProperty().get()).contains("second model is the one in use");
    batch.options().secondProperty().set("gone");
    batch.start(Start.RESTART);
    assertThat(batch.troubleProperty().get()).contains("gone, is no longer there");
    assertThat(desk.orders).isEmpty();
  }

  @Test
  void filmsThatWaitLongerThanTheHoursChosenComeFirst() {
    Instant now = Instant.now();
    desk.keep(
        Map.of("model", "0123456789abcdef"),
        List.of(
            FakeScreeningDesk.film("urgent.dcm", 0.9, now),
            FakeScreeningDesk.film("waiting.dcm", 0.1, now.minus(Duration.ofHours(6)))));
    BatchViewModel batch = batch(inline);
    batch.choose(folder);
    assertThat(shown(batch)).containsExactly("waiting.dcm", "urgent.dcm");
    batch.options().overdueHoursProperty().set(8);
    assertThat(shown(batch)).containsExactly("urgent.dcm", "waiting.dcm");
    assertThat(batch.rows().shown().get(0).listed().priority()).isEqualTo(1);
  }

  @Test
  void aVerdictOnAFormerContentOfTheFileCountsAsNone() {
    desk.keepRows(
        Map.of("model", "0123456789abcdef"),
        List.of(
            new JournalRow(
                FakeScreeningDesk.film("a.dcm", 0.9), Optional.empty(), "normal", "", true)));
    BatchViewModel batch = batch(inline);
    batch.choose(folder);
    assertThat(batch.rows().agreementProperty().get().films()).isZero();
    assertThat(batch.rows().totalsProperty().get().read()).isZero();
    batch.rows().filterProperty().set(new RowFilter("", false, false, true, false, ""));
    assertThat(shown(batch)).containsExactly("a.dcm");
    batch.rows().filterProperty().set(new RowFilter("", false, false, false, true, ""));
    assertThat(shown(batch)).isEmpty();
  }

  @Test
  void whatGoesWrongIsSaidAndWithoutAModelNothingStarts() {
    BatchViewModel batch = batch(inline);
    batch.choose(folder);
    model.set(null);
    batch.start(Start.NEW);
    assertThat(batch.troubleProperty().get()).contains("no model in use");
    model.set(Cards.card());
    desk.refusal = new Failure(ErrorCode.BUSY, "A screening is under way.", "Wait.");
    batch.start(Start.NEW);
    assertThat(batch.troubleProperty().get()).contains("A screening is under way.");
    assertThat(batch.stateProperty().get()).isEqualTo(BatchState.IDLE);
  }

  @Test
  void filmsAreTakenAsTheyComeIfThatIsWanted() {
    BatchViewModel batch = batch(inline);
    batch.choose(folder);
    batch.start(Start.NEW);
    batch.options().watchProperty().set(true);
    batch.start(Start.RESUME);
    assertThat(desk.orders).extracting(ScreeningOrder::watch).containsExactly(false, true);
  }

  @Test
  void aRowOpensItsFilm() {
    BatchViewModel batch = screened();
    batch.open(batch.rows().shown().get(0));
    assertThat(opened).containsExactly(folder.toAbsolutePath().resolve("b.dcm"));
  }

  @Test
  void aRowOfAnArchiveOpensTheFilmInIt() throws IOException {
    Path zip = folder.resolve("films.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a/film.png"));
      out.write(Files.readAllBytes(TestFilms.write(folder, "film.png", 40, 50, 1)));
    }
    desk.films.add(FakeScreeningDesk.film("a/film.png", 0.1));
    desk.films.add(FakeScreeningDesk.film("a/gone.png", 0.1));
    BatchViewModel batch = batch(inline);
    batch.choose(zip);
    batch.start(Start.NEW);
    batch.open(batch.rows().all().get(0));
    Film film = Intake.withBuiltInToolkit().openFrame(opened.get(0), 1);
    assertThat(film.width()).isEqualTo(40);
    batch.open(batch.rows().all().get(1));
    assertThat(batch.troubleProperty().get()).contains("does not hold a/gone.png");
  }

  @Test
  void rowsAreExportedAsCsvOrJson() throws IOException {
    BatchViewModel batch = screened();
    Path csv = folder.resolve("some.csv");
    Path json = folder.resolve("all.json");
    batch.export(batch.rows().shown().subList(0, 2), csv);
    batch.export(batch.rows().inListOrder(), json);
    assertThat(Files.readAllLines(csv)).hasSize(3).element(1).asString().startsWith("b.dcm,");
    assertThat(Files.readString(json)).contains("mobilenet-v2-films", "\"d.dcm\"", "TRUNCATED");
  }

  @Test
  void theUsersOrderIsKeptWhileRowsCome() {
    BatchViewModel batch = screened();
    batch
        .rows()
        .chosenOrderProperty()
        .set(java.util.Comparator.comparing(BatchRow::key).reversed());
    batch.rows().add(List.of(FakeScreeningDesk.film("bb.dcm", 0.5)));
    assertThat(shown(batch)).containsExactly("d.dcm", "c.dcm", "bb.dcm", "b.dcm", "a.dcm");
  }
}
