package negatoscope.screening.journal;

import java.sql.Connection;
import java.sql.SQLException;

/** The tables of {@code screening.db}, version {@link #VERSION} in {@code user_version}. */
final class JournalSchema {
  static final int VERSION = 2;

  private static final String SETTINGS =
      "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT";

  // A film without an answer has no class and no probability: the database sees to it too.
  private static final String FILMS =
      """
      CREATE TABLE film (
        path TEXT NOT NULL, frame INTEGER NOT NULL, frames INTEGER NOT NULL,
        size INTEGER NOT NULL, modified INTEGER NOT NULL, sha256 TEXT NOT NULL,
        patient TEXT NOT NULL, study TEXT NOT NULL, series TEXT NOT NULL, instance TEXT NOT NULL,
        view TEXT NOT NULL, since INTEGER, warnings TEXT NOT NULL, heatmap TEXT NOT NULL,
        status TEXT NOT NULL, class TEXT, probabilities TEXT, called TEXT, milliseconds REAL,
        class2 TEXT, probability2 REAL, errorCode TEXT, errorMessage TEXT,
        checksum INTEGER NOT NULL, run INTEGER NOT NULL,
        PRIMARY KEY (path, frame),
        CHECK (status IN ('ok', 'refused', 'error')),
        CHECK ((status = 'ok') = (class IS NOT NULL)),
        CHECK ((status = 'ok') = (probabilities IS NOT NULL)),
        CHECK (status = 'ok' OR (called IS NULL AND class2 IS NULL AND probability2 IS NULL))
      ) STRICT, WITHOUT ROWID\
      """;

  // Apart from the films, whose rows are replaced; with the content that the reader saw.
  private static final String READINGS =
      """
      CREATE TABLE reading (
        path TEXT NOT NULL, frame INTEGER NOT NULL, sha256 TEXT NOT NULL,
        verdict TEXT NOT NULL, note TEXT NOT NULL,
        PRIMARY KEY (path, frame)
      ) STRICT, WITHOUT ROWID\
      """;

  private JournalSchema() {}

  /** Makes the tables in an empty database that nobody else knows of yet. */
  static void create(Connection connection) throws SQLException {
    // No file beside it that a kill could leave; the log comes with the first opening.
    Sqlite.run(connection, "PRAGMA journal_mode = MEMORY");
    connection.setAutoCommit(false);
    Sqlite.run(connection, SETTINGS);
    Sqlite.run(connection, FILMS);
    Sqlite.run(connection, READINGS);
    Sqlite.run(connection, "PRAGMA user_version = " + VERSION);
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Takes verdicts and notes out of the films' rows, where version 1 kept them. */
  static void upgrade(Connection connection) throws SQLException {
    if (!Sqlite.text(connection, "PRAGMA user_version").equals("1")) {
      return;
    }
    connection.setAutoCommit(false);
    Sqlite.run(connection, READINGS);
    Sqlite.run(
        connection,
        "INSERT INTO reading SELECT path, frame, sha256, verdict, note FROM film"
            + " WHERE verdict <> '' OR note <> ''");
    Sqlite.run(connection, "ALTER TABLE film DROP COLUMN verdict");
    Sqlite.run(connection, "ALTER TABLE film DROP COLUMN note");
    Sqlite.run(connection, "PRAGMA user_version = " + VERSION);
    connection.commit();
    connection.setAutoCommit(true);
  }

  /**
   * Sees that a database is a journal of this version or the first, and whole.
   *
   * @throws IllegalArgumentException where it is not
   */
  static void check(Connection connection) throws SQLException {
    String version = Sqlite.text(connection, "PRAGMA user_version");
    if (!version.equals("1") && !version.equals(Integer.toString(VERSION))) {
      throw new IllegalArgumentException("its version is %s, not %d".formatted(version, VERSION));
    }
    String health = Sqlite.text(connection, "PRAGMA integrity_check(1)");
    if (!health.equals("ok")) {
      throw new IllegalArgumentException(health.lines().reduce((a, b) -> b).orElse("not whole"));
    }
  }
}
