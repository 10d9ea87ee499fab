package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.util.EnumSet;
import negatoscope.network.graph.Initialisers;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A closed model gives its memory back. */
class OpenCloseTest {
  private static final int SIDE = 64;
  private static final int CYCLES = 100;

  @Test
  void aHundredModelsOpenedAskedAndClosedLeaveNothingBehind(@TempDir Path folder) {
    Engine engine = Engines.start();
    NetworkSpec spec = new NetworkSpec(Backbone.MOBILENET_V2, HeadSpec.compact(64), 3, SIDE);
    Weights drawn = RandomBackbone.mobileNetV2(7);
    engine.export(spec, drawn.with(Initialisers.missing(spec, drawn, 3)), 1, folder);
    Held first = cycles(engine, folder);
    Held second = cycles(engine, folder);
    // Fifty models kept would come to fifty times the file.
    long little = 5 * folder.resolve("saved_model.pb").toFile().length();
    assertThat(second.objects() - first.objects()).isLessThan(little);
    assertThat(second.besideHeap() - first.besideHeap()).isLessThan(little);
  }

  /** Half of the cycles, and the least that was held between two of them. */
  private static Held cycles(Engine engine, Path folder) {
    Held least = new Held(Long.MAX_VALUE, Long.MAX_VALUE);
    for (int i = 0; i < CYCLES / 2; i++) {
      try (ServingModel model = engine.open(folder, Device.CPU)) {
        model.run(new float[SIDE * SIDE], 1, EnumSet.allOf(CamMethod.class));
      }
      least = least.least(Held.now());
    }
    return least;
  }

  /**
   * What is held after a collection, in bytes: Java's objects, and the process's memory without the
   * room that Java takes for its heap, which depends on the tests before. The latter swings by more
   * than a model from one cycle to another, as the system's allocator gives back pages or not.
   */
  private record Held(long objects, long besideHeap) {
    static Held now() {
      System.gc();
      MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
      return new Held(heap.getUsed(), Pointer.physicalBytes() - heap.getCommitted());
    }

    Held least(Held other) {
      return new Held(Math.min(objects, other.objects), Math.min(besideHeap, other.besideHeap));
    }
  }
}
