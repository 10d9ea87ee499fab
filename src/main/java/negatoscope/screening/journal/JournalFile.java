package negatoscope.screening.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import negatoscope.task.AtomicFiles;

/**
 * The place of a journal: {@code screening.db} in the output folder, with the two files that SQLite
 * keeps beside it.
 *
 * @param folder the output folder
 */
public record JournalFile(Path folder) {
  private static final String NAME = "screening";

  /** SQLite's files beside a database; the log of what is not in it yet must go before it goes. */
  private static final List<String> BESIDE = List.of("-wal", "-shm", "");

  /** The database. */
  public Path file() {
    return named(NAME, "");
  }

  private Path named(String name, String end) {
    return folder.resolve(name + ".db" + end);
  }

  /** Whether there is a journal, whole or not. */
  public boolean exists() {
    return Files.exists(file());
  }

  /**
   * Starts a journal, which is there with its settings or not at all.
   *
   * @param settings what its rows depend on, by name
   * @throws negatoscope.task.Failure {@code NOT_WRITABLE} or {@code DISK_FULL}
   */
  public Journal create(Map<String, String> settings) {
    AtomicFiles.writeByPath(
        file(),
        aside -> {
          try (Connection connection = Sqlite.open(aside, 0)) {
            JournalSchema.create(connection);
            new Journal(file(), connection).keep(settings);
          } catch (SQLException e) {
            throw Sqlite.failure(file(), e);
          }
        });
    return open();
  }

  /**
   * Opens the journal and reads it through.
   *
   * @throws negatoscope.task.Failure {@code BAD_JOURNAL} where it is damaged or something else; it
   *     stays as it is
   */
  public Journal open() {
    try {
      Connection connection = Sqlite.open(file(), Journal.PATIENCE);
      try {
        JournalSchema.check(connection);
        Sqlite.run(connection, "PRAGMA journal_mode = WAL");
        JournalSchema.upgrade(connection);
        Journal journal = new Journal(file(), connection);
        journal.check();
        return journal;
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw Sqlite.failure(file(), e);
    } catch (IllegalArgumentException e) {
      throw Sqlite.damaged(file(), e);
    }
  }

  /**
   * Keeps the journal under another name, {@code screening-1.db} and so on, and so makes room for a
   * new one. What is there is never overwritten.
   *
   * @return the new name; empty where there was none
   * @throws negatoscope.task.Failure {@code NOT_WRITABLE} or {@code DISK_FULL}
   */
  public Optional<Path> keepAside() {
    if (BESIDE.stream().noneMatch(end -> Files.exists(named(NAME, end)))) {
      return Optional.empty();
    }
    int number = 1;
    while (taken(NAME + "-" + number)) {
      number++;
    }
    String aside = NAME + "-" + number;
    try {
      for (String end : BESIDE) {
        if (Files.exists(named(NAME, end))) {
          Files.move(named(NAME, end), named(aside, end));
        }
      }
    } catch (IOException e) {
      throw AtomicFiles.notWritten(file(), e);
    }
    return Optional.of(named(aside, ""));
  }

  private boolean taken(String name) {
    return BESIDE.stream().anyMatch(end -> Files.exists(named(name, end)));
  }
}
