package negatoscope.workstation.attributes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;
import negatoscope.film.Film;
import negatoscope.intake.Intake;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import negatoscope.workstation.fakes.HeldRunner;
import negatoscope.workstation.fakes.TestFilms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttributesViewModelTest {
  private static final Path ONE = Path.of("one.dcm");
  private static final Path OTHER = Path.of("other.dcm");

  private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Film> film = new SimpleObjectProperty<>();
  private final HeldRunner runner = new HeldRunner();
  private final List<Path> read = new ArrayList<>();

  private AttributesViewModel over(HeaderReader reader) {
    AttributesViewModel model =
        new AttributesViewModel(
            file,
            film,
            path -> {
              read.add(path);
              return reader.header(path);
            },
            runner);
    model.seenProperty().set(true);
    return model;
  }

  private static DataSet named(String name) {
    return DataSet.builder()
        .text(Tag.PATIENT_NAME, name)
        .text(Tag.PATIENT_ID, "0010")
        .bytes(Tag.PIXEL_DATA, Vr.OB, new byte[] {0, 1})
        .items(
            Tag.VIEW_CODE_SEQUENCE, DataSet.builder().text(Tag.CODE_MEANING, "from back").build())
        .build();
  }

  private static List<String> tags(AttributeSearch found) {
    return found.rows().stream().map(shown -> shown.row().tag()).toList();
  }

  private AttributesViewModel open(DataSet header) {
    AttributesViewModel model = over(path -> Optional.of(header));
    file.set(ONE);
    runner.doAll();
    return model;
  }

  @Test
  void theHeaderIsReadInTheBackgroundAndOnlyWhenItIsSeen() {
    AttributesViewModel model = over(path -> Optional.of(named("A")));
    model.seenProperty().set(false);
    file.set(ONE);
    assertThat(runner.titles()).isEmpty();
    model.seenProperty().set(true);
    assertThat(runner.titles()).containsExactly("Reading the attributes of one.dcm");
    assertThat(model.summaryProperty().get()).isEqualTo("Reading…");
    runner.doAll();
    assertThat(model.summaryProperty().get()).isEqualTo("5 elements");
    model.seenProperty().set(false);
    assertThat(model.foundProperty().get().rows()).isEmpty();
  }

  @Test
  void theTableFollowsTheFilmAndALateAnswerIsDropped() {
    AttributesViewModel model =
        over(path -> Optional.of(named(path.equals(ONE) ? "Late" : "Wanted")));
    file.set(ONE);
    file.set(OTHER);
    runner.doAll();
    assertThat(model.titleProperty().get()).isEqualTo("other.dcm");
    assertThat(model.allText()).contains("Wanted").doesNotContain("Late");
    assertThat(read).containsExactly(OTHER);
  }

  @Test
  void aTagIsFoundInAnySpelling() {
    AttributesViewModel model = open(named("A"));
    for (String spelling :
        new String[] {"0010,0010", "(0010,0010)", "00100010", "0010 0010", "(0010, 0010)"}) {
      model.searchProperty().set(spelling);
      assertThat(tags(model.foundProperty().get())).containsExactly("(0010,0010)");
    }
  }

  @Test
  void keywordNameAndValueAreSearchedWithoutRegardToCase() {
    AttributesViewModel model = open(named("Muster^Erika"));
    for (String query : new String[] {"patientname", "Patient name", "MUSTER", "erika 0010,0010"}) {
      model.searchProperty().set(query);
      assertThat(tags(model.foundProperty().get())).containsExactly("(0010,0010)");
      assertThat(model.summaryProperty().get()).isEqualTo("1 of 5 elements");
    }
  }

  @Test
  void theRowsAboveAHitStayAndAreOpened() {
    AttributesViewModel model = open(named("A"));
    model.searchProperty().set("from back");
    AttributeSearch found = model.foundProperty().get();
    AttributeSearch.Shown sequence = found.rows().get(0);
    assertThat(found.hits()).isEqualTo(1);
    assertThat(sequence.row().keyword()).isEqualTo("ViewCodeSequence");
    assertThat(sequence.hit()).isFalse();
    assertThat(sequence.open()).isTrue();
    assertThat(sequence.children().get(0).row().tag()).isEqualTo("Item 1");
    assertThat(sequence.children().get(0).children().get(0).hit()).isTrue();
  }

  @Test
  void aFoundSequenceKeepsWhatIsInIt() {
    AttributesViewModel model = open(named("A"));
    model.searchProperty().set("ViewCode");
    AttributeSearch.Shown sequence = model.foundProperty().get().rows().get(0);
    assertThat(sequence.open()).isFalse();
    assertThat(sequence.children().get(0).children()).hasSize(1);
  }

  @Test
  void nothingFoundIsSaidAndAnEmptySearchShowsAllAgain() {
    AttributesViewModel model = open(named("A"));
    model.searchProperty().set("no such thing");
    assertThat(model.summaryProperty().get()).isEqualTo("0 of 5 elements");
    model.searchProperty().set("");
    assertThat(model.foundProperty().get().rows()).hasSize(4);
  }

  @Test
  void aFileThatCannotBeReadSaysWhy() {
    AttributesViewModel model =
        over(
            path -> {
              throw new Failure(ErrorCode.TRUNCATED, "It ends early.", "Export it again.");
            });
    file.set(ONE);
    runner.doAll();
    assertThat(model.summaryProperty().get()).isEqualTo("It ends early. Export it again.");
    assertThat(model.foundProperty().get().rows()).isEmpty();
  }

  @Test
  void aPictureFileShowsItsFactsOnceItIsAFilm() {
    AttributesViewModel model = over(path -> Optional.empty());
    file.set(Path.of("a.png"));
    runner.doAll();
    assertThat(model.summaryProperty().get()).isEqualTo("0 facts");
    film.set(TestFilms.film(Path.of("a.png"), 300, 200, 1));
    assertThat(model.allText()).contains("Columns\t300").contains("Format\tPNG");
  }

  @Test
  void longValuesAreShortenedInTheRowAndWholeOnDemand() {
    String text = "long ".repeat(100).strip();
    DataSet header =
        DataSet.builder()
            .put(
                negatoscope.dicom.Attribute.of(
                    0x00204000,
                    Vr.LT,
                    text.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                    negatoscope.dicom.CharacterSet.DEFAULT))
            .bytes(0x00091001, Vr.UN, new byte[200])
            .build();
    List<AttributeRow> rows = AttributeRows.of(header);
    assertThat(rows.get(0).value()).startsWith("200 bytes: 00 00").endsWith("…");
    assertThat(rows.get(0).whole().get().lines()).hasSize(13);
    assertThat(rows.get(1).value()).hasSizeLessThanOrEqualTo(240).endsWith("…");
    assertThat(rows.get(1).whole().get()).isEqualTo(text);
  }

  @Test
  void keywordsAreSplitIntoWords() {
    assertThat(AttributeRows.words("SOPInstanceUID")).isEqualTo("SOP Instance UID");
    assertThat(AttributeRows.words("VOILUTSequence")).isEqualTo("VOI LUT Sequence");
    assertThat(AttributeRows.words("WindowCenterWidthExplanation"))
        .isEqualTo("Window Center Width Explanation");
    assertThat(AttributeRows.words("KVP")).isEqualTo("KVP");
  }

  @Test
  @NeedsShared
  void privateElementsNameTheirCreatorAndNestedOnesTheirPlace() {
    AttributesViewModel model = over(Intake.withBuiltInToolkit()::header);
    file.set(Shared.path("dicom/films/private-nested.dcm"));
    runner.doAll();
    model.searchProperty().set("FICTIVE LAB");
    assertThat(model.foundProperty().get().rows())
        .extracting(shown -> shown.row().name())
        .contains("Private Creator", "Private, FICTIVE LAB 1.0");
    model.searchProperty().set("Localizer");
    assertThat(model.allText())
        .isEqualTo(
            """
            (0008,2112)\tSQ\tSourceImageSequence\t1 item
              Item 1
                (0040,A170)\tSQ\tPurposeOfReferenceCodeSequence\t1 item
                  Item 1
                    (0008,0104)\tLO\tCodeMeaning\tLocalizer
            """);
  }
}
