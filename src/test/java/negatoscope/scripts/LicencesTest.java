package negatoscope.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of licences against what is shipped. */
class LicencesTest {
  private static final Path LICENCES = Path.of("src/main/resources/negatoscope/licences");

  /** Groups of libraries that tests alone use, as folders of a Maven repository. */
  private static final List<String> FOR_TESTS =
      List.of(
          "/org/junit/",
          "/org/opentest4j/",
          "/org/apiguardian/",
          "/org/assertj/",
          "/net/bytebuddy/",
          "/net/jqwik/",
          "/com/tngtech/archunit/",
          "/org/testfx/",
          "/org/hamcrest/",
          "/org/osgi/",
          "/org/apache/maven/surefire/");

  /** Taken for another platform or processor than this build's, or in builds with dcm4che. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "tensorflow-core-native",
          "tensorflow-native-cu121",
          "dcm4che-core",
          "dcm4che-dcmr",
          "dcm4che-deident",
          "dcm4che-dict",
          "dcm4che-image",
          "dcm4che-imageio",
          "dcm4che-imageio-opencv",
          "dcm4che-imageio-rle",
          "weasis-core-img");

  private static List<String> listed() throws IOException {
    Matcher lines =
        Pattern.compile("(?m)^(\\S+) {2,}(\\S.*?) {2,}\\S")
            .matcher(Files.readString(LICENCES.resolve("THIRD-PARTY.txt")));
    return lines
        .results()
        .map(line -> line.group(1))
        .filter(name -> !name.equals("library"))
        .toList();
  }

  /** Artifacts of the class path that are not for tests alone. */
  private static Set<String> shipped() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(path.split(File.pathSeparator))
        .map(entry -> entry.replace(File.separatorChar, '/'))
        .filter(entry -> entry.endsWith(".jar"))
        .filter(entry -> FOR_TESTS.stream().noneMatch(entry::contains))
        // …/artifact/version/artifact-version.jar
        .map(entry -> Path.of(entry).getParent().getParent().getFileName().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyLibraryThatIsShippedIsListedAndNoOther() throws IOException {
    Set<String> listed = new TreeSet<>(listed());
    Set<String> shipped = shipped();
    assertThat(shipped).hasSizeGreaterThan(20);
    assertThat(listed).containsAll(shipped);
    listed.removeAll(shipped);
    assertThat(ELSEWHERE).containsAll(listed);
  }

  @Test
  void everyTextThatIsNamedIsThere() throws IOException {
    String list = Files.readString(LICENCES.resolve("THIRD-PARTY.txt"));
    Set<String> named =
        Pattern.compile("[A-Za-z0-9.-]+\\.txt")
            .matcher(list)
            .results()
            .map(match -> match.group())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).contains("MIT.txt", "START-WEIGHTS.txt", "FILMS.txt");
    for (String name : named) {
      assertThat(LICENCES.resolve(name)).isNotEmptyFile();
    }
    assertThat(LICENCES.resolve("START-WEIGHTS.txt"))
        .content()
        .contains("Copyright (c) 2019 Infinite Red, Inc.");
    assertThat(LICENCES.resolve("FILMS.txt")).content().contains("CC BY-NC-SA");
  }
}
