package negatoscope.command.conventions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes named values: a line each for people, one object for programs. */
public final class FactWriter {
  private final PrintWriter out;

  /** Writes to results. */
  public FactWriter(PrintWriter out) {
    this.out = out;
  }

  /** Writes values that are texts, numbers, truths, lists or maps. */
  public void write(Map<String, ?> facts, Format format) {
    if (format == Format.JSON) {
      try {
        out.println(new ObjectMapper().writeValueAsString(facts));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException("no plain values", e);
      }
      return;
    }
    int width = facts.keySet().stream().mapToInt(String::length).max().orElse(0);
    facts.forEach(
        (name, value) ->
            out.println(
                (name + " ".repeat(width - name.length()) + "  " + text(value)).stripTrailing()));
  }

  private static String text(Object value) {
    if (value instanceof Collection<?> list) {
      return list.isEmpty()
          ? "none"
          : list.stream().map(FactWriter::text).collect(Collectors.joining("; "));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + " " + text(entry.getValue()))
          .collect(Collectors.joining(", "));
    }
    return String.valueOf(value);
  }
}
