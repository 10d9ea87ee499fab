package negatoscope.intake;

import static negatoscope.intake.PngMaker.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.intake.PassedOver.Reason;
import negatoscope.intake.archive.ZipArchive;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Progress;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Films in ZIP archives, and archives that mean harm. */
class ArchiveTest {
  private static final byte[] PNG = new PngMaker(1, 1, 8, 0).rows(row(1)).end();

  private final Intake intake = Intake.withBuiltInToolkit();
  private final Path folder;

  ArchiveTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private interface Filling {
    void fill(ZipOutputStream zip) throws IOException;
  }

  private static byte[] zip(Filling filling) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      filling.fill(zip);
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private List<Found> scan(Path path) {
    List<Found> found = new ArrayList<>();
    intake.scan(List.of(path), found::add, new Cancellation(), Progress.NONE);
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

  @Test
  void filmsInAnArchiveAreFoundByTheirHeadersAndOpened() throws IOException {
    byte[] dicom = Files.readAllBytes(ScanTest.write(folder.resolve("x"), ScanTest.film("2.25.3")));
    Path archive =
        Files.write(
            folder.resolve("export.of.a.hospital"),
            zip(
                zip -> {
                  zip.putNextEntry(new ZipEntry("IMAGES/"));
                  entry(zip, "IMAGES/IM01", dicom);
                  entry(zip, "a.png", PNG);
                  entry(zip, "Ä\u5f71.png", PNG);
                  entry(zip, "notes.txt", new byte[] {65});
                }));
    List<Found> found = scan(archive);
    assertThat(films(found))
        .extracting(Path::toString)
        .containsExactly(archive + "!/IMAGES/IM01", archive + "!/a.png", archive + "!/Ä\u5f71.png");
    assertThat(reasons(found)).containsExactly(Reason.NOT_A_FILM);
    assertThat(((FoundFilm) found.get(0)).heading().patientName()).isEqualTo("PHANTOM^One");
    assertThat(intake.films(archive)).containsExactlyElementsOf(films(found));
    Path entry = films(found).get(0);
    Film film = intake.openFirst(entry);
    assertThat(film.provenance().file()).isEqualTo(entry);
    assertThat(film.width()).isEqualTo(2);
    assertThat(intake.openFirst(films(found).get(1)).samples().at(0)).isEqualTo(1);
    assertThat(entry.getFileName().toString()).isEqualTo("IM01");
    assertThat(entry.getParent()).hasToString(archive + "!/IMAGES");
  }

  @Test
  void anEntryIsReadLikeAFileFromAnyPlace() throws IOException {
    byte[] bytes = new byte[100_000];
    new java.util.Random(3).nextBytes(bytes);
    System.arraycopy(PNG, 0, bytes, 0, PNG.length);
    Path archive = Files.write(folder.resolve("x.zip"), zip(zip -> entry(zip, "a.png", bytes)));
    Path path = films(scan(archive)).get(0);
    assertThat(path).isRegularFile().hasSize(bytes.length).hasBinaryContent(bytes);
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      for (int at : new int[] {50_000, 3, 99_990, 100_000, 200_000, 0}) {
        ByteBuffer some = ByteBuffer.allocate(20);
        channel.position(at);
        int count = 0;
        while (count >= 0 && some.hasRemaining()) {
          count = channel.read(some);
        }
        byte[] read = java.util.Arrays.copyOf(some.array(), some.position());
        int from = Math.min(at, bytes.length);
        int to = Math.min(at + 20, bytes.length);
        assertThat(read).isEqualTo(java.util.Arrays.copyOfRange(bytes, from, to));
      }
      assertThat(channel.size()).isEqualTo(bytes.length);
    }
  }

  @Test
  void entriesThatAreReadAtTheSameTimeDoNotGetInEachOthersWay() throws IOException {
    byte[] film = Files.readAllBytes(ScanTest.write(folder.resolve("x"), ScanTest.film("2.25.3")));
    String text = new String(film, StandardCharsets.ISO_8859_1);
    Path archive =
        Files.write(
            folder.resolve("x.zip"),
            zip(
                zip -> {
                  for (int i = 1000; i < 4000; i++) {
                    byte[] one =
                        text.replace("PHANTOM^One", "PHANTOM" + i)
                            .replace("2.25.3", "2.25." + i % 10)
                            .getBytes(StandardCharsets.ISO_8859_1);
                    entry(zip, "IM" + i, one);
                  }
                }));
    List<Found> found = scan(archive);
    assertThat(found).hasSize(3000);
    assertThat(found)
        .noneMatch(Refused.class::isInstance)
        .filteredOn(FoundFilm.class::isInstance)
        .hasSize(10);
    assertThat(reasons(found)).containsOnly(Reason.DUPLICATE);
    assertThat(films(scan(archive)).parallelStream().map(intake::openFirst)).hasSize(10);
  }

