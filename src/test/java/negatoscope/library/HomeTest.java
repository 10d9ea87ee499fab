package negatoscope.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class HomeTest {
  private static Home home(String system, Map<String, String> environment) {
    Properties properties = new Properties();
    properties.setProperty("os.name", system);
    properties.setProperty("user.home", "/home/someone");
    return Home.of(environment, properties);
  }

  @Test
  void theVariableGoesBeforeTheProperty() {
    Properties properties = new Properties();
    properties.setProperty(Home.PROPERTY, "/property");
    assertThat(Home.of(Map.of(Home.VARIABLE, "/variable"), properties).root())
        .isEqualTo(Path.of("/variable").toAbsolutePath());
    assertThat(Home.of(Map.of(Home.VARIABLE, " "), properties).root())
        .isEqualTo(Path.of("/property").toAbsolutePath());
  }

  @Test
  void eachSystemHasItsUsualPlace() {
    assertThat(home("Linux", Map.of()).root())
        .isEqualTo(Path.of("/home/someone/.local/share/negatoscope"));
    assertThat(home("Linux", Map.of("XDG_DATA_HOME", "/data")).root())
        .isEqualTo(Path.of("/data/negatoscope"));
    assertThat(home("Linux", Map.of("XDG_DATA_HOME", "data")).root())
        .isEqualTo(Path.of("/home/someone/.local/share/negatoscope"));
    assertThat(home("Mac OS X", Map.of()).root())
        .isEqualTo(Path.of("/home/someone/Library/Application Support/Negatoscope"));
    assertThat(home("Windows 11", Map.of("APPDATA", "/roaming")).root())
        .isEqualTo(Path.of("/roaming/Negatoscope"));
  }
}
