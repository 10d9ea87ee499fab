package negatoscope.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import negatoscope.library.card.ModelCard;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
  private static final String RESOURCES = "models/ours/";

  @TempDir Path folder;
  private Home home;
  private Path resources;
  private Library library;

  @BeforeEach
  void makeLibrary() throws IOException {
    home = new Home(folder.resolve("home"));
    resources = folder.resolve("classes").resolve(RESOURCES);
    SampleCards.write(resources, SampleCards.full(Library.BUNDLED), "graph");
    URL[] path = {folder.resolve("classes").toUri().toURL()};
    library = new Library(home, new URLClassLoader(path, null), RESOURCES, Clock.systemUTC());
  }

  @Test
  void theBundledModelIsLaidOutOnceAndFoundByItsName() throws IOException {
    Model model = library.find(Library.BUNDLED);
    assertThat(model.folder()).startsWith(home.cache());
    assertThat(Files.readString(model.folder().resolve(Model.GRAPH))).isEqualTo("graph");
    assertThat(model.folder().resolve(Model.LICENCES)).exists();
    Object firstTime = Files.getLastModifiedTime(model.folder().resolve(Model.CARD));
    assertThat(library.bundled().folder()).isEqualTo(model.folder());
    assertThat(Files.getLastModifiedTime(model.folder().resolve(Model.CARD))).isEqualTo(firstTime);
    try (Stream<Path> left = Files.list(model.folder().getParent())) {
      assertThat(left).containsExactly(model.folder());
    }
  }

  @Test
  void aDamagedCopyOfTheBundledModelIsLaidOutAnew() throws IOException {
    Path graph = library.bundled().folder().resolve(Model.GRAPH);
    Files.writeString(graph, "grapf");
    assertThat(Files.readString(library.bundled().folder().resolve(Model.GRAPH)))
        .isEqualTo("graph");
    Files.delete(graph);
    assertThat(library.bundled().folder().resolve(Model.GRAPH)).exists();
  }

  @Test
  void bundledResourcesThatDoNotFitTheirCardAreABadModel() throws IOException {
    Files.writeString(resources.resolve(Model.GRAPH), "other");
    assertThat(failure(() -> library.bundled()).code()).isEqualTo(ErrorCode.BAD_MODEL);
  }

  @Test
  void aBuildWithoutAModelSaysSo() {
    Library bare =
        new Library(home, new URLClassLoader(new URL[0], null), RESOURCES, Clock.systemUTC());
    assertThat(bare.bundledCard()).isEmpty();
    assertThat(bare.list().cards()).isEmpty();
    assertThat(failure(bare::bundled).code()).isEqualTo(ErrorCode.NO_MODEL);
  }

  @Test
  void ownModelsAreFoundByNameAndAnyModelByItsFolder() {
    Model mine = SampleCards.write(library.folder("mine"), SampleCards.full("mine"), "a");
    Path elsewhere = folder.resolve("else where");
    SampleCards.write(elsewhere, SampleCards.full("foreign"), "b");
    assertThat(library.find("mine").folder()).isEqualTo(mine.folder());
    assertThat(library.find(elsewhere.toString()).card().name()).isEqualTo("foreign");
  }

  @Test
  void aNameThatIsNotThereIsNoModel() {
    for (String name : new String[] {"nothing", "../nothing", "a\0b", "", "/"}) {
      Failure failure = failure(() -> library.find(name));
      assertThat(failure.code()).as(name).isIn(ErrorCode.NO_MODEL, ErrorCode.BAD_MODEL);
      assertThat(failure.advice()).isNotEmpty();
    }
    assertThat(failure(() -> library.find("nothing")).sentence()).contains("nothing");
  }

  @Test
  void aGraphThatIsNotTheCardsIsABadModel() throws IOException {
    Model mine = SampleCards.write(library.folder("mine"), SampleCards.full("mine"), "a");
    Files.createDirectories(mine.folder().resolve(Model.VARIABLES));
    assertThat(library.find("mine")).isNotNull();
    Files.writeString(mine.folder().resolve(Model.VARIABLES).resolve("variables.index"), "more");
    assertThat(failure(() -> library.find("mine")).code()).isEqualTo(ErrorCode.BAD_MODEL);
  }

  @Test
  void theListShowsTheBundledModelFirstAndSaysWhichAreDamaged() throws IOException {
    SampleCards.write(library.folder("b"), SampleCards.full("b"), "b");
    SampleCards.write(library.folder("a"), SampleCards.full("a"), "a");
    Files.createDirectories(library.folder("broken"));
    Files.writeString(home.models().resolve("a file"), "");
    Shelf shelf = library.list();
    assertThat(shelf.cards())
        .extracting(ModelCard::name)
        .containsExactly(Library.BUNDLED, "a", "b");
    assertThat(shelf.damaged())
        .singleElement()
        .matches(
            damaged ->
                damaged.name().equals("broken") && damaged.failure().sentence().contains("broken"));
  }

  @Test
  void theIdIsTheHashOfTheGraph() throws IOException {
    assertThat(library.bundledCard().orElseThrow().id())
        .isEqualTo("eef93e1d14482804277fca0172464032d1a4fdbcc338524059fa1e861454ad4d");
  }

  private static Failure failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(Failure.class, call);
  }
}
