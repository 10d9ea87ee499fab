package negatoscope.command.film;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import negatoscope.command.conventions.Exit;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.film.Window;
import negatoscope.task.AtomicFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code render}: a film as a PNG, exactly as its file says. */
@Command(
    name = "render",
    description = "Write a film as a PNG, shown exactly as its file says; in colour if it has any.")
public final class RenderCommand implements Callable<Integer> {
  private final Surroundings around;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The film.")
  private Path file = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "PNG", description = "The picture.")
  private Path out = Path.of("");

  @Option(
      names = "--stored",
      description =
          "Write stored values less the smallest representable one, 16 bits (or 8); of a film in"
              + " colour RGB, or the values before its palettes.")
  private boolean stored;

  @Option(names = "--frame", paramLabel = "N", description = "Which frame, from 1.")
  private int frame = 1;

  @Option(
      names = "--window",
      paramLabel = "CENTER,WIDTH",
      converter = WindowConverter.class,
      description = "Another window than the file's, in its modality's units.")
  private @Nullable Window window;

  @Option(names = "--invert", description = "Turn black and white over.")
  private boolean invert;

  @Option(names = "--overlays", description = "Burn the file's overlays in, in white.")
  private boolean overlays;

  /** The command, which reaches what it is given. */
  public RenderCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    if (stored && (window != null || invert || overlays)) {
      throw usage(
          "--stored writes values as they are; it takes none of --window, --invert, --overlays.");
    }
    FilmPicture picture;
    try {
      picture = FilmPicture.open(around.workbench().intake(), file, frame);
    } catch (IndexOutOfBoundsException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
    byte[] png =
        stored ? picture.stored() : picture.shown(Optional.ofNullable(window), invert, overlays);
    AtomicFiles.write(out, stream -> stream.write(png));
    return Exit.WELL;
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  /** Reads {@code CENTER,WIDTH}. */
  static final class WindowConverter implements ITypeConverter<Window> {
    @Override
    public Window convert(String text) {
      String[] parts = text.split(",", -1);
      try {
        if (parts.length == 2) {
          Window read = Window.linear(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
          if (read.isValid()) {
            return read;
          }
        }
      } catch (NumberFormatException e) {
        throw refused(text);
      }
      throw refused(text);
    }

    private static TypeConversionException refused(String text) {
      return new TypeConversionException(
          "'" + text + "' is not CENTER,WIDTH with a width of at least 1, such as 1024,2048");
    }
  }
}
