package negatoscope.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import negatoscope.network.graph.HeadWeights;
import negatoscope.testing.Shared;

/** Reads the reference files that Keras wrote. */
final class KerasReference {
  private static final ObjectMapper JSON = new ObjectMapper();

  private KerasReference() {}

  static JsonNode json(String file) throws IOException {
    return JSON.readTree(Shared.path("keras/" + file).toFile());
  }

  /** The reference picture, 224 × 224, 0 to 255. */
  static float[] picture() throws IOException {
    var raster = ImageIO.read(Shared.path("keras/input.png").toFile()).getRaster();
    float[] values = new float[224 * 224];
    for (int i = 0; i < values.length; i++) {
      values[i] = raster.getSample(i % 224, i / 224, 0);
    }
    return values;
  }

  static float[] mirrored(float[] picture) {
    float[] values = new float[picture.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = picture[i / 224 * 224 + 223 - i % 224];
    }
    return values;
  }

  /** A last feature map, h × w × c. */
  static float[] features(String name) throws IOException {
    Path file = Shared.path("keras/features/" + name + ".f32");
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[bytes.remaining() / 4];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  /** Formula weights for every weight of a backbone. */
  static Weights formulaBackbone(String backbone) throws IOException {
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    for (JsonNode layer : json("layers/" + backbone + ".json").get("layers")) {
      for (JsonNode weight : layer.path("weights")) {
        String name = weight.get("name").asText();
        tensors.put(name, FormulaWeights.tensor(name, ints(weight.get("shape"))));
      }
    }
    return new Weights(tensors);
  }

  /** Formula weights for a head. */
  static Weights formulaHead(NetworkSpec spec, double kernelScale, double denseScale) {
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    HeadWeights.shapes(spec)
        .forEach(
            (name, shape) -> {
              double scale =
                  name.equals("dense/kernel")
                      ? denseScale
                      : name.endsWith("lstm/kernel") ? kernelScale : 1.0;
              tensors.put(name, FormulaWeights.tensor(name, scale, shape));
            });
    return new Weights(tensors);
  }

  static int[] ints(JsonNode array) {
    int[] values = new int[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asInt();
    }
    return values;
  }

  static float[] floats(JsonNode array) {
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) array.get(i).asDouble();
    }
    return values;
  }

  static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  static double largestDifference(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " against " + b.length);
    }
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs((double) a[i] - b[i]));
    }
    return largest;
  }
}
