package negatoscope.dicom;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/**
 * The toolkits on a class path: those that started, and why others did not.
 *
 * @param usable the preferred one first, the program's own last
 * @param passedOver a sentence for each that is announced and cannot start: a class or a library of
 *     it is missing, or the file that announces it is damaged
 */
public record Toolkits(List<DicomToolkit> usable, List<String> passedOver) {
  /** A loader that goes on failing is asked no more than this often. */
  private static final int MOST_FAILURES = 16;

  /** Copies the lists. */
  public Toolkits {
    usable = List.copyOf(usable);
    passedOver = List.copyOf(passedOver);
  }

  /** Starts every toolkit that this program is shipped with. */
  public static Toolkits find() {
    return find(Toolkits.class.getClassLoader());
  }

  /** Starts every toolkit that the class path of a loader announces. */
  static Toolkits find(ClassLoader loader) {
    Iterator<ServiceLoader.Provider<DicomToolkit>> providers =
        ServiceLoader.load(DicomToolkit.class, loader).stream().iterator();
    List<DicomToolkit> first = new ArrayList<>();
    List<DicomToolkit> last = new ArrayList<>();
    List<String> passedOver = new ArrayList<>();
    while (passedOver.size() < MOST_FAILURES) {
      try {
        if (!providers.hasNext()) {
          break;
        }
        DicomToolkit toolkit = providers.next().get();
        (toolkit.isLastResort() ? last : first).add(toolkit);
      } catch (ServiceConfigurationError | LinkageError e) {
        passedOver.add(reason(e));
      }
    }
    first.addAll(last);
    return new Toolkits(first, passedOver);
  }

  /**
   * The one to use.
   *
   * @throws Failure INTERNAL where none started
   */
  public DicomToolkit preferred() {
    if (usable.isEmpty()) {
      throw new Failure(
          ErrorCode.INTERNAL,
          "No DICOM toolkit starts: " + String.join("; ", passedOver) + ".",
          "Install the program again.");
    }
    return usable.get(0);
  }

  /** The one in use, and why others are not, in a line for people. */
  public String summary() {
    return passedOver.isEmpty()
        ? preferred().name()
        : preferred().name()
            + passedOver.stream().collect(Collectors.joining("; ", " (passed over: ", ")"));
  }

  private static String reason(Error error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String what = String.valueOf(error.getMessage());
    String said = what.replace(DicomToolkit.class.getName() + ": ", "");
    boolean named = error instanceof ServiceConfigurationError;
    String why = root.getClass().getSimpleName() + ": " + root.getMessage();
    return named && root == error ? said : named ? said + " (" + why + ")" : why;
  }
}
