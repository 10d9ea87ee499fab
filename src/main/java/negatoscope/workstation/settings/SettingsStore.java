package negatoscope.workstation.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import negatoscope.task.AtomicFiles;

/** Reads and writes {@code settings.json}. */
public final class SettingsStore {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** More than settings can ever be; a longer file is not ours. */
  private static final long LONGEST = 1 << 20;

  private final Path file;

  /** The settings in the given file, which need not exist. */
  public SettingsStore(Path file) {
    this.file = file;
  }

  /**
   * What was read.
   *
   * @param notice what the user must know, such as a file that could not be understood
   */
  public record Loaded(Settings settings, Optional<String> notice) {}

  /** Reads the settings; never fails. */
  public Loaded load() {
    if (!Files.exists(file)) {
      return new Loaded(Settings.DEFAULT, Optional.empty());
    }
    try {
      if (Files.size(file) > LONGEST) {
        return defaults("is too long to be settings");
      }
      JsonNode tree = JSON.readTree(file.toFile());
      if (!tree.isObject() || !tree.path("schema").isInt()) {
        return defaults("is not a settings file");
      }
      if (tree.path("schema").intValue() > Settings.SCHEMA) {
        return defaults("was written by a newer version of this program");
      }
      return new Loaded(JSON.treeToValue(tree, Settings.class), Optional.empty());
    } catch (JsonProcessingException e) {
      return defaults("could not be understood");
    } catch (IOException e) {
      return new Loaded(
          Settings.DEFAULT,
          Optional.of(
              "The settings could not be read (" + e.getMessage() + "); defaults are used."));
    }
  }

  /** Keeps the bad file beside, so that nothing of it is lost when new settings are written. */
  private Loaded defaults(String why) {
    String name = file.getFileName().toString();
    String kept;
    try {
      Path beside = file.resolveSibling(name + ".bad");
      for (int i = 2; Files.exists(beside); i++) {
        beside = file.resolveSibling(name + ".bad" + i);
      }
      Files.move(file, beside);
      kept = "it is kept as " + beside.getFileName();
    } catch (IOException e) {
      kept = "it could not be set aside";
    }
    return new Loaded(
        Settings.DEFAULT, Optional.of(name + " " + why + "; " + kept + ", and defaults are used."));
  }

  /**
   * Writes the settings aside, syncs them and moves them into place.
   *
   * @throws negatoscope.task.Failure {@code NOT_WRITABLE}
   */
  public void save(Settings settings) {
    AtomicFiles.write(file, out -> out.write(JSON.writeValueAsBytes(settings)));
  }
}
