package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The library's files are unpacked once, and noticed when damaged; a small jar stands for the real
 * one.
 */
class NativesTest {
  @TempDir Path folder;

  private URLClassLoader jar(String platform) throws IOException {
    return jarOf("org/tensorflow/internal/c_api/" + platform + "/", "LICENSE");
  }

  private URLClassLoader jarOf(String prefix, String mark) throws IOException {
    Path jar = folder.resolve("natives.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : new String[] {mark, "libone.so", "nested/skipped.txt"}) {
        out.putNextEntry(new JarEntry(prefix + name));
        out.write(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
  }

  @Test
  void aSecondStartUnpacksNothing() throws IOException {
    try (URLClassLoader loader = jar(Natives.platform())) {
      Path library = Natives.in(folder.resolve("n"), loader).folder().resolve("libone.so");
      FileTime past = FileTime.fromMillis(1_000_000);
      Files.setLastModifiedTime(library, past);
      Natives again = Natives.in(folder.resolve("n"), loader);
      assertThat(Files.getLastModifiedTime(library)).isEqualTo(past);
      assertThat(again.verify()).isEmpty();
      assertThat(again.folder().resolve("skipped.txt")).doesNotExist();
    }
  }

  @Test
  void theLibraryForGpusIsFoundWhereItsJarKeepsIt() throws IOException {
    try (URLClassLoader loader = jarOf("native/lib/", "tensorflow.properties")) {
      if (Natives.platform().equals("linux-x86_64")) {
        Path unpacked = Natives.in(folder.resolve("n"), loader).folder();
        assertThat(unpacked.resolve("libone.so")).hasContent("libone.so");
      } else {
        assertThatThrownBy(() -> Natives.in(folder.resolve("n"), loader))
            .hasMessageContaining(Natives.platform());
      }
    }
  }

  @Test
  void aLibraryCutShortIsUnpackedAgain() throws IOException {
    try (URLClassLoader loader = jar(Natives.platform())) {
      Path library = Natives.in(folder.resolve("n"), loader).folder().resolve("libone.so");
      Files.writeString(library, "cut");
      Natives.in(folder.resolve("n"), loader);
      assertThat(library).hasContent("libone.so");
    }
  }

  @Test
  void aLibraryOfTheSameSizeButOtherBytesIsFoundByHashing() throws IOException {
    try (URLClassLoader loader = jar(Natives.platform())) {
      Natives natives = Natives.in(folder.resolve("n"), loader);
      Files.writeString(natives.folder().resolve("libone.so"), "libtwo.so");
      assertThat(natives.verify()).containsExactly("libone.so");
    }
  }

  @Test
  void aPlatformWithoutALibraryIsSaidByName() throws IOException {
    try (URLClassLoader loader = jar("plan9-mips")) {
      assertThatThrownBy(() -> Natives.in(folder.resolve("n"), loader))
          .isInstanceOfSatisfying(
              Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NO_ENGINE))
          .hasMessageContaining(Natives.platform());
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws IOException {
    try (URLClassLoader loader = jar(Natives.platform())) {
      Path file = Files.writeString(folder.resolve("file"), "in the way");
      assertThatThrownBy(() -> Natives.in(file, loader))
          .isInstanceOfSatisfying(
              Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NO_ENGINE));
    }
  }
}
