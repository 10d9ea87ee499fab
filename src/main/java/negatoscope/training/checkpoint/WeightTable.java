package negatoscope.training.checkpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;

/**
 * The tensors that several sets of weights share, each held once: in JSON a set is an object of
 * their numbers by name. What is a start weight still has the number {@link #START}, and is not
 * held at all.
 */
final class WeightTable {
  /** Stands for the start weight of the same name. */
  static final int START = -1;

  private final Weights start;
  private final List<WeightTensor> tensors = new ArrayList<>();
  private final IdentityHashMap<float[], Integer> numbers = new IdentityHashMap<>();

  WeightTable(Weights start) {
    this.start = start;
  }

  /** All that are held, by their numbers. */
  List<WeightTensor> tensors() {
    return tensors;
  }

  void add(WeightTensor tensor) {
    numbers.put(tensor.values(), tensors.size());
    tensors.add(tensor);
  }

  private int number(String name, WeightTensor tensor) {
    WeightTensor first = start.get(name);
    if (first != null && first.values() == tensor.values()) {
      return START;
    }
    Integer known = numbers.get(tensor.values());
    if (known == null) {
      add(tensor);
      return tensors.size() - 1;
    }
    return known;
  }

  private WeightTensor tensor(String name, int number, DeserializationContext context)
      throws JsonMappingException {
    WeightTensor tensor =
        number == START
            ? start.get(name)
            : number >= 0 && number < tensors.size() ? tensors.get(number) : null;
    return tensor == null ? context.reportInputMismatch(Weights.class, "no " + name) : tensor;
  }

  /** Reads and writes sets of weights by this table. */
  ObjectMapper mapper() {
    SimpleModule module = new SimpleModule();
    module.addSerializer(Weights.class, new Writer());
    module.addDeserializer(Weights.class, new Reader());
    return new ObjectMapper().registerModule(module);
  }

  private final class Writer extends JsonSerializer<Weights> {
    @Override
    public void serialize(Weights weights, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      for (var entry : weights.asMap().entrySet()) {
        json.writeNumberField(entry.getKey(), number(entry.getKey(), entry.getValue()));
      }
      json.writeEndObject();
    }
  }

  private final class Reader extends JsonDeserializer<Weights> {
    @Override
    public Weights deserialize(JsonParser json, DeserializationContext context) throws IOException {
      Map<String, WeightTensor> named = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        named.put(name, tensor(name, json.nextIntValue(Integer.MIN_VALUE), context));
      }
      return new Weights(named);
    }
  }
}
