package negatoscope.training.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import negatoscope.film.Film;
import negatoscope.film.FilmSize;
import negatoscope.film.FilmWarning;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.tensor.FilmBorder;
import negatoscope.tensor.FilmChecks;
import negatoscope.tensor.FilmFingerprint;
import negatoscope.tensor.FilmTensor;
import negatoscope.tensor.TensorOptions;

/** Finds out the facts about a film. May be used by many threads at once. */
final class FactReader {
  private static final int BUFFER = 1 << 16;

  private final Function<Path, Film> reader;
  private final FilmChecks checks = FilmChecks.standard();

  /**
   * A reader of facts.
   *
   * @param reader opens a film, as {@code Intake.openFirst} does
   */
  FactReader(Function<Path, Film> reader) {
    this.reader = reader;
  }

  /**
   * SHA-256 of a file in hexadecimal.
   *
   * @throws Failure {@code NOT_READABLE}, or {@code TOO_LARGE} for what no film is
   */
  static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      FilmSize.checkBytes(file, Files.size(file));
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_READABLE, file + " cannot be read.", "Check that you may read it.", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Opens a film and looks at it. */
  FilmState read(Path file, String sha256) {
    try {
      Film film = reader.apply(file);
      FilmTensor tensor = FilmTensor.of(film, TensorOptions.DEFAULT);
      Set<FilmWarning.Code> warnings = new LinkedHashSet<>();
      film.warnings().forEach(warning -> warnings.add(warning.code()));
      tensor.warnings().forEach(warning -> warnings.add(warning.code()));
      checks.check(tensor).forEach(warning -> warnings.add(warning.code()));
      FilmBorder border = FilmBorder.of(tensor);
      return new FilmState.Read(
          new FilmFacts(
              sha256,
              film.width(),
              film.height(),
              film.provenance().format(),
              film.provenance().encoding(),
              film.view(),
              film.provenance().patientId(),
              border.mean(),
              border.spread(),
              warnings.stream().toList(),
              FilmFingerprint.of(film)));
    } catch (RuntimeException e) {
      Failure failure = Failure.of(e);
      return new FilmState.Unreadable(failure.code(), failure.sentence());
    }
  }
}
