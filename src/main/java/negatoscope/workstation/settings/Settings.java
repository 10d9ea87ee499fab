package negatoscope.workstation.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the window remembers. Values outside their range are brought back into it, missing ones are
 * the defaults.
 *
 * @param schema of the file
 * @param window where the window was; null before the first start
 * @param heatMap how heat maps are shown
 * @param film how films are shown
 * @param screening how the table of screened films is shown
 * @param lastFolder the folder that a film was last opened from; empty for none
 * @param recentFiles what was opened, latest first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(
    int schema,
    @Nullable Bounds window,
    HeatMapSettings heatMap,
    FilmSettings film,
    ScreeningSettings screening,
    String lastFolder,
    List<String> recentFiles) {

  /** The schema that this program writes. */
  public static final int SCHEMA = 1;

  /** How many recent files are kept. */
  public static final int RECENT = 12;

  /** What a first start begins with. */
  public static final Settings DEFAULT =
      new Settings(
          SCHEMA,
          null,
          HeatMapSettings.DEFAULT,
          FilmSettings.DEFAULT,
          ScreeningSettings.DEFAULT,
          "",
          List.of());

  /** Where the window was on the screen, in JavaFX's units. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Bounds(double x, double y, double width, double height, boolean maximized) {}

  /**
   * How heat maps are shown.
   *
   * @param opacity 0 to 1
   * @param threshold share of the greatest value below which nothing is painted, 0 to 1
   * @param uniformOpacity whether every painted point has the same opacity; else it follows the
   *     value
   * @param method name of a {@link negatoscope.network.CamMethod}
   * @param colourMap name of a colour map
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record HeatMapSettings(
      boolean visible,
      double opacity,
      double threshold,
      boolean uniformOpacity,
      String method,
      String colourMap) {

    /** Shown at 45 %, uniform, everything above a quarter of the greatest value. */
    public static final HeatMapSettings DEFAULT =
        new HeatMapSettings(true, 0.45, 0.25, true, "GRADCAM", "");

    /** Brings every value into its range. */
    @SuppressWarnings("NullAway") // a JSON file may leave out or null any field
    public HeatMapSettings {
      opacity = share(opacity, 0.45);
      threshold = share(threshold, 0.25);
      method = method == null ? "GRADCAM" : method;
      colourMap = colourMap == null ? "" : colourMap;
    }

    private static double share(double value, double otherwise) {
      return Double.isFinite(value) ? Math.min(1, Math.max(0, value)) : otherwise;
    }
  }

  /**
   * How films are shown.
   *
   * @param overlays whether the file's overlay planes are drawn
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record FilmSettings(boolean overlays) {
    /** With everything that the file wants seen. */
    public static final FilmSettings DEFAULT = new FilmSettings(true);
  }

  /**
   * How the table of screened films is shown.
   *
   * @param order the columns by their ids, from the left; empty before the user changed anything
   * @param hidden those of them that are not shown
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record ScreeningSettings(List<String> order, List<String> hidden) {
    /** As the program thinks best. */
    public static final ScreeningSettings DEFAULT = new ScreeningSettings(List.of(), List.of());

    /** Puts defaults in the place of what is missing. */
    @SuppressWarnings("NullAway") // a JSON file may leave out or null any field
    public ScreeningSettings {
      order = named(order);
      hidden = named(hidden);
    }

    @SuppressWarnings("NullAway") // as above
    private static List<String> named(List<String> ids) {
      return ids == null
          ? List.of()
          : ids.stream().filter(id -> id != null).distinct().limit(100).toList();
    }
  }

  /** Puts defaults in the place of what is missing. */
  @SuppressWarnings("NullAway") // a JSON file may leave out or null any field
  public Settings {
    heatMap = heatMap == null ? HeatMapSettings.DEFAULT : heatMap;
    film = film == null ? FilmSettings.DEFAULT : film;
    screening = screening == null ? ScreeningSettings.DEFAULT : screening;
    lastFolder = lastFolder == null ? "" : lastFolder;
    recentFiles =
        recentFiles == null
            ? List.of()
            : recentFiles.stream().filter(file -> file != null).distinct().limit(RECENT).toList();
  }

  /** The same with another place of the window. */
  public Settings withWindow(Bounds bounds) {
    return new Settings(schema, bounds, heatMap, film, screening, lastFolder, recentFiles);
  }

  /** The same with other heat-map settings. */
  public Settings withHeatMap(HeatMapSettings settings) {
    return new Settings(schema, window, settings, film, screening, lastFolder, recentFiles);
  }

  /** The same with other film settings. */
  public Settings withFilm(FilmSettings settings) {
    return new Settings(schema, window, heatMap, settings, screening, lastFolder, recentFiles);
  }

  /** The same with another table of screened films. */
  public Settings withScreening(ScreeningSettings settings) {
    return new Settings(schema, window, heatMap, film, settings, lastFolder, recentFiles);
  }

  /** The same with another last folder. */
  public Settings withLastFolder(String folder) {
    return new Settings(schema, window, heatMap, film, screening, folder, recentFiles);
  }

  /** The same with a file at the head of the recent ones. */
  public Settings withRecent(String file) {
    List<String> files = new ArrayList<>();
    files.add(file);
    files.addAll(recentFiles);
    return new Settings(schema, window, heatMap, film, screening, lastFolder, files);
  }

  /** The same without recent files. */
  public Settings withoutRecent() {
    return new Settings(schema, window, heatMap, film, screening, lastFolder, List.of());
  }
}
