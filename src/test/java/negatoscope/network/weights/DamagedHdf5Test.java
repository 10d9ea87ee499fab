package negatoscope.network.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import negatoscope.network.Backbone;
import negatoscope.network.backbone.DrawnWeights;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files whose structure was damaged at random: read, or refused in a sentence, and never hung. */
@Timeout(120)
class DamagedHdf5Test {
  private static final List<String> SIGNATURES =
      List.of("TREE", "SNOD", "HEAP", "GCOL", "OHDR", "OCHK");

  @TempDir Path folder;

  @Test
  @NeedsShared
  void aDamagedFileOfKerasIsReadOrRefused() throws IOException {
    damage(Files.readAllBytes(Shared.path("keras/layouts/mobilenetv2.keras2.h5")), 150);
  }

  @Test
  void aDamagedFileOfOursIsReadOrRefused() throws IOException {
    Path file = folder.resolve("whole.h5");
    Backbone backbone = Backbone.MOBILENET_V2;
    KerasHdf5Writer.write(new BackboneWeights(backbone, DrawnWeights.of(backbone, 1)), file);
    damage(Files.readAllBytes(file), 60);
  }

  private void damage(byte[] whole, int files) throws IOException {
    List<Integer> places = places(whole);
    Path file = folder.resolve("damaged.h5");
    int refused = 0;
    for (int seed = 0; seed < files; seed++) {
      Random random = new Random(seed);
      byte[] bytes = whole.clone();
      for (int i = random.nextInt(5); i >= 0; i--) {
        int place = places.get(random.nextInt(places.size())) + random.nextInt(100);
        for (int k = random.nextInt(8); k >= 0; k--) {
          bytes[Math.min(place + k, bytes.length - 1)] =
              (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
        }
      }
      boolean cut = random.nextInt(10) == 0;
      Files.write(file, cut ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
      try {
        assertThat(KerasHdf5.read(file, Optional.empty()).backbone()).isNotNull();
      } catch (Failure e) {
        refused++;
        assertThat(e.code()).as("seed %d: %s", seed, e).isEqualTo(ErrorCode.BAD_WEIGHTS);
        assertThat(e.sentence()).startsWith("damaged.h5 ");
      }
    }
    assertThat(refused).isGreaterThan(files / 4);
  }

  /** Where the file's structure is: its beginning, and every block with a signature. */
  private static List<Integer> places(byte[] bytes) {
    List<Integer> places = new ArrayList<>(List.of(0));
    for (int i = 0; i + 4 < bytes.length; i++) {
      if (SIGNATURES.contains(new String(bytes, i, 4, StandardCharsets.ISO_8859_1))) {
        places.add(i);
      }
    }
    return places;
  }
}
