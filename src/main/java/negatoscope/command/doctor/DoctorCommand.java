package negatoscope.command.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import negatoscope.command.conventions.Format;
import negatoscope.command.surroundings.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}: is everything there and whole? */
@Command(
    name = "doctor",
    description = "Look whether all that the program needs is there and whole.",
    showDefaultValues = true)
public final class DoctorCommand implements Callable<Integer> {
  private final Surroundings around;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the result.")
  private Format format = Format.TEXT;

  /** The command, which reaches what it is given. */
  public DoctorCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    List<Doctor.Check> checks = new Doctor(around).checks();
    PrintWriter out = around.console().out();
    if (format == Format.JSON) {
      Map<String, Map<String, String>> object = new LinkedHashMap<>();
      for (Doctor.Check check : checks) {
        Map<String, String> found = new LinkedHashMap<>();
        found.put("state", Doctor.word(check.state()));
        found.put("finding", check.finding());
        object.put(check.name(), found);
      }
      out.println(new ObjectMapper().writeValueAsString(object));
    } else {
      for (Doctor.Check check : checks) {
        out.printf("%-9s %-5s %s%n", check.name(), Doctor.word(check.state()), check.finding());
      }
    }
    return Doctor.exit(checks);
  }
}
