package negatoscope.training.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.tensor.Turn;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.PatientSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetScanTest {
  @TempDir Path folder;
  private final AtomicInteger opened = new AtomicInteger();

  @BeforeEach
  void draw() throws IOException {
    for (int i = 0; i < 6; i++) {
      write("films/a/" + i + ".png", "film " + i);
      write("films/b/" + i + ".png", "film " + (i + 10));
    }
  }

  @Test
  void aSecondScanOpensNothingAndSeesTheSame() throws IOException {
    ScannedSet first = scan();
    assertThat(opened.getAndSet(0)).isEqualTo(12);
    ScannedSet second = scan();
    assertThat(opened).hasValue(0);
    assertThat(second.films()).isEqualTo(first.films());
    touch("films/a/0.png");
    write("films/a/1.png", "film 77");
    scan();
    assertThat(opened).hasValue(1);
  }

  @Test
  void aFilmThatCannotBeReadIsKeptWithItsReasonAndLeftOutOfTheRest() throws IOException {
    write("films/a/broken.png", "broken");
    ScannedSet set = scan();
    assertThat(scan().films()).isEqualTo(set.films());
    assertThat(set.films().get(6).state())
        .isEqualTo(new FilmState.Unreadable(ErrorCode.CORRUPT_PIXELS, "broken.png is broken."));
    assertThat(set.readable().films()).hasSize(12);
    ScanReport report = ScanReport.of(set, 32, new Cancellation());
    assertThat(report.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Finding.Kind.UNREADABLE);
              assertThat(finding.films()).containsExactly(6);
              assertThat(finding.sentence()).contains("One film (a/broken.png) cannot be read");
            });
  }

  @Test
  void aClassOfWhichNothingCanBeReadIsRefused() throws IOException {
    write("films/c/0.png", "broken");
    ScannedSet set = scan();
    assertThatThrownBy(() -> ScanReport.of(set, 32, new Cancellation()))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(ErrorCode.BAD_DATASET);
              assertThat(failure.sentence()).contains("class c", "can be read");
            });
  }

  @Test
  void filmsOfTheSameContentOrTurnedAreFoundAcrossClassesAndKeptTogether() throws IOException {
    write("films/b/copy.png", "film 0");
    write("films/b/turned.png", "turn 3");
    ScannedSet set = scan();
    assertThat(set.copies())
        .extracting(CopyPair::first, CopyPair::second, CopyPair::exact, CopyPair::turn)
        .containsExactly(tuple(0, 12, true, Turn.UPRIGHT), tuple(3, 13, false, Turn.HALF));
    assertThat(set.duplicates())
        .allMatch(DuplicateGroup::acrossClasses)
        .extracting(DuplicateGroup::exact)
        .containsExactly(true, false);
    assertThat(set.groups().of(13)).isEqualTo(set.groups().of(3));
    assertThat(set.without(Set.of(0)).copies())
        .singleElement()
        .satisfies(pair -> assertThat(pair.first()).isEqualTo(2));
  }

  @Test
  void theFilesPatientIsTakenWhereNobodyElseSays() throws IOException {
    write("films/a/0.png", "film 0 of PHANTOM");
    ScannedSet set = scan();
    assertThat(set.dataSet().films().get(0).patient()).isEqualTo("PHANTOM");
    assertThat(set.dataSet().films().get(0).patientSource()).isEqualTo(PatientSource.DICOM);
    assertThat(set.dataSet().films().get(1).patientSource()).isEqualTo(PatientSource.FILM);
  }

  @Test
  void aCancelledScanRemembersWhatItSaw() {
    Cancellation cancellation = new Cancellation();
    Progress stop =
        (done, total, message) -> {
          if (done == 5) {
            cancellation.cancel();
          }
        };
    DataSetScan scan = new DataSetScan(this::open, folder.resolve("cache"));
    assertThatThrownBy(() -> scan.run(dataSet(), stop, cancellation))
        .isInstanceOf(CancellationException.class);
    opened.set(0);
    scan();
    assertThat(opened.get()).isLessThanOrEqualTo(7);
  }

  @Test
  void aDamagedCacheIsFoundOutAgainAndOneThatCannotBeWrittenIsNoFailure() throws IOException {
    ScannedSet set = scan();
    try (Stream<Path> files = Files.list(folder.resolve("cache").resolve("data-sets"))) {
      Path file = files.findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }
    assertThat(scan().films()).isEqualTo(set.films());
    Files.writeString(folder.resolve("file"), "");
    assertThat(
            new DataSetScan(this::open, folder.resolve("file"))
                .run(dataSet(), Progress.NONE, new Cancellation())
                .films())
        .isEqualTo(set.films());
  }

  private ScannedSet scan() {
    return new DataSetScan(this::open, folder.resolve("cache"))
        .run(dataSet(), Progress.NONE, new Cancellation());
  }

  private DataSet dataSet() {
    return DataSet.scan(folder.resolve("films"), DataSet.Options.NONE, this::below);
  }

  private List<Path> below(Path inner) {
    try (Stream<Path> files = Files.walk(inner)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A film of grey blobs that depend on the file's text alone. */
  private Film open(Path file) {
    opened.incrementAndGet();
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (text.equals("broken")) {
      throw new FilmException(ErrorCode.CORRUPT_PIXELS, file, "is broken.", "Send it again.");
    }
    String[] words = text.split(" ");
    int side = 96;
    byte[] pixels = new byte[side * side];
    Random random = new Random(Long.parseLong(words[1]));
    for (int blob = 0; blob < 60; blob++) {
      int x = random.nextInt(side);
      int y = random.nextInt(side);
      int size = 3 + random.nextInt(9);
      byte grey = (byte) random.nextInt(256);
      for (int row = y; row < Math.min(side, y + size); row++) {
        Arrays.fill(pixels, row * side + x, row * side + Math.min(side, x + size), grey);
      }
    }
    if (words[0].equals("turn")) {
      for (int i = 0, j = pixels.length - 1; i < j; i++, j--) {
        byte pixel = pixels[i];
        pixels[i] = pixels[j];
        pixels[j] = pixel;
      }
    }
    String patient = words.length > 3 ? words[3] : "";
    Provenance from =
        new Provenance(file, 1, 1, "PNG", "8 bit grey", "", patient, "", "", "", "", "", "", "");
    return Film.ofPicture(Samples.of8(side, side, 8, false, pixels), from);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void touch(String name) throws IOException {
    Files.setLastModifiedTime(folder.resolve(name), FileTime.fromMillis(1_000_000));
  }
}
