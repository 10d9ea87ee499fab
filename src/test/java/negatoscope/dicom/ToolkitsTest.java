package negatoscope.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A toolkit that cannot start is passed over, and it is said why. */
class ToolkitsTest {
  @TempDir private Path folder;

  /** A toolkit that does nothing. */
  public static class Idle implements DicomToolkit {
    @Override
    public String name() {
      return "idle 1.0";
    }

    @Override
    public Likeness likeness(byte[] head) {
      return Likeness.NONE;
    }

    @Override
    public DataSet read(Path file) {
      throw new IllegalStateException();
    }

    @Override
    public DataSet readWhole(Path file) {
      throw new IllegalStateException();
    }

    @Override
    public DicomFrames open(Path file) {
      throw new IllegalStateException();
    }

    @Override
    public void write(Path file, DataSet dataSet) {
      throw new IllegalStateException();
    }
  }

  /** A toolkit whose library is not there. */
  public static final class WithoutLibrary extends Idle {
    /** Fails as the virtual machine does where a class is missing. */
    public WithoutLibrary() {
      throw new NoClassDefFoundError("org/example/Missing");
    }
  }

  @Test
  void anotherToolkitIsPreferredToTheBuiltIn() throws IOException {
    Toolkits found = announced(Idle.class.getName());
    assertThat(found.usable()).extracting(DicomToolkit::name).endsWith("idle 1.0", "built-in");
    assertThat(found.preferred()).isSameAs(found.usable().get(0));
    assertThat(found.passedOver()).isEmpty();
    assertThat(found.summary()).isEqualTo(found.preferred().name());
  }

  @Test
  void aMissingClassIsPassedOver() throws IOException {
    Toolkits found = announced("org.example.Gone", Idle.class.getName());
    assertThat(found.usable()).extracting(DicomToolkit::name).contains("idle 1.0", "built-in");
    assertThat(found.passedOver()).containsExactly("Provider org.example.Gone not found");
    assertThat(found.summary()).endsWith(" (passed over: Provider org.example.Gone not found)");
  }

  @Test
  void aMissingLibraryIsPassedOver() throws IOException {
    Toolkits found = announced(WithoutLibrary.class.getName());
    assertThat(found.usable()).extracting(DicomToolkit::name).contains("built-in");
    assertThat(found.passedOver())
        .singleElement()
        .asString()
        .contains("WithoutLibrary", "(NoClassDefFoundError: org/example/Missing)");
  }

  @Test
  void aDamagedAnnouncementIsPassedOver() throws IOException {
    Toolkits found = announced("this is no name of a class");
    assertThat(found.usable()).extracting(DicomToolkit::name).contains("built-in");
    assertThat(found.passedOver()).singleElement().asString().contains("syntax");
  }

  @Test
  void aClassThatIsNoToolkitIsPassedOver() throws IOException {
    assertThat(announced(ToolkitsTest.class.getName()).passedOver())
        .singleElement()
        .asString()
        .contains("not a subtype");
  }

  @Test
  void withoutAnyToolkitItIsSaidWhatToDo() {
    Toolkits none = new Toolkits(List.of(), List.of("it is not there"));
    assertThatThrownBy(none::preferred)
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL))
        .hasMessageContaining("it is not there");
  }

  @Test
  void theProgramItselfPassesNothingOver() {
    assertThat(Toolkits.find().passedOver()).isEmpty();
    assertThat(DicomToolkit.preferred().name()).isEqualTo(DicomToolkit.all().get(0).name());
  }

  private Toolkits announced(String... classes) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.write(services.resolve(DicomToolkit.class.getName()), List.of(classes));
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, DicomToolkit.class.getClassLoader())) {
      return Toolkits.find(loader);
    }
  }
}
