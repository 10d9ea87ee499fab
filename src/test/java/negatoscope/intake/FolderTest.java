package negatoscope.intake;

import static negatoscope.intake.PngMaker.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import negatoscope.film.FilmException;
import negatoscope.task.ErrorCode;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a folder are films. */
class FolderTest {
  private static final byte[] PNG = new PngMaker(1, 1, 8, 0).rows(row(1)).end();
  private final Intake intake = Intake.withBuiltInToolkit();
  private final Path folder;

  FolderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void filmsAreFoundBelowAFolderByTheirFirstBytesAndSorted() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("b/c"));
    Path last = Files.write(folder.resolve("z.jpeg"), PNG);
    Path named = Files.write(inner.resolve("no-ending"), PNG);
    Path first = Files.write(folder.resolve("a.png"), PNG);
    Files.writeString(folder.resolve("notes.png"), "no film");
    Files.write(folder.resolve("empty.png"), new byte[0]);
    assertThat(intake.films(folder)).containsExactly(first, named, last);
  }

  @Test
  void hiddenFilesAndFoldersAreLeftOut() throws IOException {
    Files.write(folder.resolve(".hidden.png"), PNG);
    Files.write(Files.createDirectory(folder.resolve(".cache")).resolve("film.png"), PNG);
    Path seen = Files.write(folder.resolve("seen.png"), PNG);
    assertThat(intake.films(folder)).containsExactly(seen);
    Path root = folder.resolve(".cache");
    assertThat(intake.films(root)).containsExactly(root.resolve("film.png"));
  }

  @Test
  void linksAreFollowedButNotInCircles() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path film = Files.write(real.resolve("film.png"), PNG);
    Files.createSymbolicLink(real.resolve("circle"), folder);
    Files.createSymbolicLink(folder.resolve("dangling.png"), folder.resolve("nowhere.png"));
    Path link = Files.createSymbolicLink(folder.resolve("link.png"), film);
    assertThat(intake.films(folder)).containsExactly(link, film);
  }

  @Test
  void aNamedFileIsKeptWhateverItIs() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "no film");
    assertThat(intake.films(text)).containsExactly(text);
    FilmException missing =
        catchThrowableOfType(FilmException.class, () -> intake.films(folder.resolve("missing")));
    assertThat(missing.code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(missing.getMessage()).contains("missing");
  }

  @Test
  @NeedsShared
  void aDirectoryOfFilmsIsNoFilm() {
    assertThat(intake.films(Shared.path("dicom/films/dicomdir")))
        .hasSize(4)
        .noneMatch(path -> path.endsWith("DICOMDIR"));
    assertThat(intake.films(Shared.path("dicom/films")))
        .hasSizeGreaterThan(95)
        .contains(Shared.path("dicom/films/no-meta-implicit.dcm"));
  }
}