  @Test
  void aPathInAnArchiveIsTheSameWheneverItWasOpenedAndNothingStaysOpen() throws IOException {
    Path archive = Files.write(folder.resolve("x.zip"), zip(zip -> entry(zip, "a.png", PNG)));
    Path once = films(scan(archive)).get(0);
    Path again = films(scan(archive)).get(0);
    assertThat(once).isEqualTo(again).hasSameHashCodeAs(again);
    Files.delete(archive);
    Assertions.assertThatThrownBy(() -> intake.openFirst(once))
        .isInstanceOfSatisfying(
            FilmException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  @Test
  void namesThatLeadOutOfTheArchiveAreNamesAndNoMore() throws IOException {
    Path secret = Files.write(folder.resolve("secret.png"), PNG);
    Path inner = Files.createDirectory(folder.resolve("inner"));
    byte[] other = new PngMaker(2, 1, 8, 0).rows(row(1, 2)).end();
    Path archive =
        Files.write(
            inner.resolve("x.zip"),
            zip(
                zip -> {
                  entry(zip, "../secret.png", other);
                  entry(zip, secret.toString(), other);
                  entry(zip, "..\\..\\b.png", other);
                }));
    List<Path> films = films(scan(archive));
    assertThat(films).hasSize(3);
    assertThat(films)
        .allSatisfy(film -> assertThat(intake.openFirst(film).width()).isEqualTo(2))
        .allSatisfy(film -> assertThat(film.normalize().toString()).startsWith(archive + "!/"));
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactlyInAnyOrder(secret, archive);
    }
  }

  @Test
  void archivesInArchivesAreSaidAndNotFollowed() throws IOException {
    byte[] nested = zip(zip -> entry(zip, "film.png", PNG));
    Path archive =
        Files.write(
            folder.resolve("x.zip"),
            zip(
                zip -> {
                  entry(zip, "a.png", PNG);
                  entry(zip, "nested.zip", nested);
                }));
    List<Found> found = scan(archive);
    assertThat(films(found)).hasSize(1);
    assertThat(reasons(found)).containsExactly(Reason.ARCHIVE);
  }

  @Test
  @NeedsShared
  void theFilmsOfADiscInAnArchiveAreFoundAndItsDirectoryIsToldAsWhatItIs() throws IOException {
    Path disc = Shared.path("dicom/films/dicomdir");
    Path archive =
        Files.write(
            folder.resolve("disc.zip"),
            zip(
                zip -> {
                  for (String name :
                      List.of("DICOMDIR", "IMAGES/IM00", "IMAGES/IM01", "IMAGES/IM10")) {
                    entry(zip, name, Files.readAllBytes(disc.resolve(name)));
                  }
                  entry(zip, "__MACOSX/IMAGES/._IM00", new byte[] {0, 5, 22, 7});
                  entry(zip, ".DS_Store", new byte[] {0});
                }));
    List<Found> found = scan(archive);
    assertThat(films(found)).hasSize(3);
    assertThat(reasons(found)).containsExactly(Reason.DIRECTORY);
  }

  @Test
  void encryptedEntriesAreSaid() throws IOException {
    byte[] bytes =
        zip(
            zip -> {
              entry(zip, "a.png", PNG);
              entry(zip, "secret.png", PNG);
            });
    Path archive = Files.write(folder.resolve("x.zip"), flagged(bytes, "secret.png"));
    List<Found> found = scan(archive);
    assertThat(films(found)).hasSize(1);
    assertThat(reasons(found)).containsExactly(Reason.ENCRYPTED);
    assertThat(((PassedOver) found.get(1)).sentence()).contains("secret.png", "password");
  }

  /** Sets the encryption bit of an entry, in the directory and before the entry itself. */
  private static byte[] flagged(byte[] zip, String name) {
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    zip[text.indexOf(name) - 30 + 6] |= 1;
    zip[text.lastIndexOf(name) - 46 + 8] |= 1;
    return zip;
  }

  @Test
  @Timeout(20)
  void aBombIsNotUnpacked() throws IOException {
    byte[] zeros = new byte[1 << 20];
    Path archive =
        Files.write(
            folder.resolve("x.zip"),
            zip(
                zip -> {
                  zip.putNextEntry(new ZipEntry("bomb.png"));
                  zip.write(PNG);
                  for (int i = 0; i < 300; i++) {
                    zip.write(zeros);
                  }
                  zip.closeEntry();
                  entry(zip, "a.png", PNG);
                }));
    List<Found> found = scan(archive);
    assertThat(films(found)).hasSize(1);
    assertThat(reasons(found)).containsExactly(Reason.NOT_UNPACKED);
  }

  @Test
  void anEntryThatGivesMoreThanItAnnouncesIsNotRead() throws IOException {
    byte[] bytes = zip(zip -> entry(zip, "a.png", PNG));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.lastIndexOf("a.png") - 46 + 24] = 20;
    List<Found> found = scan(Files.write(folder.resolve("x.zip"), bytes));
    assertThat(films(found)).isEmpty();
    assertThat(reasons(found)).containsExactly(Reason.UNREADABLE);
  }

  @Test
  void damagedEmptyAndOvercrowdedArchivesSayWhatTheyAre() throws IOException {
    byte[] good = zip(zip -> entry(zip, "a.png", PNG));
    Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(good, 60));
    Path empty = Files.write(folder.resolve("empty.zip"), zip(zip -> {}));
    Path crowded =
        Files.write(
            folder.resolve("crowded.zip"),
            zip(
                zip -> {
                  for (int i = 0; i < ZipArchive.MOST_ENTRIES + 1; i++) {
                    entry(zip, "a-rather-long-name-for-nothing-at-all-in-it-" + i, new byte[0]);
                  }
                }));
    assertThat(refused(cut)).isEqualTo(ErrorCode.BAD_HEADER);
    assertThat(refused(empty)).isEqualTo(ErrorCode.NOT_A_FILM);
    assertThat(refused(crowded)).isEqualTo(ErrorCode.TOO_LARGE);
  }

  private ErrorCode refused(Path archive) {
    List<Found> found = scan(archive);
    assertThat(found).hasSize(1);
    return ((Refused) found.get(0)).failure().code();
  }
}
