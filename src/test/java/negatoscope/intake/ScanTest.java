package negatoscope.intake;

import static negatoscope.intake.PngMaker.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;
import negatoscope.dicom.builtin.BuiltInToolkit;
import negatoscope.intake.PassedOver.Reason;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Progress;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a scan finds, and what it says of the rest. */
class ScanTest {
  private static final byte[] PNG = new PngMaker(1, 1, 8, 0).rows(row(1)).end();
  private static final DicomToolkit TOOLKIT = new BuiltInToolkit();

  private final Intake intake = new Intake(TOOLKIT);
  private final Path folder;

  ScanTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<Found> scan(Path... paths) {
    List<Found> found = new ArrayList<>();
    intake.scan(List.of(paths), found::add, new Cancellation(), Progress.NONE);
    return found;
  }

  private static List<Path> films(List<Found> found) {
    return found.stream().filter(FoundFilm.class::isInstance).map(Found::file).toList();
  }

  private static List<Reason> reasons(List<Found> found) {
    return found.stream()
        .filter(PassedOver.class::isInstance)
        .map(one -> ((PassedOver) one).reason())
        .toList();
  }

  static DataSet.Builder film(String uid) {
    return DataSet.builder()
        .text(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.1.1")
        .text(Tag.SOP_INSTANCE_UID, uid)
        .text(Tag.PATIENT_NAME, "PHANTOM^One")
        .text(Tag.PATIENT_ID, "P1")
        .text(Tag.STUDY_INSTANCE_UID, "2.25.1")
        .text(Tag.STUDY_DATE, "20260203")
        .text(Tag.STUDY_DESCRIPTION, "Chest")
        .text(Tag.SERIES_INSTANCE_UID, "2.25.2")
        .text(Tag.MODALITY, "DX")
        .text(Tag.VIEW_POSITION, "PA")
        .integers(Tag.SERIES_NUMBER, 4)
        .integers(Tag.INSTANCE_NUMBER, 7)
        .integers(Tag.ROWS, 1)
        .integers(Tag.COLUMNS, 2)
        .integers(Tag.SAMPLES_PER_PIXEL, 1)
        .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
        .integers(Tag.BITS_ALLOCATED, 16)
        .integers(Tag.BITS_STORED, 12)
        .integers(Tag.HIGH_BIT, 11)
        .integers(Tag.PIXEL_REPRESENTATION, 0)
        .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[4]);
  }

  static Path write(Path file, DataSet.Builder set) {
    TOOLKIT.write(file, set.build());
    return file;
  }

  @Test
  void aFilmIsFoundWithWhatItsHeaderSays() {
    Path file = write(folder.resolve("film"), film("2.25.3"));
    FoundFilm found = (FoundFilm) scan(folder).get(0);
    assertThat(found)
        .isEqualTo(
            new FoundFilm(
                file,
                new FilmHeading(
                    "DICOM",
                    "PHANTOM^One",
                    "P1",
                    "2.25.1",
                    "20260203",
                    "",
                    "Chest",
                    "2.25.2",
                    4,
                    "",
                    "DX",
                    "2.25.3",
                    7,
                    "PA",
                    1,
                    1,
                    2)));
  }

