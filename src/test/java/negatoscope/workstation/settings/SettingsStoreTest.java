package negatoscope.workstation.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import negatoscope.workstation.settings.Settings.Bounds;
import negatoscope.workstation.settings.Settings.FilmSettings;
import negatoscope.workstation.settings.Settings.HeatMapSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class SettingsStoreTest {
  @TempDir private Path folder;
  private Path file;
  private SettingsStore store;

  @BeforeEach
  void place() {
    file = folder.resolve("home").resolve("settings.json");
    store = new SettingsStore(file);
  }

  @Test
  void whatWasSavedIsLoadedAgain() {
    Settings settings =
        Settings.DEFAULT
            .withWindow(new Bounds(10, 20, 1280, 800, true))
            .withHeatMap(new HeatMapSettings(false, 0.7, 0.1, false, "HIRESCAM", "VIRIDIS"))
            .withFilm(new FilmSettings(false))
            .withLastFolder("films")
            .withRecent("a.dcm")
            .withRecent("b.dcm");
    store.save(settings);
    SettingsStore.Loaded loaded = store.load();
    assertThat(loaded.settings()).isEqualTo(settings);
    assertThat(loaded.settings().recentFiles()).containsExactly("b.dcm", "a.dcm");
    assertThat(loaded.notice()).isEmpty();
  }

  @Test
  void aFirstStartHasDefaultsAndNoNotice() {
    assertThat(store.load()).isEqualTo(new SettingsStore(file).load());
    assertThat(store.load().settings()).isEqualTo(Settings.DEFAULT);
    assertThat(store.load().notice()).isEmpty();
  }

  @Test
  void whatAnEarlierProgramDidNotWriteIsTheDefault() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"schema\": 1, \"lastFolder\": \"x\"}");
    assertThat(store.load().settings()).isEqualTo(Settings.DEFAULT.withLastFolder("x"));
    assertThat(store.load().settings().film().overlays()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"schema\": \"one\"}", "\u0000\u0001", "{} {}"})
  void aFileThatIsNotUnderstoodIsKeptBesideWithANotice(String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    SettingsStore.Loaded loaded = store.load();
    assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
    assertThat(loaded.notice())
        .hasValueSatisfying(
            notice -> assertThat(notice).contains("settings.json").contains("settings.json.bad"));
    assertThat(file.resolveSibling("settings.json.bad")).hasContent(text);
  }

  @Test
  void theSecondBadFileDoesNotReplaceTheFirst() throws IOException {
    Files.createDirectories(file.getParent());
    for (String text : List.of("first", "second")) {
      Files.writeString(file, text);
      assertThat(store.load().notice()).isPresent();
    }
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("settings.json.bad", "settings.json.bad2");
    }
  }

  @Test
  void aNewerSchemaIsKeptBesideAndNotOverwritten() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"schema\": 2, \"lastFolder\": \"x\"}");
    assertThat(store.load().notice())
        .hasValueSatisfying(notice -> assertThat(notice).contains("newer version"));
    assertThat(file.resolveSibling("settings.json.bad")).exists();
  }

  @Test
  void valuesOutOfRangeComeBackIntoIt() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "{\"schema\": 1, \"heatMap\": {\"opacity\": 7, \"threshold\": -1}, \"recentFiles\":"
            + " [null, \"a\", \"a\"], \"later\": 1}");
    Settings settings = store.load().settings();
    assertThat(settings.heatMap().opacity()).isEqualTo(1);
    assertThat(settings.heatMap().threshold()).isEqualTo(0);
    assertThat(settings.recentFiles()).containsExactly("a");
  }

  @Test
  void onlyTheLatestFilesAreRemembered() {
    Settings settings = Settings.DEFAULT;
    for (int i = 0; i < 20; i++) {
      settings = settings.withRecent("film" + i);
    }
    assertThat(settings.recentFiles()).hasSize(Settings.RECENT).startsWith("film19", "film18");
  }
}
