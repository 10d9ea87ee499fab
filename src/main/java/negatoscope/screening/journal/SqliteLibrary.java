package negatoscope.screening.journal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import negatoscope.task.AtomicFiles;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, taken out of its jar once and kept beside TensorFlow's. Left to itself
 * the driver unpacks it at every start into the folder for temporary files, and leaves it there
 * when the program is killed.
 */
public final class SqliteLibrary {
  private SqliteLibrary() {}

  /**
   * Unpacks the library below a folder if it is not there yet, and tells the driver.
   *
   * @param natives as {@code Home.natives} names it
   * @throws negatoscope.task.Failure {@code NOT_WRITABLE} or {@code DISK_FULL}
   */
  public static void keepIn(Path natives) {
    String name = LibraryLoaderUtil.getNativeLibName();
    Path folder = natives.toAbsolutePath().resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
    Path file = folder.resolve(name);
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource + " is not in this build");
      }
      byte[] bytes = in.readAllBytes();
      if (!Files.isRegularFile(file) || Files.size(file) != bytes.length) {
        AtomicFiles.write(file, out -> out.write(bytes));
      }
    } catch (IOException e) {
      throw AtomicFiles.notWritten(file, e);
    }
    System.setProperty("org.sqlite.lib.path", folder.toString());
    System.setProperty("org.sqlite.lib.name", name);
  }
}
