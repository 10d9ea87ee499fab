package negatoscope.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/negatoscope} with a Java that only says how it was called. */
class LauncherTest {
  @TempDir Path folder;
  private Path app;
  private Script launcher;

  @BeforeEach
  void layOut() throws IOException {
    app = folder.toRealPath().resolve("my films/negatoscope");
    Path bin = Files.createDirectories(app.resolve("bin"));
    Path file = Files.copy(Path.of("packaging/bin/negatoscope"), bin.resolve("negatoscope"));
    file.toFile().setExecutable(true);
    Path tools = Script.tools(folder.resolve("tools"), List.of("sh", "sed", "dirname", "readlink"));
    launcher = new Script(file, Map.of("PATH", tools.toString()));
  }

  private Path java(Path at, String version) throws IOException {
    return Script.write(
        at,
        """
        if [ "$1" = -XshowSettings:properties ]; then
          echo '    java.specification.version = %s' >&2
          exit
        fi
        for word in "$@"; do echo "$word"; done
        echo "level $TF_CPP_MIN_LOG_LEVEL"
        """
            .formatted(version));
  }

  private List<String> call(Script script, Path from, String... arguments) throws Exception {
    Script.Result result = script.run(from, arguments);
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    return result.out().lines().toList();
  }

  @Test
  void startsTheJavaOfThePathWithItsOwnFolder() throws Exception {
    java(folder.resolve("tools/java"), "17");
    List<String> words = call(launcher, folder, "render", "two words", "*");
    assertThat(words).containsSequence("--module-path", app + "/lib/javafx");
    assertThat(words)
        .containsSequence(
            "-Dnegatoscope.app=" + app,
            "-cp",
            app + "/lib/*",
            "negatoscope.Negatoscope",
            "render",
            "two words",
            "*",
            "level 2");
    assertThat(words).noneMatch(word -> word.contains("unsafe"));
  }

  @Test
  void findsItsFolderThroughLinks() throws Exception {
    java(folder.resolve("tools/java"), "17");
    Files.createSymbolicLink(folder.resolve("first"), app.resolve("bin/negatoscope"));
    Path second = Files.createDirectories(folder.resolve("else where")).resolve("second");
    Files.createSymbolicLink(second, Path.of("../first"));
    assertThat(call(new Script(second, launcher.environment()), Path.of("/")))
        .contains("-Dnegatoscope.app=" + app);
  }

  @Test
  void aNewerJavaIsToldWhatIsMeant() throws Exception {
    java(folder.resolve("tools/java"), "25");
    assertThat(call(launcher, folder)).contains("--sun-misc-unsafe-memory-access=allow");
  }

  @Test
  void javaHomeGoesBeforeThePath() throws Exception {
    java(folder.resolve("tools/java"), "11");
    Path home = folder.resolve("a jdk");
    java(home.resolve("bin/java"), "21");
    assertThat(call(launcher.with("JAVA_HOME", home.toString()), folder)).contains("level 2");
  }

  @Test
  void optionsForTheMachineAreHandedOn() throws Exception {
    java(folder.resolve("tools/java"), "17");
    Map<String, String> more = new HashMap<>(launcher.environment());
    more.put("JAVA_OPTS", "-Xmx4g -Dnegatoscope.home=x");
    assertThat(call(new Script(launcher.file(), more), folder))
        .startsWith("-Xmx4g", "-Dnegatoscope.home=x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8", "11", "16"})
  void refusesAnOldJava(String version) throws Exception {
    java(folder.resolve("tools/java"), version);
    Script.Result result = launcher.run(folder);
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("Negatoscope needs Java 17 or newer.").hasLineCount(1);
  }

  @Test
  void saysSoWithoutAnyJava() throws Exception {
    Script.Result result = launcher.run(folder);
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err())
        .isEqualTo(
            "negatoscope: No Java was found; install a JDK 17 or newer, or set JAVA_HOME to"
                + " one.\n");
  }

  @Test
  void saysSoWhereJavaHomeIsNone() throws Exception {
    Script.Result result = launcher.with("JAVA_HOME", "/nowhere").run(folder);
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("JAVA_HOME is /nowhere").hasLineCount(1);
  }
}
