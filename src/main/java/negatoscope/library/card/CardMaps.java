package negatoscope.library.card;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of maps that keep their order. */
final class CardMaps {
  private CardMaps() {}

  /** An unmodifiable copy in the same order; empty for null. */
  static <V> Map<String, V> ordered(@Nullable Map<String, V> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
