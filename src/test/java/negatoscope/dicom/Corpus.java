package negatoscope.dicom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import negatoscope.testing.Shared;

/** The DICOM test films with what a correct reader gets out of them. */
final class Corpus {
  private static final Set<String> PLAIN =
      Set.of(TransferSyntax.EXPLICIT.uid(), TransferSyntax.IMPLICIT.uid());

  private Corpus() {}

  static Stream<JsonNode> films() {
    return entries("dicom/manifest.json");
  }

  static Stream<JsonNode> broken() {
    return entries("dicom/broken/manifest.json");
  }

  /** Whether a film is in an uncompressed little-endian syntax. */
  static boolean isPlain(JsonNode film) {
    return PLAIN.contains(film.path("transferSyntax").path("uid").asText());
  }

  /** Whether it is grey, or 8-bit RGB. */
  static boolean isGrey(JsonNode film) {
    return film.path("photometric").asText().startsWith("MONOCHROME");
  }

  static Path file(JsonNode film) {
    return Shared.path("dicom/" + film.path("file").asText());
  }

  /** The values of an expected picture, row by row, of a coloured one side by side. */
  static int[] picture(String name) {
    try {
      Raster raster = ImageIO.read(Shared.path("dicom/" + name).toFile()).getRaster();
      return raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<JsonNode> entries(String manifest) {
    try {
      JsonNode all = new ObjectMapper().readTree(Shared.path(manifest).toFile());
      return StreamSupport.stream(all.spliterator(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
