package negatoscope.library.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/** A model in a folder. Links are not followed. */
final class FolderSource extends ModelSource {
  private final Path folder;
  private final List<ModelFile> files;

  private FolderSource(Path folder, List<ModelFile> files) {
    super(folder);
    this.folder = folder;
    this.files = files;
  }

  static FolderSource of(Path folder) {
    List<ModelFile> files = new ArrayList<>();
    try {
      add(folder, "", files);
      Path variables = folder.resolve(ModelFile.VARIABLES);
      if (Files.isDirectory(variables, LinkOption.NOFOLLOW_LINKS)) {
        add(variables, ModelFile.VARIABLES + "/", files);
      }
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_READABLE, folder + " cannot be read.", "Check its permissions.", e);
    }
    files.sort(Comparator.comparing(ModelFile::name));
    FolderSource source = new FolderSource(folder, List.copyOf(files));
    source.check();
    return source;
  }

  private static void add(Path folder, String before, List<ModelFile> files) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = before + entry.getFileName();
        if (ModelFile.mostBytes(name).isPresent()
            && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
          files.add(new ModelFile(name, Files.size(entry)));
        }
      }
    }
  }

  @Override
  List<ModelFile> files() {
    return files;
  }

  @Override
  InputStream stream(ModelFile file) throws IOException {
    return Files.newInputStream(folder.resolve(file.name()), LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void close() {
    // Nothing is held open between two files.
  }
}
