package negatoscope.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mvnw} against a small archive on this machine. */
class MavenScriptTest {
  private static final String VERSION = "3.9.11";
  private static final List<String> TOOLS =
      List.of("sh", "sed", "mktemp", "mkdir", "tar", "gzip", "cut", "rm", "mv", "dirname");

  @TempDir Path folder;
  private HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private byte[] archive;
  private Path tools;

  @BeforeEach
  void serveASmallMaven() throws Exception {
    Path maven = folder.resolve("apache-maven-" + VERSION);
    Script.write(maven.resolve("bin/mvn"), "echo \"fetched maven: $*\"");
    Path packed = folder.resolve("maven.tar.gz");
    new ProcessBuilder(
            "tar", "-czf", packed.toString(), "-C", folder.toString(), maven.getFileName() + "")
        .start()
        .waitFor();
    archive = Files.readAllBytes(packed);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/" + VERSION + "/binaries/apache-maven-" + VERSION + "-bin.tar.gz",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, archive.length);
          exchange.getResponseBody().write(archive);
          exchange.close();
        });
    server.start();
    tools = Script.tools(folder.resolve("tools"), TOOLS);
    Script.write(tools.resolve("javac"), "exit 0");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** The script with the small archive's own sum in place of the release's. */
  private Script script() throws IOException, NoSuchAlgorithmException {
    String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(archive));
    String text =
        Files.readString(Path.of("mvnw")).replaceFirst("(?m)^sha512=.*$", "sha512=" + sum);
    Path copy = folder.resolve("mvnw");
    Script.write(copy, text.substring(text.indexOf('\n') + 1));
    return asReleased(copy);
  }

  private Script asReleased(Path file) {
    return new Script(
        file.toAbsolutePath(),
        Map.of(
            "PATH",
            tools.toString(),
            "HOME",
            folder.resolve("home dir").toString(),
            "NEGATOSCOPE_MAVEN_ARCHIVE",
            "http://127.0.0.1:" + server.getAddress().getPort()));
  }

  private void tool(String... names) throws IOException {
    Script.tools(tools, List.of(names));
  }

  private Path kept() {
    return folder.resolve("home dir/.cache/negatoscope");
  }

  private List<String> keptNames() throws IOException {
    if (Files.notExists(kept())) {
      return new ArrayList<>();
    }
    try (Stream<Path> files = Files.list(kept())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"curl", "wget"})
  void fetchesMavenOnceAndKeepsIt(String client) throws Exception {
    tool(client, "sha512sum");
    Script.Result first = script().run(folder, "-q", "two words");
    assertThat(first.out()).isEqualTo("fetched maven: -q two words\n");
    assertThat(first.err()).isEqualTo("mvnw: Fetching Apache Maven 3.9.11, once.\n");
    assertThat(script().run(folder, "verify").out()).isEqualTo("fetched maven: verify\n");
    assertThat(requests).hasValue(1);
    assertThat(keptNames()).containsExactly("apache-maven-" + VERSION);
  }

  @Test
  void checksTheSumWithWhatIsThere() throws Exception {
    tool("curl", "openssl");
    assertThat(script().run(folder, "verify").exit()).isZero();
  }

  @Test
  void keepsNothingOfAWrongArchive() throws Exception {
    tool("curl", "sha512sum");
    Script.Result result = asReleased(Path.of("mvnw")).run(folder, "verify");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("wrong SHA-512; nothing was kept.");
    assertThat(result.out()).isEmpty();
    assertThat(keptNames()).isEmpty();
  }

  @Test
  void saysSoWhenTheArchiveCannotBeReached() throws Exception {
    tool("wget", "sha512sum");
    Script.Result result =
        script().with("NEGATOSCOPE_MAVEN_ARCHIVE", "http://127.0.0.1:9").run(folder, "verify");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("could not be fetched; check the connection");
    assertThat(keptNames()).isEmpty();
  }

  @Test
  void saysSoWithoutAnyClient() throws Exception {
    tool("sha512sum");
    Script.Result result = script().run(folder, "verify");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("there is neither curl nor wget");
    assertThat(keptNames()).isEmpty();
  }

  @Test
  void saysSoWithoutAJdk() throws Exception {
    Files.delete(tools.resolve("javac"));
    Script.Result result = script().run(folder, "verify");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err())
        .isEqualTo("mvnw: No JDK was found; install a JDK 17, or set JAVA_HOME to one.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.8.1", "3.10.0", "4.0.0"})
  void usesAnInstalledMaven(String version) throws Exception {
    installed(tools.resolve("mvn"), version);
    assertThat(script().run(folder, "verify").out()).isEqualTo("installed maven: verify\n");
    assertThat(requests).hasValue(0);
  }

  @Test
  void usesTheMavenOfMavenHome() throws Exception {
    Path home = folder.resolve("my maven");
    installed(home.resolve("bin/mvn"), "3.9.0");
    assertThat(script().with("MAVEN_HOME", home.toString()).run(folder, "test").out())
        .isEqualTo("installed maven: test\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.6.3", "2.2.1"})
  void passesOverAnOldMaven(String version) throws Exception {
    tool("curl", "sha512sum");
    installed(tools.resolve("mvn"), version);
    assertThat(script().run(folder, "verify").out()).isEqualTo("fetched maven: verify\n");
  }

  @Test
  void bothScriptsPinTheSameRelease() throws Exception {
    String posix = Files.readString(Path.of("mvnw"));
    String windows = Files.readString(Path.of("mvnw.cmd"));
    assertThat(windows).contains("set \"VERSION=" + VERSION + "\"");
    String sum = posix.replaceFirst("(?s).*\\nsha512=([0-9a-f]{128})\\n.*", "$1");
    assertThat(windows).contains("set \"SHA512=" + sum + "\"");
  }

  private static void installed(Path file, String version) throws IOException {
    Script.write(
        file,
        "if [ \"$1\" = --version ]; then echo 'Apache Maven %s (abc)'; else echo \"installed maven: $*\"; fi"
            .formatted(version));
  }
}
