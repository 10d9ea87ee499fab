package negatoscope.classification;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import negatoscope.network.CamMethod;
import negatoscope.network.Device;
import negatoscope.network.Engine;
import negatoscope.network.NetworkAnswer;
import negatoscope.network.NetworkSpec;
import negatoscope.network.Randomised;
import negatoscope.network.ServingModel;
import negatoscope.network.TrainingNetwork;
import negatoscope.network.TrainingPlan;
import negatoscope.network.Weights;
import org.jspecify.annotations.Nullable;

/**
 * An engine without a network, of three classes. The first class's logit rises with the brightest
 * cell, and its map holds every cell's mean brightness; the second's map is empty; the third's is
 * the same everywhere, whatever the film and the weights. A randomised network draws the first
 * class's map.
 */
public final class BrightnessEngine implements Engine {
  private final int side;
  private final int cells;

  /** Cells · cells over a tensor of side · side. */
  public BrightnessEngine(int side, int cells) {
    this.side = side;
    this.cells = cells;
  }

  @Override
  public String version() {
    return "fake";
  }

  @Override
  public ServingModel open(Path modelFolder, Device device) {
    return new Served(null);
  }

  @Override
  public ServingModel openRandomised(Path modelFolder, Randomised what, long seed, Device device) {
    return new Served(new Random(seed));
  }

  @Override
  public TrainingNetwork train(NetworkSpec spec, TrainingPlan plan, Weights start, long seed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void export(NetworkSpec spec, Weights weights, double temperature, Path folder) {
    throw new UnsupportedOperationException();
  }

  private final class Served implements ServingModel {
    private final @Nullable Random drawn;

    Served(@Nullable Random drawn) {
      this.drawn = drawn;
    }

    @Override
    public int side() {
      return side;
    }

    @Override
    public int classes() {
      return 3;
    }

    @Override
    public NetworkAnswer run(float[] films, int count, Set<CamMethod> methods) {
      float[][] logits = new float[count][3];
      float[][] probabilities = new float[count][3];
      float[][][] maps = new float[count][3][cells * cells];
      for (int film = 0; film < count; film++) {
        brightness(films, film, maps[film][0]);
        float brightest = 0;
        for (float value : maps[film][0]) {
          brightest = Math.max(brightest, value);
        }
        logits[film][0] = 12 * brightest / 255 - 6;
        double odds = Math.exp(logits[film][0]);
        probabilities[film][0] = (float) (odds / (odds + 2));
        probabilities[film][1] = (float) (1 / (odds + 2));
        probabilities[film][2] = probabilities[film][1];
        Arrays.fill(maps[film][2], 1);
        for (int i = 0; drawn != null && i < cells * cells; i++) {
          maps[film][0][i] = drawn.nextFloat();
        }
      }
      Map<CamMethod, float[][][]> cams = new EnumMap<>(CamMethod.class);
      methods.forEach(method -> cams.put(method, maps));
      return new NetworkAnswer(logits, probabilities, new float[count][2], cams, cells, cells);
    }

    private void brightness(float[] films, int film, float[] into) {
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          int cell = y * cells / side * cells + x * cells / side;
          into[cell] += films[(film * side + y) * side + x] * cells * cells / ((float) side * side);
        }
      }
    }

    @Override
    public void close() {}
  }
}
