package negatoscope.classification;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import negatoscope.film.FilmWarning;
import negatoscope.network.CamMethod;

/** Says which heat maps show nothing. */
public final class EmptyHeatMaps {
  private EmptyHeatMaps() {}

  /** A warning {@code ZERO_HEAT_MAP} for each class, in order, of which a map is empty. */
  public static List<FilmWarning> warnings(List<HeatMap> maps) {
    Map<String, Set<CamMethod>> empty = new LinkedHashMap<>();
    for (HeatMap map : maps) {
      if (map.empty()) {
        Objects.requireNonNull(
                empty.computeIfAbsent(map.className(), name -> EnumSet.noneOf(CamMethod.class)))
            .add(map.method());
      }
    }
    return empty.entrySet().stream()
        .map(entry -> warning(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static FilmWarning warning(String className, Set<CamMethod> methods) {
    return new FilmWarning(
        FilmWarning.Code.ZERO_HEAT_MAP,
        "%s of %s %s."
            .formatted(
                methods.stream().map(CamMethod::title).collect(Collectors.joining(" and ")),
                className,
                methods.size() == 1
                    ? "is empty: it explains nothing"
                    : "are empty: they explain nothing"));
  }
}
