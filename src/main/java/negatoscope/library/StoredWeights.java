package negatoscope.library;

import java.nio.file.Path;
import java.util.Optional;
import negatoscope.library.card.CardWeights;
import negatoscope.network.Backbone;
import negatoscope.network.weights.OfficialWeights;

/**
 * A weight file in the {@link WeightStore}.
 *
 * @param backbone whose weights it holds
 * @param file where it lies
 * @param name its file name, which no other stored one has
 * @param sha256 of the file, 64 lower-case hexadecimal digits
 * @param official whether it is the file that Keras publishes: its MD5 is the published one or,
 *     where none is published, it came from the published location
 * @param licence under which it may be used; "not stated" where that is not known
 * @param bytes its size
 */
public record StoredWeights(
    Backbone backbone,
    Path file,
    String name,
    String sha256,
    boolean official,
    String licence,
    long bytes) {
  /** What is said of a file whose licence is not known. */
  public static final String NO_LICENCE = "not stated";

  /** Whether the file only has the name of the published one, and is not known to be it. */
  public boolean officialByNameOnly() {
    return !official && name.equals(OfficialWeights.of(backbone).file());
  }

  /** A sentence for a file that has the published name and is not known to be the published one. */
  public Optional<String> doubt() {
    if (!officialByNameOnly()) {
      return Optional.empty();
    }
    return Optional.of(
        OfficialWeights.of(backbone).md5() == null
            ? "%s has the name of the file that Keras publishes; no hash of that is published, so"
                    .formatted(name)
                + " whether it is the same cannot be told."
            : "%s has the name of the file that Keras publishes, but another MD5: it is another"
                    .formatted(name)
                + " file.");
  }

  /** The same for a card. */
  public CardWeights origin() {
    return new CardWeights(name, sha256, licence);
  }
}
