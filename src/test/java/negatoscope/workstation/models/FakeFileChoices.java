package negatoscope.workstation.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses what the test wants, without a chooser. */
final class FakeFileChoices implements FileChoices {
  List<Path> zips = List.of();
  @Nullable Path folder;
  @Nullable Path export;
  @Nullable Path weights;

  @Override
  public List<Path> modelZips() {
    return zips;
  }

  @Override
  public Optional<Path> modelFolder() {
    return Optional.ofNullable(folder);
  }

  @Override
  public Optional<Path> exportOf(String model) {
    return Optional.ofNullable(export);
  }

  @Override
  public Optional<Path> weights() {
    return Optional.ofNullable(weights);
  }
}
