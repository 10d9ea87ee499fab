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
    cycles(engine, folder, CYCLES / 10);
    Held before = Held.now();
    cycles(engine, folder, CYCLES);
    Held after = Held.now();
    // Models kept would come to a hundred times the file.
    long little = 10 * folder.resolve("saved_model.pb").toFile().length();
    assertThat(after.objects() - before.objects()).isLessThan(little);
    assertThat(after.besideHeap() - before.besideHeap()).isLessThan(little);
  }

  /**
   * What is held after a collection, in bytes. How much room Java takes for its heap depends on the
   * tests before, so that room is left out.
   */
  private record Held(long objects, long besideHeap) {
    static Held now() {
      System.gc();
      MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
      return new Held(heap.getUsed(), Pointer.physicalBytes() - heap.getCommitted());
    }
  }

  private static void cycles(Engine engine, Path folder, int count) {
    for (int i = 0; i < count; i++) {
      try (ServingModel model = engine.open(folder, Device.CPU)) {
        model.run(new float[SIDE * SIDE], 1, EnumSet.allOf(CamMethod.class));
      }
    }
  }
}
