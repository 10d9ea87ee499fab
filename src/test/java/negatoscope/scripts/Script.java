package negatoscope.scripts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a script of this project with nothing in its environment but what a test gives it. */
record Script(Path file, Map<String, String> environment) {
  /** What a run left. */
  record Result(int exit, String out, String err) {}

  /** The script with another variable in its environment. */
  Script with(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new Script(file, more);
  }

  /** Runs it in the given folder. */
  Result run(Path folder, String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("script", ".out");
    Path err = Files.createTempFile("script", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
              Stream.concat(Stream.of(file.toString()), Arrays.stream(arguments)).toList());
      builder.directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(file + " did not end");
      }
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** A folder that calls the named programs of this machine: a PATH that holds nothing else. */
  static Path tools(Path folder, List<String> names) throws IOException {
    Files.createDirectories(folder);
    for (String name : names) {
      write(folder.resolve(name), "exec '" + which(name) + "' \"$@\"");
    }
    return folder;
  }

  /** Writes an executable shell script. */
  static Path write(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n", StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  private static Path which(String name) {
    return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("this test needs the program " + name));
  }
}
