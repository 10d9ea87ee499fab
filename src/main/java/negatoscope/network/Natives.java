package negatoscope.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import negatoscope.task.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * TensorFlow's native library, taken out of its jar once and kept.
 *
 * <p>A folder {@code <platform>-<size of jar>} below the given one holds the library's files and
 * {@code natives.json} (schema 1: each file's size and SHA-256), written last. Later starts compare
 * sizes only; {@link #verify} hashes again. Nothing is downloaded.
 */
final class Natives {
  private static final String MARKER = "natives.json";
  private static final String RESOURCES = "org/tensorflow/internal/c_api/";
  private static final String GPU_RESOURCES = "native/lib/";
  private static final String GPU_PLATFORM = "linux-x86_64";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final boolean forGpu;

  private Natives(Path folder, boolean forGpu) {
    this.folder = folder;
    this.forGpu = forGpu;
  }

  /** JavaCPP's name of the platform this runs on, such as {@code linux-x86_64}. */
  static String platform() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String os =
        system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "macosx" : system;
    String arch =
        switch (machine) {
          case "amd64", "x86-64" -> "x86_64";
          case "aarch64" -> "arm64";
          default -> machine;
        };
    return os + "-" + arch;
  }

  /**
   * Finds the library's files below {@code parent}, or puts them there.
   *
   * @throws NetworkException {@code NO_ENGINE} where this build holds no library for the platform
   */
  static Natives in(Path parent, ClassLoader loader) {
    String platform = platform();
    // A build for GPUs holds DJL's jar, any other TensorFlow Java's.
    URL forGpu = loader.getResource(GPU_RESOURCES + "tensorflow.properties");
    String prefix = forGpu == null ? RESOURCES + platform + "/" : GPU_RESOURCES;
    URL mark = forGpu == null ? loader.getResource(prefix + "LICENSE") : forGpu;
    if (mark == null || (forGpu != null && !platform.equals(GPU_PLATFORM))) {
      throw new NetworkException(
          ErrorCode.NO_ENGINE,
          "This build holds no TensorFlow library for %s.".formatted(platform),
          "Use a build for this platform: Linux or Windows on x86-64, or macOS on ARM.");
    }
    try {
      JarURLConnection connection = (JarURLConnection) mark.openConnection();
      connection.setUseCaches(false);
      try (JarFile jar = connection.getJarFile()) {
        Path folder = parent.resolve(platform + "-" + Files.size(Path.of(jar.getName())));
        Natives natives = new Natives(folder, forGpu != null);
        if (!natives.complete()) {
          natives.extract(jar, prefix);
        }
        return natives;
      }
    } catch (IOException | ClassCastException e) {
      throw new NetworkException(
          ErrorCode.NO_ENGINE,
          "The TensorFlow library could not be unpacked into %s: %s."
              .formatted(parent, e.getMessage()),
          "About 650 MB of free space and write access are needed there.",
          e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Whether it is the library for GPUs. */
  boolean forGpu() {
    return forGpu;
  }

  /** Whether there is a library for GPUs for this platform. */
  static boolean gpuPossible() {
    return platform().equals(GPU_PLATFORM);
  }

  private boolean complete() {
    try {
      JsonNode files = JSON.readTree(Files.readAllBytes(folder.resolve(MARKER))).path("files");
      for (var entry : files.properties()) {
        if (Files.size(folder.resolve(entry.getKey()))
            != entry.getValue().path("size").asLong(-1)) {
          return false;
        }
      }
      return !files.isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** Hashes every file again; the names of those that differ from what was unpacked. */
  List<String> verify() throws IOException {
    List<String> wrong = new ArrayList<>();
    JsonNode files = JSON.readTree(Files.readAllBytes(folder.resolve(MARKER))).path("files");
    for (var entry : files.properties()) {
      Path file = folder.resolve(entry.getKey());
      String expected = entry.getValue().path("sha256").asText();
      if (!Files.isRegularFile(file)
          || !expected.equals(copyHashing(Files.newInputStream(file), null))) {
        wrong.add(entry.getKey());
      }
    }
    return wrong;
  }

  private void extract(JarFile jar, String prefix) throws IOException {
    Files.createDirectories(folder.getParent());
    Path aside = Files.createTempDirectory(folder.getParent(), "unpacking-");
    try {
      ObjectNode marker = JSON.createObjectNode().put("schema", 1);
      ObjectNode files = marker.putObject("files");
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        String name =
            entry.getName().startsWith(prefix) ? entry.getName().substring(prefix.length()) : "";
        if (entry.isDirectory() || name.isEmpty() || name.contains("/") || name.contains("\\")) {
          continue;
        }
        Path file = aside.resolve(name);
        String hash = copyHashing(jar.getInputStream(entry), file);
        files.putObject(name).put("size", Files.size(file)).put("sha256", hash);
      }
      Files.write(aside.resolve(MARKER), JSON.writeValueAsBytes(marker));
      deleteFolder(folder);
      try {
        Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        if (!complete()) {
          throw e;
        }
      }
    } finally {
      deleteFolder(aside);
    }
  }

  private static String copyHashing(InputStream source, @Nullable Path target) throws IOException {
    try (InputStream in = source) {
      DigestInputStream hashing = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
      if (target == null) {
        hashing.transferTo(java.io.OutputStream.nullOutputStream());
      } else {
        Files.copy(hashing, target);
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
      return HexFormat.of().formatHex(hashing.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void deleteFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (var entries = Files.list(folder)) {
        for (Path entry : (Iterable<Path>) entries::iterator) {
          Files.delete(entry);
        }
      }
      Files.delete(folder);
    }
  }
}
