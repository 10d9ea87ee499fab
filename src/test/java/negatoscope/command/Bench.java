package negatoscope.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import negatoscope.classification.Classifier;
import negatoscope.command.surroundings.AppFolder;
import negatoscope.command.surroundings.Console;
import negatoscope.command.surroundings.Desktop;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.command.surroundings.Workbench;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Toolkits;
import negatoscope.intake.Intake;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.WeightStore;
import negatoscope.network.Computing;
import negatoscope.network.Device;
import negatoscope.network.Engine;
import negatoscope.network.GpuSupport;
import negatoscope.rendering.GreyPicture;
import negatoscope.rendering.PngWriter;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/** The command line in a folder, with a fake classifier and caught streams. */
final class Bench implements Workbench {
  /** How many films {@link #trainingFilms} writes for each class. */
  static final int FILMS_A_CLASS = 15;

  /** What a run left. */
  record Result(int exit, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  final FakeClassifier classifier = new FakeClassifier();
  final Map<String, FakeClassifier> others = new LinkedHashMap<>();
  final List<Path> opened = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  Optional<String> noDisplay = Optional.empty();
  Optional<Failure> noModel = Optional.empty();
  Optional<Failure> noEngine = Optional.empty();
  Optional<Engine> engine = Optional.empty();
  Optional<WeightStore> weights = Optional.empty();
  Toolkits dicom = Toolkits.find();
  Computing computing = new Computing("0", List.of(), 2, GpuSupport.NONE);
  boolean terminal;
  private final Path folder;

  Bench(Path folder) {
    this.folder = folder;
  }

  Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(new PrintWriter(out, true), new PrintWriter(err, true), terminal, terminal);
    Desktop desktop =
        new Desktop() {
          @Override
          public Optional<String> missing() {
            return noDisplay;
          }

          @Override
          public void open(List<Path> paths) {
            opened.addAll(paths);
          }
        };
    Surroundings around = new Surroundings(this, console, desktop, new AppFolder(folder));
    int exit = new CommandLineProgram(around).run(arguments);
    return new Result(exit, out.toString(), err.toString());
  }

  /** Writes a grey PNG of the given width. */
  Path film(String name, int width) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    byte[] pixels = new byte[width * 80];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i % width);
    }
    Files.write(
        file, PngWriter.encode(new GreyPicture(width, 80, pixels), PngWriter.Packing.SMALL));
    return file;
  }

  /** Writes 15 films of spots a class into {@code films}, a folder a class, and names that. */
  String trainingFilms(String... classes) throws IOException {
    for (int k = 0; k < classes.length; k++) {
      for (int i = 0; i < FILMS_A_CLASS; i++) {
        spots("films/" + classes[k] + "/" + i + ".png", 70 + 25 * k, 100 * k + i);
      }
    }
    return folder.resolve("films").toString();
  }

  /** Writes a recipe that is quick, and names it. */
  String quickRecipe(int headEpochs) throws IOException {
    return Files.writeString(
            folder.resolve("recipe.json"),
            "{\"side\": 32, \"headStage\": {\"epochs\": %d, \"batch\": 4},".formatted(headEpochs)
                + " \"wholeStage\": {\"batch\": 4}}")
        .toString();
  }

  /** Writes a grey PNG of bright and dark spots, unlike that of any other seed. */
  Path spots(String name, int width, int seed) throws IOException {
    int height = 90;
    byte[] pixels = new byte[width * height];
    Random random = new Random(seed);
    for (int spot = 0; spot < 80; spot++) {
      int left = random.nextInt(width - 8);
      int top = random.nextInt(height - 8);
      byte grey = (byte) random.nextInt(256);
      for (int y = top; y < top + 8; y++) {
        Arrays.fill(pixels, y * width + left, y * width + left + 8, grey);
      }
    }
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(
        file, PngWriter.encode(new GreyPicture(width, height, pixels), PngWriter.Packing.SMALL));
    return file;
  }

  @Override
  public Home home() {
    return new Home(folder.resolve("home"));
  }

  @Override
  public Toolkits dicom() {
    return dicom;
  }

  @Override
  public Intake intake() {
    return new Intake(DicomToolkit.preferred());
  }

  @Override
  public Library library() {
    return new Library(home());
  }

  @Override
  public WeightStore weights() {
    return weights.orElseGet(Workbench.super::weights);
  }

  @Override
  public Engine engine() {
    return engine.orElseThrow(() -> new Failure(ErrorCode.NO_ENGINE, "There is no engine.", ""));
  }

  @Override
  public Computing computing() {
    return computing;
  }

  @Override
  public String engineHealth() {
    if (noEngine.isPresent()) {
      throw noEngine.get();
    }
    return "fake engine, whole";
  }

  @Override
  public Classifier classifier(Optional<String> model, Device device) {
    asked.add(model.orElse("default") + " on " + device);
    if (noModel.isPresent()) {
      throw noModel.get();
    }
    FakeClassifier open = others.getOrDefault(model.orElse(""), classifier);
    return open.closed() ? new FakeClassifier() : open;
  }

  @Override
  public void close() {
    classifier.close();
    others.values().forEach(FakeClassifier::close);
  }
}