  @Test
  void whatIsNoFilmIsPassedOverWithItsReason() throws IOException {
    Path film = write(folder.resolve("a"), film("2.25.3"));
    write(folder.resolve("b"), film("2.25.3"));
    write(
        folder.resolve("c"),
        DataSet.builder()
            .text(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.88.11")
            .text(Tag.SOP_INSTANCE_UID, "2.25.9"));
    Files.write(folder.resolve("d"), new byte[0]);
    Files.writeString(folder.resolve("e.dcm"), "a letter");
    Files.write(folder.resolve("f.docx"), new byte[] {'P', 'K', 3, 4, 0, 0});
    Files.createSymbolicLink(folder.resolve("g"), folder.resolve("nowhere"));
    Files.write(folder.resolve("h"), new byte[] {8, 0, 5, 0, 'C', 'S', 99, 99, 1});
    List<Found> found = scan(folder);
    assertThat(films(found)).containsExactly(film);
    assertThat(reasons(found))
        .containsExactly(
            Reason.DUPLICATE,
            Reason.NO_PICTURE,
            Reason.EMPTY,
            Reason.NOT_A_FILM,
            Reason.ARCHIVE,
            Reason.UNREADABLE,
            Reason.DAMAGED);
    assertThat(found)
        .filteredOn(PassedOver.class::isInstance)
        .allSatisfy(
            one ->
                assertThat(((PassedOver) one).sentence())
                    .contains(one.file().getFileName().toString())
                    .endsWith("."));
    assertThat(intake.list(folder).films()).containsExactly(film, folder.resolve("b"));
    assertThat(intake.list(folder).passedOver()).hasSize(6);
  }

  @Test
  void aDamagedFilmIsRefusedNotPassedOver() throws IOException {
    byte[] whole = Files.readAllBytes(write(folder.resolve("whole"), film("2.25.3")));
    Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(whole, 300));
    assertThat(scan(folder))
        .filteredOn(Refused.class::isInstance)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.file()).isEqualTo(cut);
              assertThat(((Refused) one).failure().code()).isEqualTo(ErrorCode.TRUNCATED);
            });
  }

  @Test
  void whatWasNamedIsAnEntryWhateverItIs() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "no film");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    List<Found> found = scan(text, empty, folder.resolve("missing"));
    assertThat(found)
        .extracting(one -> ((Refused) one).failure().code())
        .containsExactly(ErrorCode.NOT_A_FILM, ErrorCode.NOT_A_FILM, ErrorCode.NOT_FOUND);
    assertThat(((Refused) found.get(1)).failure().sentence()).isEqualTo("empty holds no film.");
  }

  @Test
  void aFolderThatMayNotBeReadIsSaidAndTheRestIsFound() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.write(closed.resolve("unseen.png"), PNG);
    Path seen = Files.write(folder.resolve("seen.png"), PNG);
    List<Path> files = new ArrayList<>();
    List<Path> unreadable = new ArrayList<>();
    FolderWalk.Lister real = Files::newDirectoryStream;
    new FolderWalk(
            new FolderWalk.Taker() {
              @Override
              public void file(Path file) {
                files.add(file);
              }

              @Override
              public void unreadable(Path path, IOException problem) {
                unreadable.add(path);
              }
            },
            at -> {
              if (at.equals(closed)) {
                throw new AccessDeniedException(at.toString());
              }
              return real.children(at);
            })
        .walk(folder);
    assertThat(files).containsExactly(seen);
    assertThat(unreadable).containsExactly(closed);
  }

  @Test
  @Timeout(20)
  void linksThatMultiplyAreWalkedOnce() throws IOException {
    Path film = Files.write(folder.resolve("film.png"), PNG);
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    for (int i = 0; i < 40; i++) {
      Files.createSymbolicLink(inner.resolve("up" + i), folder);
      Files.createSymbolicLink(folder.resolve("down" + i), inner);
    }
    Files.createSymbolicLink(folder.resolve("self"), folder.resolve("self"));
    List<Found> found = scan(folder);
    assertThat(films(found)).containsExactly(film);
    assertThat(reasons(found)).containsExactly(Reason.UNREADABLE);
  }

  @Test
  void cancellingEndsTheScanAndKeepsWhatWasFound() throws IOException {
    for (int i = 0; i < 300; i++) {
      Files.write(folder.resolve("film%03d.png".formatted(i)), PNG);
    }
    Cancellation cancellation = new Cancellation();
    List<Found> found = new ArrayList<>();
    assertThatThrownBy(
            () ->
                intake.scan(
                    List.of(folder),
                    one -> {
                      found.add(one);
                      cancellation.cancel();
                    },
                    cancellation,
                    Progress.NONE))
        .isInstanceOf(CancellationException.class);
    assertThat(found).isNotEmpty();
    assertThat(found.size()).isLessThan(300);
  }

  @Test
  @NeedsShared
  void theCorpusDirectoryLeadsToItsFilms() {
    Path directory = Shared.path("dicom/films/dicomdir/DICOMDIR");
    List<Found> found = scan(directory);
    assertThat(films(found))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("IM00", "IM01", "IM20", "IM10");
    assertThat(reasons(found)).containsExactly(Reason.DIRECTORY);
    assertThat(intake.films(directory)).hasSize(4).isSorted();
    assertThat(films(scan(Shared.path("dicom/films/dicomdir")))).hasSize(4);
  }

  @Test
  void aDirectoryThatLiesIsToldAndOneWithoutRecordsGivesWayToItsFolder() throws IOException {
    Path film = write(folder.resolve("FILM"), film("2.25.3"));
    Files.write(Files.createDirectory(folder.resolve("more")).resolve("other.png"), PNG);
    DataSet.Builder lies =
        directory(
            record("PATIENT"),
            record("STUDY"),
            record("SERIES"),
            image("FILM"),
            image("GONE"),
            image("..\\secret"));
    Path directory = write(folder.resolve("DICOMDIR"), lies);
    List<Found> followed = scan(directory);
    assertThat(films(followed)).containsExactly(film);
    assertThat(reasons(followed)).containsExactly(Reason.DIRECTORY, Reason.MISSING, Reason.MISSING);
    assertThat(((PassedOver) followed.get(2)).sentence()).contains("DICOMDIR", "GONE");
    assertThat(reasons(scan(folder))).containsAll(List.of(Reason.DIRECTORY, Reason.MISSING));
    write(directory, directory());
    List<Found> around = scan(directory);
    assertThat(films(around)).containsExactly(film, folder.resolve("more/other.png"));
    assertThat(reasons(around)).containsExactly(Reason.DAMAGED);
  }

  private static DataSet.Builder directory(DataSet... records) {
    return DataSet.builder()
        .text(Tag.SOP_CLASS_UID, "1.2.840.10008.1.3.10")
        .text(Tag.SOP_INSTANCE_UID, "2.25.77")
        .items(Tag.DIRECTORY_RECORD_SEQUENCE, records);
  }

  private static DataSet record(String type) {
    return DataSet.builder().text(Tag.DIRECTORY_RECORD_TYPE, type).build();
  }

  private static DataSet image(String file) {
    return DataSet.builder()
        .text(Tag.DIRECTORY_RECORD_TYPE, "IMAGE")
        .text(Tag.REFERENCED_FILE_ID, file.split("\\\\"))
        .build();
  }
}
