package negatoscope.command.surroundings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Versions of the program and its parts, as the build wrote them down. */
public final class Version implements IVersionProvider {
  private static final String RESOURCE = "/negatoscope/version.properties";

  /** Of the program, such as {@code 0.1.0}. */
  public static String ofProgram() {
    return properties().getProperty("version", "unknown");
  }

  /** Of the program and of what it is made of, by name, in the order shown. */
  public static Map<String, String> ofParts() {
    Properties read = properties();
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("Negatoscope", read.getProperty("version", "unknown"));
    parts.put("TensorFlow Java", read.getProperty("tensorflow", "unknown"));
    parts.put("Deep Java Library", read.getProperty("djl", "unknown"));
    return parts;
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Negatoscope " + ofProgram() + ", Java " + Runtime.version()};
  }
}
