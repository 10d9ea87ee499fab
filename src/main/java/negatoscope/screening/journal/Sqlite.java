package negatoscope.screening.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens SQLite files, and says what is wrong with them in the words of this program. */
final class Sqlite {
  private Sqlite() {}

  /**
   * Opens or makes a database.
   *
   * @param patience milliseconds to wait for another connection's lock
   */
  static Connection open(Path file, int patience) throws SQLException {
    Properties options = new Properties();
    options.setProperty("busy_timeout", Integer.toString(patience));
    // As a URI, whose question marks are written otherwise; in a plain name they begin options.
    return DriverManager.getConnection(
        "jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString(), options);
  }

  /** Runs a statement. */
  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first value of a query, as text; empty where there is none. */
  static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      String text = rows.next() ? rows.getString(1) : null;
      return text == null ? "" : text;
    }
  }

  /** What an error of the database means. */
  static Failure failure(Path file, SQLException problem) {
    int code = problem instanceof SQLiteException known ? known.getResultCode().code & 0xFF : 0;
    if (code == SQLiteErrorCode.SQLITE_FULL.code || code == SQLiteErrorCode.SQLITE_IOERR.code) {
      return full(file)
          ? new Failure(
              ErrorCode.DISK_FULL,
              file + " could not be written because the disk is full.",
              "Make room and go on with --resume.",
              problem)
          : notWritable(file, problem);
    }
    if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return new Failure(
          ErrorCode.BUSY, file + " is in use.", "Close the program that has it open.", problem);
    }
    if (code == SQLiteErrorCode.SQLITE_READONLY.code
        || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || code == SQLiteErrorCode.SQLITE_PERM.code) {
      return notWritable(file, problem);
    }
    return damaged(file, problem);
  }

  /** The journal is not what was written. */
  static Failure damaged(Path file, Throwable how) {
    return new Failure(
        ErrorCode.BAD_JOURNAL,
        "%s is damaged or no journal of a screening (%s).".formatted(file, how.getMessage()),
        "Start anew with --restart; it is kept under another name.",
        how);
  }

  private static Failure notWritable(Path file, SQLException problem) {
    return new Failure(
        ErrorCode.NOT_WRITABLE,
        "%s could not be written (%s).".formatted(file, problem.getMessage()),
        "See that its folder is there and may be written to, and go on with --resume.",
        problem);
  }

  /** A full disk shows as an error of reading and writing too, where a mapped file cannot grow. */
  private static boolean full(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      return folder != null && Files.getFileStore(folder).getUsableSpace() < 1 << 16;
    } catch (IOException e) {
      return false;
    }
  }
}
