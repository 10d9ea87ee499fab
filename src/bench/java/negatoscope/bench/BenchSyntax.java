package negatoscope.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The transfer syntaxes that the benchmarks write and open. */
public enum BenchSyntax {
  EXPLICIT_LITTLE("1.2.840.10008.1.2.1", "dcm2pnm"),
  IMPLICIT_LITTLE("1.2.840.10008.1.2", "dcm2pnm");

  private final String uid;
  private final String peer;

  BenchSyntax(String uid, String peer) {
    this.uid = uid;
    this.peer = peer;
  }

  /** Writes the film in this syntax. */
  void write(BenchFilm film, Path file) throws IOException {
    film.writeNative(file, uid);
  }

  /** The command by which another program makes an 8-bit picture of the file. */
  List<String> peer(Path file, Path picture) {
    return List.of(peer, "+Wi", "1", "+op", file.toString(), picture.toString());
  }
}
