package negatoscope.command.train;

import negatoscope.library.Home;
import negatoscope.training.cache.CacheSpace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How much of what trainings compute of films is kept for the next one. */
final class CacheChoice {
  private static final double BYTES = 1e9;

  @Option(
      names = "--cache-gb",
      paramLabel = "N",
      description =
          "Features and small films of so many gigabytes are kept for the next training, in the"
              + " program's cache folder; what was used longest ago goes first. If not given:"
              + " NEGATOSCOPE_CACHE_GB, or 10.")
  private @Nullable Double gigabytes;

  /**
   * The place.
   *
   * @param line names the command in a failure
   * @throws ParameterException for a number below 0
   */
  CacheSpace space(Home home, CommandLine line) {
    if (gigabytes == null) {
      return CacheSpace.below(home.cache(), System.getenv());
    }
    if (!(gigabytes >= 0 && gigabytes < Long.MAX_VALUE / BYTES)) {
      throw new ParameterException(line, "--cache-gb: a number of 0 at least, please.");
    }
    return CacheSpace.below(home.cache(), (long) (gigabytes * BYTES));
  }
}
