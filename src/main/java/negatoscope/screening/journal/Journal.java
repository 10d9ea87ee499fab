package negatoscope.screening.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import negatoscope.screening.row.FilmIdentity;
import negatoscope.screening.row.ScreenedFilm;

/**
 * What came of each film of a screening, written as it comes; see {@link JournalFile} for how one
 * is opened.
 *
 * <p>A run marks the files that it meets, so that those which are no longer there stay in the
 * journal but out of the list.
 *
 * <p>May be used from any thread, one call at a time.
 */
public final class Journal implements AutoCloseable {
  /** Milliseconds to wait while another program reads. */
  static final int PATIENCE = 10_000;

  private static final String RUN = "run";

  private static final String INSERT =
      "INSERT INTO film (%s, checksum, run) VALUES (%s)"
          .formatted(
              String.join(", ", FilmColumns.NAMES),
              String.join(", ", Collections.nCopies(FilmColumns.NAMES.size() + 2, "?")));

  // The first film of those with the same content is found in the order of their paths, which does
  // not depend on which was screened first.
  private static final String LIST =
      """
      SELECT film.*, verdict, note, reading.sha256 <> film.sha256 AS outdated,
        first_value(path) OVER (PARTITION BY film.sha256, frame ORDER BY path) AS same,
        first_value(path) OVER (PARTITION BY instance, frame ORDER BY path) AS twin
      FROM film LEFT JOIN reading USING (path, frame) WHERE run = ? ORDER BY path, frame\
      """;

  private static final String READ =
      """
      INSERT OR REPLACE INTO reading (path, frame, sha256, verdict, note)
      SELECT path, frame, sha256, ?, ? FROM film WHERE path = ? AND frame = ?\
      """;

  private final Path file;
  private final Connection connection;

  Journal(Path file, Connection connection) throws SQLException {
    this.file = file;
    this.connection = connection;
    Sqlite.run(connection, "PRAGMA synchronous = FULL");
  }

  /** Work with the database. */
  @FunctionalInterface
  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Does all of some work or none of it. */
  private synchronized <T> T transaction(Work<T> work) {
    try {
      connection.setAutoCommit(false);
      try {
        T result = work.with(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw Sqlite.failure(file, e);
    } catch (IllegalArgumentException e) {
      throw Sqlite.damaged(file, e);
    }
  }

  /** Reads every row. */
  void check() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM film")) {
      while (rows.next()) {
        FilmColumns.read(rows);
      }
    }
    run();
  }

  /** What the rows depend on, by name. */
  public Map<String, String> settings() {
    Map<String, String> settings =
        transaction(
            with -> {
              Map<String, String> found = new TreeMap<>();
              try (Statement statement = with.createStatement();
                  ResultSet rows = statement.executeQuery("SELECT name, value FROM setting")) {
                while (rows.next()) {
                  found.put(rows.getString(1), rows.getString(2));
                }
              }
              return found;
            });
    settings.remove(RUN);
    return settings;
  }

  /** Adds settings, or gives them other values. */
  public void keep(Map<String, String> settings) {
    transaction(
        with -> {
          try (PreparedStatement put =
              with.prepareStatement("INSERT OR REPLACE INTO setting VALUES (?, ?)")) {
            for (Map.Entry<String, String> setting : settings.entrySet()) {
              put.setString(1, setting.getKey());
              put.setString(2, setting.getValue());
              put.executeUpdate();
            }
          }
          return settings;
        });
  }

  /** Starts a run: no film was met yet. */
  public void begin() {
    keep(Map.of(RUN, Integer.toString(run() + 1)));
  }

  private synchronized int run() {
    try {
      String run = Sqlite.text(connection, "SELECT value FROM setting WHERE name = 'run'");
      return run.isEmpty() ? 0 : Integer.parseInt(run);
    } catch (SQLException e) {
      throw Sqlite.failure(file, e);
    }
  }

  /** The identity of a file whose rows are there and would be the same if they were made again. */
  public Optional<FilmIdentity> known(String path) {
    List<ScreenedFilm> rows =
        transaction(
            with -> {
              List<ScreenedFilm> found = new ArrayList<>();
              try (PreparedStatement query =
                  with.prepareStatement("SELECT * FROM film WHERE path = ?")) {
                query.setString(1, path);
                try (ResultSet result = query.executeQuery()) {
                  while (result.next()) {
                    found.add(FilmColumns.read(result));
                  }
                }
              }
              return found;
            });
    return rows.isEmpty() || !rows.stream().allMatch(ScreenedFilm::lasts)
        ? Optional.empty()
        : Optional.of(rows.get(0).identity());
  }

  /**
   * Writes what came of some files, all of it or nothing.
   *
   * @param files the rows of each file, instead of those that it had; what their readers said stays
   * @param unchanged files that keep their rows
   */
  public void add(List<List<ScreenedFilm>> files, List<String> unchanged) {
    int run = run();
    transaction(
        with -> {
          try (PreparedStatement delete = with.prepareStatement("DELETE FROM film WHERE path = ?");
              PreparedStatement insert = with.prepareStatement(INSERT);
              PreparedStatement mark =
                  with.prepareStatement("UPDATE film SET run = ? WHERE path = ?")) {
            for (List<ScreenedFilm> rows : files) {
              delete.setString(1, rows.get(0).identity().path());
              delete.executeUpdate();
              for (ScreenedFilm row : rows) {
                FilmColumns.write(row, insert);
                insert.setInt(FilmColumns.NAMES.size() + 2, run);
                insert.executeUpdate();
              }
            }
            for (String path : unchanged) {
              mark.setInt(1, run);
              mark.setString(2, path);
              mark.executeUpdate();
            }
          }
          return run;
        });
  }

  /**
   * The films that this run has met, in the order of their paths.
   *
   * @param to told each; must not come back to the journal
   */
  public void list(Consumer<JournalRow> to) {
    int run = run();
    transaction(
        with -> {
          try (PreparedStatement query = with.prepareStatement(LIST)) {
            query.setInt(1, run);
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                to.accept(row(rows));
              }
            }
          }
          return run;
        });
  }

  private static JournalRow row(ResultSet rows) throws SQLException {
    ScreenedFilm film = FilmColumns.read(rows);
    String verdict = Objects.requireNonNullElse(rows.getString("verdict"), "");
    String note = Objects.requireNonNullElse(rows.getString("note"), "");
    boolean said = !verdict.isEmpty() || !note.isEmpty();
    return new JournalRow(
        film,
        original(film, rows.getString("same"), rows.getString("twin")),
        verdict,
        note,
        said && rows.getBoolean("outdated"));
  }

  private static Optional<String> original(ScreenedFilm film, String same, String twin) {
    String path = film.identity().path();
    if (film.identity().wasRead() && !same.equals(path)) {
      return Optional.of(same);
    }
    return film.origin().instance().isEmpty() || twin.equals(path)
        ? Optional.empty()
        : Optional.of(twin);
  }

  /**
   * Keeps what a film's reader says of its present content; it outlives another screening.
   *
   * @param verdict the class decided for; empty for none
   */
  public void read(String path, int frame, String verdict, String note) {
    transaction(
        with -> {
          try (PreparedStatement update = with.prepareStatement(READ)) {
            update.setString(1, verdict);
            update.setString(2, note);
            update.setString(3, path);
            update.setInt(4, frame);
            return update.executeUpdate();
          }
        });
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Sqlite.failure(file, e);
    }
  }
}
