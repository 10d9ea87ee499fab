package negatoscope.command.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplayTest {
  @TempDir Path folder;

  @Test
  void aDisplayIsLookedForWithoutAGraphicsLibrary() throws IOException {
    Files.writeString(folder.resolve("X7"), "");
    assertThat(Display.missing("Linux", Map.of(), folder)).hasValue("DISPLAY is not set");
    assertThat(Display.missing("Linux", Map.of("DISPLAY", ":7"), folder)).isEmpty();
    assertThat(Display.missing("Linux", Map.of("DISPLAY", "unix:7.0"), folder)).isEmpty();
    assertThat(Display.missing("Linux", Map.of("DISPLAY", "elsewhere:7"), folder)).isEmpty();
    assertThat(Display.missing("Linux", Map.of("DISPLAY", ":8"), folder))
        .hasValue("DISPLAY is :8, where nothing answers");
    assertThat(Display.missing("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), folder))
        .hasValueSatisfying(why -> assertThat(why).contains("Wayland"));
    assertThat(Display.missing("Windows 11", Map.of(), folder)).isEmpty();
    assertThat(Display.missing("Mac OS X", Map.of(), folder)).isEmpty();
  }
}
