package negatoscope.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import negatoscope.task.AtomicFiles;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Whatever a ZIP holds, an import gives the model that its card speaks of, or fails and leaves
 * everything as it was.
 */
class HostileZipProperties {
  private static Path model = Path.of("");

  private Path folder = Path.of("");
  private Library library = new Library(new Home(folder));

  @BeforeContainer
  static void makeModel() throws IOException {
    model = Files.createTempDirectory("model");
    SampleCards.write(model, SampleCards.full("theirs"), SampleCards.graph("theirs"));
  }

  @AfterContainer
  static void deleteModel() throws IOException {
    AtomicFiles.delete(model);
  }

  @BeforeTry
  void makeHome() throws IOException {
    folder = Files.createTempDirectory("hostile");
    library = new Library(new Home(folder.resolve("a").resolve("home")));
    Files.createDirectories(library.folder("x").getParent());
  }

  @AfterTry
  void deleteHome() throws IOException {
    AtomicFiles.delete(folder);
  }

  /** Something to put into a ZIP. */
  private interface Addition {
    void to(ZipArchiveOutputStream zip) throws IOException;
  }

  private static byte[] zip(String prefix, Addition... additions) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (String name : List.of(Model.CARD, Model.GRAPH, Model.EVALUATION, Model.LICENCES)) {
        entry(prefix + name, Files.readAllBytes(model.resolve(name))).to(zip);
      }
      for (Addition addition : additions) {
        addition.to(zip);
      }
    }
    return bytes.toByteArray();
  }

  private static Addition entry(String name, byte[] content) {
    return entry(new ZipArchiveEntry(name), content);
  }

  private static Addition entry(ZipArchiveEntry entry, byte[] content) {
    return zip -> {
      zip.putArchiveEntry(entry);
      zip.write(content);
      zip.closeArchiveEntry();
    };
  }

  /** Bytes that are all zero, and pack well. */
  private static Addition zeros(String name, int megabytes) {
    return zip -> {
      zip.setLevel(Deflater.BEST_SPEED);
      zip.putArchiveEntry(new ZipArchiveEntry(name));
      for (int i = 0; i < megabytes; i++) {
        zip.write(new byte[1 << 20]);
      }
      zip.closeArchiveEntry();
    };
  }

  /** The code of the failure, or empty if the whole model was taken; nothing between. */
  private Optional<ErrorCode> outcome(byte[] zip) throws IOException {
    Path file = Files.write(folder.resolve("a").resolve("m.zip"), zip);
    Map<String, String> before = Tree.of(folder);
    try {
      Model taken =
          library.importModel(file, Optional.of("taken"), Progress.NONE, new Cancellation());
      assertThat(taken.intact()).isTrue();
      for (Path each : filesOf(taken)) {
        Path own = model.resolve(each.getFileName());
        if (!own.endsWith(Model.CARD)) {
          assertThat(each).hasSameBinaryContentAs(own);
        }
      }
      AtomicFiles.delete(taken.folder());
      assertThat(Tree.of(folder)).as("nothing beside the model's folder").isEqualTo(before);
      return Optional.empty();
    } catch (Failure e) {
      assertThat(Tree.of(folder)).as("%s changes nothing", e.code()).isEqualTo(before);
      return Optional.of(e.code());
    }
  }

  private static List<Path> filesOf(Model taken) throws IOException {
    try (Stream<Path> files = Files.list(taken.folder())) {
      return files.toList();
    }
  }

  @Example
  void aWholeZipIsTaken() throws IOException {
    assertThat(outcome(zip(""))).isEmpty();
    assertThat(outcome(zip("folder/", entry("readme.txt", new byte[9])))).isEmpty();
  }

  @Provide
  Arbitrary<String> hostileNames() {
    Arbitrary<String> steps =
        Arbitraries.of("..", "a", "variables", "card.json", "home", "models", ".", "", " ");
    Arbitrary<String> starts =
        Arbitraries.of("/", "../", "C:/", "C:\\", "\\\\server\\", "a/../../");
    Arbitrary<String> ends =
        steps.list().ofMinSize(1).ofMaxSize(4).map(all -> String.join("/", all));
    return net.jqwik.api.Combinators.combine(starts, ends).as((start, end) -> start + end);
  }

  @Property(tries = 200)
  void aNameThatLeadsOutOfTheFolderRefusesTheWhole(@ForAll("hostileNames") String name)
      throws IOException {
    byte[] text = "hostile".getBytes(StandardCharsets.UTF_8);
    assertThat(outcome(zip("", entry(name, text)))).hasValue(ErrorCode.BAD_MODEL);
  }

  @Example
  void linksAndNamesThatAreThereTwiceRefuseTheWhole() throws IOException {
    ZipArchiveEntry link = new ZipArchiveEntry("variables");
    link.setUnixMode(0120777);
    assertThat(outcome(zip("", entry(link, "/etc".getBytes(StandardCharsets.UTF_8)))))
        .hasValue(ErrorCode.BAD_MODEL);
    assertThat(outcome(zip("", entry(Model.LICENCES, new byte[1])))).hasValue(ErrorCode.BAD_MODEL);
    assertThat(outcome(zip("", entry("licences.TXT", new byte[1])))).hasValue(ErrorCode.BAD_MODEL);
    assertThat(outcome(zip("", entry("a\u0001b", new byte[1])))).hasValue(ErrorCode.BAD_MODEL);
  }

  @Example
  void whatWouldUnpackToMoreThanAModelIsRefusedBeforeItIsUnpacked() throws IOException {
    assertThat(outcome(zip("", zeros("weights.bin", 80)))).hasValue(ErrorCode.TOO_LARGE);
    assertThat(outcome(zip("", zeros("variables/variables.index", 80))))
        .hasValue(ErrorCode.TOO_LARGE);
    assertThat(outcome(zip("", zeros("other.bin", 80)))).as("it is not unpacked").isEmpty();
  }

  @Example
  void moreEntriesThanAModelHasAreRefused() throws IOException {
    Addition[] many = new Addition[10_001];
    Arrays.setAll(many, i -> entry("n" + i, new byte[0]));
    assertThat(outcome(zip("", many))).hasValue(ErrorCode.TOO_LARGE);
    Addition[] long200 = new Addition[9_000];
    String name = "n".repeat(300);
    Arrays.setAll(long200, i -> entry(name + i, new byte[0]));
    assertThat(outcome(zip("", long200))).hasValue(ErrorCode.TOO_LARGE);
  }

  @Example
  void anEntryThatGivesMoreOrLessThanItAnnouncesIsRefused() throws IOException {
    byte[] zip = zip("");
    long size = Files.size(model.resolve(Model.EVALUATION));
    int directory = directoryEntry(zip, Model.EVALUATION);
    for (int announced : new int[] {0, (int) size - 1, (int) size + 1, 50 << 20}) {
      byte[] lying = zip.clone();
      for (int i = 0; i < 4; i++) {
        lying[directory + 24 + i] = (byte) (announced >> (8 * i));
      }
      assertThat(outcome(lying)).as("%d bytes", announced).hasValue(ErrorCode.BAD_MODEL);
    }
  }

  /** Where the directory has the entry of a name. */
  private static int directoryEntry(byte[] zip, String name) {
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    int at = text.lastIndexOf(name);
    return text.lastIndexOf("PK\u0001\u0002", at);
  }

  @Property(tries = 400)
  void aDamagedZipGivesTheModelOrAFailure(@ForAll long seed) {
    try {
      Random random = new Random(seed);
      byte[] zip = zip(random.nextBoolean() ? "" : "folder/");
      for (int i = random.nextInt(6); i >= 0; i--) {
        // The directory at the end is where most harm can be done.
        int from = random.nextBoolean() ? 0 : zip.length - 420;
        zip[from + random.nextInt(zip.length - from)] = (byte) random.nextInt(256);
      }
      byte[] damaged =
          random.nextInt(4) == 0 ? Arrays.copyOf(zip, random.nextInt(zip.length)) : zip;
      assertThat(outcome(damaged).map(Enum::name).orElse("taken"))
          .isIn("taken", "BAD_MODEL", "TOO_LARGE", "NEWER_SCHEMA");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
