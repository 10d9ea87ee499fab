package negatoscope.screening.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/**
 * Keeps a second run away from an output folder, in this process or another: SQLite's lock on an
 * empty file {@code screening.lock}, of which the system lets go when the process dies.
 */
public final class OutputLock implements AutoCloseable {
  private final Path file;
  private final Connection connection;

  private OutputLock(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Takes a folder, which is made if it is not there.
   *
   * @throws Failure {@code BUSY} where a run is at work there, {@code NOT_WRITABLE}
   */
  public static OutputLock take(Path folder) {
    Path file = folder.resolve("screening.lock");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw AtomicFiles.notWritten(folder, e);
    }
    try {
      Connection connection = Sqlite.open(file, 0);
      try {
        Sqlite.run(connection, "BEGIN EXCLUSIVE");
        return new OutputLock(file, connection);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      Failure failure = Sqlite.failure(file, e);
      throw failure.code() == ErrorCode.BUSY ? busy(folder, failure) : failure;
    }
  }

  private static Failure busy(Path folder, Failure cause) {
    return new Failure(
        ErrorCode.BUSY,
        "A screening into " + folder + " is under way.",
        "Wait until it ends, or name another folder.",
        cause);
  }

  /** Lets go of the folder; the empty file stays. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Sqlite.failure(file, e);
    }
  }
}
