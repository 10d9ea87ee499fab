package negatoscope.command.surroundings;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes.
 *
 * @param out results, and nothing else
 * @param err progress, notices and failures
 * @param outTerminal whether a person sees the results as they come
 * @param errTerminal whether a person sees the talk as it comes, so that a progress bar makes sense
 */
public record Console(PrintWriter out, PrintWriter err, boolean outTerminal, boolean errTerminal) {
  /**
   * Names, comma separated, which of {@code out} and {@code err} are terminals; set by the
   * launcher.
   */
  static final String TERMINALS = "negatoscope.terminals";

  /** The streams of this process. */
  public static Console ofProcess() {
    String terminals = System.getProperty(TERMINALS, "");
    // Not System.out: under Maven that is the build's own, and it is written to in another charset.
    return new Console(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        terminals.contains("out"),
        terminals.contains("err"));
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
    Charset charset =
        Charset.isSupported(encoding) ? Charset.forName(encoding) : StandardCharsets.UTF_8;
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset), true);
  }
}
