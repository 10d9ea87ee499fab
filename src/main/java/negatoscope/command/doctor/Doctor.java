package negatoscope.command.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import negatoscope.command.conventions.Exit;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.command.surroundings.Version;
import negatoscope.dicom.Toolkits;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.Model;
import negatoscope.network.Computing;
import negatoscope.task.Failure;

/** Looks whether everything that the program needs is there and whole. */
final class Doctor {
  private static final String ENGINE = "engine";
  private static final String MODEL = "model";
  private static final long MEGABYTE = 1 << 20;

  private final Surroundings around;

  Doctor(Surroundings around) {
    this.around = around;
  }

  /** How a check came out. */
  enum State {
    WELL,
    /** The program works, with less. */
    LESS,
    /** Something cannot be done. */
    ILL
  }

  /**
   * One check.
   *
   * @param name what was looked at
   * @param finding what was found, and what to do if that is bad
   */
  record Check(String name, State state, String finding) {}

  /** Makes all checks; none of them throws. */
  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(
        well(
            "program",
            "Negatoscope " + Version.ofProgram() + ", in " + around.app().root().toAbsolutePath()));
    checks.add(
        well(
            "java",
            Runtime.version()
                + " by "
                + property("java.vendor")
                + ", in "
                + property("java.home")));
    checks.add(
        well(
            "system",
            property("os.name") + " " + property("os.version") + ", " + property("os.arch")));
    Runtime runtime = Runtime.getRuntime();
    checks.add(
        well(
            "memory",
            "%d MB for Java at most, %d processors"
                .formatted(runtime.maxMemory() / MEGABYTE, runtime.availableProcessors())));
    checks.add(
        around
            .desktop()
            .missing()
            .map(why -> new Check("display", State.LESS, "no window can be opened: " + why))
            .orElseGet(() -> well("display", "there")));
    checks.add(tried("home", this::home));
    checks.add(dicom());
    checks.add(tried(ENGINE, () -> around.workbench().engineHealth()));
    checks.add(device());
    checks.add(tried(MODEL, this::model));
    return checks;
  }

  /** Another toolkit than the preferred one reads the same films. */
  private Check dicom() {
    Toolkits found = around.workbench().dicom();
    Check used = tried("dicom", found::summary);
    return used.state() == State.WELL && !found.passedOver().isEmpty()
        ? new Check("dicom", State.LESS, used.finding())
        : used;
  }

  /** On the CPU everything works, only slower. */
  private Check device() {
    try {
      Computing computing = around.workbench().computing();
      State state = computing.hindrance().isPresent() ? State.LESS : State.WELL;
      return new Check("device", state, computing.description());
    } catch (RuntimeException | LinkageError e) {
      return new Check("device", State.LESS, "not known without the engine");
    }
  }

  private String home() {
    Home home = around.workbench().home();
    try {
      Files.createDirectories(home.root());
      Path probe = Files.createTempFile(home.root(), "doctor", ".tmp");
      Files.delete(probe);
      return "%s, may be written to, %d MB free"
          .formatted(home.root(), Files.getFileStore(home.root()).getUsableSpace() / MEGABYTE);
    } catch (IOException e) {
      throw new Failure(
          negatoscope.task.ErrorCode.NOT_WRITABLE,
          home.root() + " cannot be written to.",
          "Name another folder in " + Home.VARIABLE + ".",
          e);
    }
  }

  private String model() {
    Model model = around.workbench().library().find(Library.BUNDLED).verified();
    return "%s, whole, id %s, in %s"
        .formatted(model.card().name(), model.card().id().substring(0, 12), model.folder());
  }

  private static Check well(String name, String finding) {
    return new Check(name, State.WELL, finding);
  }

  private static Check tried(String name, Supplier<String> look) {
    try {
      return well(name, look.get());
    } catch (RuntimeException | LinkageError e) {
      Failure failure = Failure.of(e);
      return new Check(name, State.ILL, failure.code() + ": " + failure.getMessage());
    }
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  /** The exit code that these checks come to. */
  static int exit(List<Check> checks) {
    List<String> ill =
        checks.stream().filter(check -> check.state() == State.ILL).map(Check::name).toList();
    if (ill.contains(ENGINE) || ill.contains(MODEL)) {
      return Exit.NOTHING_TO_RUN_ON;
    }
    return ill.isEmpty() ? Exit.WELL : Exit.FAILED;
  }

  /** The state's word in results. */
  static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
