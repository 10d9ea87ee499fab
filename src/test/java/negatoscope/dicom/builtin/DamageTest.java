package negatoscope.dicom.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DataSets;
import negatoscope.dicom.Tag;
import negatoscope.film.FilmException;
import negatoscope.intake.Intake;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Whatever is done to a file, it opens or is refused with a reason, in bounded time. */
class DamageTest {
  private static final Duration MOST = Duration.ofSeconds(5);
  private static final Intake INTAKE = Intake.withBuiltInToolkit();

  @Property(tries = 1000)
  void noiseIsRefused(@ForAll @Size(max = 400) byte[] noise) throws IOException {
    openOrRefuse(noise);
  }

  @Property(tries = 1000)
  void noiseAfterAPreambleIsRefused(@ForAll @Size(max = 400) byte[] noise) throws IOException {
    byte[] file = new byte[132 + noise.length];
    System.arraycopy("DICM".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, file, 128, 4);
    System.arraycopy(noise, 0, file, 132, noise.length);
    openOrRefuse(file);
  }

  @Property(tries = 1000)
  void noiseOfElementsIsRefused(@ForAll("elements") byte[] noise) throws IOException {
    openOrRefuse(noise);
  }

  @Property(tries = 1500)
  void changedBytesOfAFilmAreNoticedOrHarmless(@ForAll Random random) throws IOException {
    DataSet item = DataSet.builder().text(Tag.CODE_MEANING, "postero-anterior").build();
    DataSet set =
        DataSets.film(16, 16)
            .text(Tag.SPECIFIC_CHARACTER_SET, "", "ISO 2022 IR 87")
            .items(Tag.VIEW_CODE_SEQUENCE, item, item)
            .decimals(Tag.WINDOW_CENTER, 1000)
            .decimals(Tag.WINDOW_WIDTH, 2000)
            .integers(Tag.NUMBER_OF_FRAMES, 1)
            .build();
    openOrRefuse(mutated(DicomWriter.bytes(set), random));
  }

  /** Every film of the corpus and every damaged one, cut and changed in many places. */
  @Test
  @NeedsShared
  void changedBytesOfSharedFilesAreNoticedOrHarmless() throws IOException {
    List<Path> files;
    try (Stream<Path> films = Files.list(Shared.path("dicom/films"));
        Stream<Path> broken = Files.list(Shared.path("dicom/broken"));
        Stream<Path> pictures = Files.list(Shared.path("films/images/cohen"))) {
      files =
          Stream.of(films, broken, pictures.sorted().limit(5))
              .flatMap(all -> all)
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
    }
    Random random = new Random(20261123);
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      for (int i = 0; i < 12; i++) {
        openOrRefuse(mutated(whole, random));
      }
    }
  }

  @Provide
  Arbitrary<byte[]> elements() {
    Arbitrary<byte[]> pieces =
        Arbitraries.of(
            new byte[] {8, 0, 5, 0},
            new byte[] {8, 0, 0x16, 0},
            new byte[] {0x28, 0, 0x10, 0},
            new byte[] {(byte) 0xE0, 0x7F, 0x10, 0},
            new byte[] {(byte) 0xFE, (byte) 0xFF, 0, (byte) 0xE0},
            new byte[] {(byte) 0xFE, (byte) 0xFF, 0x0D, (byte) 0xE0},
            new byte[] {'S', 'Q', 0, 0},
            new byte[] {'U', 'N', 0, 0},
            new byte[] {'U', 'S', 2, 0},
            new byte[] {-1, -1, -1, -1},
            new byte[] {4, 0, 0, 0},
            new byte[] {0, 0, 0, 0});
    return pieces
        .list()
        .ofMaxSize(60)
        .map(
            list -> {
              byte[] file = new byte[8 + 4 * list.size()];
              System.arraycopy(new byte[] {8, 0, 5, 0, 'C', 'S', 0, 0}, 0, file, 0, 8);
              for (int i = 0; i < list.size(); i++) {
                System.arraycopy(list.get(i), 0, file, 8 + 4 * i, 4);
              }
              return file;
            });
  }

  private static byte[] mutated(byte[] whole, Random random) {
    byte[] file =
        random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length + 1)) : whole;
    file = file == whole ? whole.clone() : file;
    int header = Math.min(file.length, 2000);
    for (int i = random.nextInt(12); i > 0 && header > 0; i--) {
      int at = random.nextInt(random.nextBoolean() ? header : file.length);
      file[at] = (byte) (random.nextInt(3) == 0 ? 0xFF : random.nextInt(256));
    }
    return file;
  }

  private static void openOrRefuse(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("damaged", ".bin");
    try {
      Files.write(file, bytes);
      assertTimeoutPreemptively(
          MOST,
          () -> {
            try {
              assertThat(INTAKE.open(file)).isNotEmpty();
            } catch (FilmException e) {
              assertThat(e.sentence()).isNotEmpty();
            }
          });
    } finally {
      Files.delete(file);
    }
  }
}
