package negatoscope.screening.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import negatoscope.film.FilmWarning;
import negatoscope.screening.row.FilmIdentity;
import negatoscope.screening.row.FilmOrigin;
import negatoscope.screening.row.FilmResult;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.task.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Between a row of the work list and the columns of the table {@code film}. */
final class FilmColumns {
  /** In this order wherever all are written or read; their checksum comes after them. */
  static final List<String> NAMES =
      List.of(
          "path",
          "frame",
          "frames",
          "size",
          "modified",
          "sha256",
          "patient",
          "study",
          "series",
          "instance",
          "view",
          "since",
          "warnings",
          "heatmap",
          "status",
          "class",
          "probabilities",
          "called",
          "milliseconds",
          "class2",
          "probability2",
          "errorCode",
          "errorMessage");

  private static final ObjectMapper JSON = new ObjectMapper();

  private FilmColumns() {}

  /** Fills the parameters of a statement: all columns, and their checksum. */
  static void write(ScreenedFilm film, PreparedStatement into) throws SQLException {
    List<@Nullable Object> values = values(film);
    values.replaceAll(value -> value instanceof String text ? wellFormed(text) : value);
    for (int i = 0; i < values.size(); i++) {
      into.setObject(i + 1, values.get(i));
    }
    into.setLong(values.size() + 1, checksum(values));
  }

  private static List<@Nullable Object> values(ScreenedFilm film) {
    FilmIdentity file = film.identity();
    FilmOrigin from = film.origin();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(file.path());
    values.add((long) film.frame());
    values.add((long) film.frames());
    values.add(file.size());
    values.add(file.modified().toEpochMilli());
    values.add(file.sha256());
    values.add(from.patient());
    values.add(from.study());
    values.add(from.series());
    values.add(from.instance());
    values.add(from.view());
    values.add(from.since().map(Instant::toEpochMilli).orElse(null));
    values.add(json(film.warnings()));
    values.add(film.heatMap());
    values.add(film.result().status());
    FilmResult.Answered answered =
        film.result() instanceof FilmResult.Answered given ? given : null;
    values.add(answered == null ? null : answered.className());
    values.add(answered == null ? null : json(answered.probabilities()));
    values.add(answered == null ? null : answered.called().map(FilmColumns::json).orElse(null));
    values.add(answered == null ? null : answered.milliseconds());
    FilmResult.Second second = answered == null ? null : answered.second().orElse(null);
    values.add(second == null ? null : second.className());
    values.add(second == null ? null : second.probability());
    FilmResult.Failed failed = film.result() instanceof FilmResult.Failed given ? given : null;
    values.add(failed == null ? null : failed.code().name());
    values.add(failed == null ? null : failed.message());
    return values;
  }

  /**
   * Reads a row.
   *
   * @throws IllegalArgumentException if it is not what was written
   */
  static ScreenedFilm read(ResultSet row) throws SQLException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (String name : NAMES) {
      Object value = row.getObject(name);
      values.put(name, value instanceof Integer small ? Long.valueOf(small) : value);
    }
    if (row.getLong("checksum") != checksum(values.values())) {
      throw new IllegalArgumentException("a row is not what was written");
    }
    Columns of = new Columns(values);
    return new ScreenedFilm(
        new FilmIdentity(
            of.text("path"),
            of.number("size"),
            Instant.ofEpochMilli(of.number("modified")),
            of.text("sha256")),
        (int) of.number("frame"),
        (int) of.number("frames"),
        new FilmOrigin(
            of.text("patient"),
            of.text("study"),
            of.text("series"),
            of.text("instance"),
            of.text("view"),
            Optional.ofNullable((Long) values.get("since")).map(Instant::ofEpochMilli)),
        parsed(of.text("warnings"), new TypeReference<List<FilmWarning>>() {}),
        of.text("status").equals("ok") ? answered(of) : failed(of),
        of.text("heatmap"));
  }

  private static FilmResult answered(Columns of) {
    return new FilmResult.Answered(
        of.text("class"),
        parsed(of.text("probabilities"), new TypeReference<LinkedHashMap<String, Double>>() {}),
        of.has("called")
            ? Optional.of(parsed(of.text("called"), new TypeReference<List<String>>() {}))
            : Optional.empty(),
        of.real("milliseconds"),
        of.has("class2")
            ? Optional.of(new FilmResult.Second(of.text("class2"), of.real("probability2")))
            : Optional.empty());
  }

  private static FilmResult failed(Columns of) {
    return new FilmResult.Failed(ErrorCode.valueOf(of.text("errorCode")), of.text("errorMessage"));
  }

  /** Values by name, none of which may be missing that is asked for. */
  private record Columns(Map<String, @Nullable Object> values) {
    boolean has(String name) {
      return values.get(name) != null;
    }

    String text(String name) {
      return as(String.class, name);
    }

    long number(String name) {
      return as(Long.class, name);
    }

    double real(String name) {
      return as(Double.class, name);
    }

    private <T> T as(Class<T> type, String name) {
      Object value = values.get(name);
      if (!type.isInstance(value)) {
        throw new IllegalArgumentException("a row has no " + name);
      }
      return type.cast(value);
    }
  }

  private static long checksum(Iterable<? extends @Nullable Object> values) {
    CRC32 sum = new CRC32();
    for (Object value : values) {
      sum.update((value + "\u001F").getBytes(StandardCharsets.UTF_8));
    }
    return sum.getValue();
  }

  /** Half a surrogate pair, as a damaged name may hold it, comes back from no database. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no plain values", e);
    }
  }

  private static <T> T parsed(String json, TypeReference<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a row's JSON is not what was written", e);
    }
  }
}
