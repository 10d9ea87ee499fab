package negatoscope.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import negatoscope.library.card.CardFile;
import negatoscope.library.card.ModelCard;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renaming, removing, bringing back, and the default model. */
class ShelfTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir Path folder;
  private Home home;
  private Library library;

  @BeforeEach
  void makeLibrary() {
    home = new Home(folder);
    library = at(NOW);
    SampleCards.write(library.folder("a"), SampleCards.full("a"), "graph a");
    SampleCards.write(library.folder("b"), SampleCards.full("b"), "graph b");
  }

  private Library at(Instant time) {
    return new Library(
        home,
        Library.class.getClassLoader(),
        "negatoscope/models/" + Library.BUNDLED + "/",
        Clock.fixed(time, ZoneOffset.UTC));
  }

  private static ErrorCode code(ThrowingCallable call) {
    return catchThrowableOfType(Failure.class, call).code();
  }

  @Test
  void aModelIsRenamedWithItsCardAndStaysTheDefault() {
    String id = library.find("a").card().id();
    library.setDefault("a");
    library.rename("a", "c");
    assertThat(code(() -> library.find("a"))).isEqualTo(ErrorCode.NO_MODEL);
    assertThat(library.find("c").card().name()).isEqualTo("c");
    assertThat(library.find("c").card().id()).isEqualTo(id);
    assertThat(CardFile.read(library.folder("c").resolve(Model.CARD)).name()).isEqualTo("c");
    assertThat(library.defaultName()).isEqualTo("c");
    library.rename("c", "C");
    assertThat(library.find("C").card().name()).isEqualTo("C");
  }

  @Test
  void aRenamingThatCannotBeChangesNothing() throws IOException {
    Files.createDirectories(library.folder("broken"));
    Map<String, String> before = Tree.of(folder);
    assertThat(code(() -> library.rename("a", "b"))).isEqualTo(ErrorCode.EXISTS);
    assertThat(code(() -> library.rename("a", "B"))).isEqualTo(ErrorCode.EXISTS);
    assertThat(code(() -> library.rename("a", Library.BUNDLED))).isEqualTo(ErrorCode.EXISTS);
    assertThat(code(() -> library.rename("a", "../a"))).isEqualTo(ErrorCode.BAD_MODEL);
    assertThat(code(() -> library.rename("x", "y"))).isEqualTo(ErrorCode.NO_MODEL);
    assertThat(code(() -> library.rename("broken", "y"))).isEqualTo(ErrorCode.BAD_MODEL);
    assertThat(code(() -> library.rename(Library.BUNDLED, "y"))).isEqualTo(ErrorCode.BAD_MODEL);
    assertThat(code(() -> library.remove(Library.BUNDLED))).isEqualTo(ErrorCode.BAD_MODEL);
    assertThat(code(() -> library.remove("../models"))).isEqualTo(ErrorCode.NO_MODEL);
    assertThat(Tree.of(folder)).isEqualTo(before);
  }

  @Test
  void theFoldersNameIsTheModelsName() throws IOException {
    Files.move(library.folder("a"), library.folder("by-hand"));
    assertThat(library.list().cards()).extracting(ModelCard::name).contains("by-hand");
    assertThat(library.find("by-hand").card().name()).isEqualTo("by-hand");
  }

  @Test
  void aRemovedModelComesBackAsItWas() {
    Map<String, String> before = Tree.of(library.folder("a"));
    Removal removal = library.remove("a");
    assertThat(library.list().cards()).extracting(ModelCard::name).doesNotContain("a");
    assertThat(library.removals()).containsExactly(removal);
    removal.undo();
    assertThat(Tree.of(library.folder("a"))).isEqualTo(before);
    assertThat(library.removals()).isEmpty();
    assertThat(code(removal::undo)).isEqualTo(ErrorCode.NO_MODEL);
  }

  @Test
  void aRemovedModelDoesNotTakeTheNameBackFromAnother() {
    Removal removal = library.remove("a");
    SampleCards.write(library.folder("a"), SampleCards.full("a"), "another graph");
    assertThat(code(removal::undo)).isEqualTo(ErrorCode.EXISTS);
    assertThat(library.removals()).containsExactly(removal);
  }

  @Test
  void aDamagedModelCanBeRemoved() throws IOException {
    Files.delete(library.folder("a").resolve(Model.CARD));
    assertThat(library.list().damaged()).extracting(Shelf.Damaged::name).containsExactly("a");
    library.remove("a");
    assertThat(library.list().damaged()).isEmpty();
  }

  @Test
  void removedModelsAreKeptForSomeDaysAndThenDeletedByTheNextRemoval() {
    Removal removal = library.remove("a");
    Instant lastDay = NOW.plus(Duration.ofDays(Library.KEPT_DAYS));
    assertThat(at(lastDay).removals()).containsExactly(removal);
    assertThat(at(lastDay.plusMillis(1)).removals()).isEmpty();
    at(lastDay.plusMillis(1)).remove("b");
    assertThat(removal.aside()).doesNotExist();
    assertThat(code(removal::undo)).isEqualTo(ErrorCode.NO_MODEL);
  }

  @Test
  void theDefaultIsTheBundledModelUntilAnotherIsChosen() throws IOException {
    assertThat(library.defaultName()).isEqualTo(Library.BUNDLED);
    assertThat(library.preferred().model().card().name()).isEqualTo(Library.BUNDLED);
    assertThat(home.library()).doesNotExist();
    library.setDefault("b");
    assertThat(at(NOW).preferred().model().card().name()).isEqualTo("b");
    assertThat(library.list().models())
        .filteredOn(Shelf.Entry::preferred)
        .singleElement()
        .matches(entry -> entry.card().name().equals("b") && !entry.bundled() && entry.bytes() > 9);
    assertThat(library.list().models().get(0))
        .matches(entry -> entry.bundled() && entry.bytes() > 1_000_000);
    library.setDefault(Library.BUNDLED);
    assertThat(library.preferred().reason()).isEmpty();
    assertThat(code(() -> library.setDefault("none"))).isEqualTo(ErrorCode.NO_MODEL);
    assertThat(library.defaultName()).isEqualTo(Library.BUNDLED);
  }

  @Test
  void aDefaultThatIsGoneGivesWayToTheBundledModelAndSaysSo() {
    library.setDefault("b");
    Removal removal = library.remove("b");
    assertThat(library.preferred().model().card().name()).isEqualTo(Library.BUNDLED);
    assertThat(library.preferred().reason().orElseThrow())
        .contains("The default model b cannot be used")
        .contains(Library.BUNDLED);
    removal.undo();
    assertThat(library.preferred().reason()).isEmpty();
  }

  @Test
  void anUnreadableChoiceIsSaidAndMendedByTheNext() throws IOException {
    for (String text :
        new String[] {"", "[]", "{}", "{\"schema\":2,\"default\":\"b\"}", "{\"sch"}) {
      Files.writeString(home.library(), text);
      assertThat(library.preferred().model().card().name()).isEqualTo(Library.BUNDLED);
      assertThat(library.preferred().reason().orElseThrow()).contains("library.json");
    }
    library.setDefault("a");
    assertThat(library.preferred().reason()).isEmpty();
    Files.writeString(home.library(), "{\"schema\":1,\"default\":\"a\",\"colour\":\"red\"}");
    library.setDefault("b");
    assertThat(home.library()).content().contains("red").contains("\"b\"");
  }
}
