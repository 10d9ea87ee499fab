package negatoscope.command.models;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import negatoscope.command.conventions.Exit;
import negatoscope.command.conventions.FactWriter;
import negatoscope.command.conventions.Format;
import negatoscope.command.conventions.ProgressBar;
import negatoscope.command.surroundings.Console;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.library.Model;
import negatoscope.library.StoredWeights;
import negatoscope.library.WeightStore;
import negatoscope.network.Backbone;
import negatoscope.network.weights.BackboneWeights;
import negatoscope.network.weights.KerasHdf5Writer;
import negatoscope.network.weights.OfficialWeights;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.StartWeights;

/** The stored weights: listed, taken in, fetched, removed, written out. */
final class WeightShelf {
  private final Surroundings around;
  private final Console console;

  WeightShelf(Surroundings around) {
    this.around = around;
    this.console = around.console();
  }

  int list(Format format) {
    List<StoredWeights> stored = store().list();
    FactWriter writer = new FactWriter(console.out());
    if (format == Format.TEXT && !stored.isEmpty()) {
      console.out().println(row("BACKBONE", "ORIGIN", "MB", "NAME", "LICENCE"));
    }
    for (StoredWeights one : stored) {
      if (format == Format.JSON) {
        writer.write(facts(one), format);
      } else {
        console.out().println(row(one));
      }
    }
    for (Path damaged : store().damaged()) {
      console.err().println(damaged + " is damaged: import its file again, or delete it.");
    }
    return Exit.WELL;
  }

  int take(Path file, Optional<Backbone> backbone, String licence) {
    ProgressBar bar = new ProgressBar(console);
    try {
      return stored(store().importFile(file, backbone, licence, bar, new Cancellation()), bar);
    } finally {
      bar.clear();
    }
  }

  int download(Backbone backbone) {
    OfficialWeights official = store().published(backbone);
    console
        .err()
        .println(
            "%s: %s, about %d MB."
                .formatted(backbone.title(), official.location(), official.tensorBytes() >> 20));
    console.err().println("Licence: " + official.licence() + ".");
    console.err().flush();
    ProgressBar bar = new ProgressBar(console);
    try {
      return stored(store().download(backbone, bar, new Cancellation()), bar);
    } finally {
      bar.clear();
    }
  }

  private int stored(StoredWeights stored, ProgressBar bar) {
    bar.clear();
    stored.doubt().ifPresent(console.err()::println);
    new FactWriter(console.out()).write(facts(stored), Format.TEXT);
    return Exit.WELL;
  }

  int remove(String name) {
    StoredWeights stored =
        store()
            .named(name)
            .orElseThrow(
                () ->
                    new Failure(
                        ErrorCode.NO_WEIGHTS,
                        "There are no stored weights " + name + ".",
                        "See negatoscope models weights list."));
    store().remove(stored);
    console.err().println(stored.name() + " was deleted.");
    return Exit.WELL;
  }

  int export(String name, Path out) {
    Optional<StoredWeights> stored = store().named(name);
    StartWeights weights =
        stored.isPresent() ? StartWeights.of(stored.get()) : StartWeights.of(model(name));
    KerasHdf5Writer.write(new BackboneWeights(weights.backbone(), weights.weights()), out);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("file", out.toString());
    facts.put("backbone", weights.backbone().id());
    facts.put("parameters", weights.weights().parameters());
    facts.put("licence", weights.origin() == null ? "-" : weights.origin().licence());
    new FactWriter(console.out()).write(facts, Format.TEXT);
    return Exit.WELL;
  }

  private Model model(String name) {
    try {
      return around.workbench().library().find(name);
    } catch (Failure e) {
      if (e.code() != ErrorCode.NO_MODEL) {
        throw e;
      }
      throw new Failure(
          ErrorCode.NO_MODEL,
          "There is no model and there are no stored weights " + name + ".",
          "See negatoscope models list and negatoscope models weights list.",
          e);
    }
  }

  private WeightStore store() {
    return around.workbench().weights();
  }

  private static Map<String, Object> facts(StoredWeights stored) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", stored.name());
    facts.put("backbone", stored.backbone().id());
    facts.put("official", stored.official());
    facts.put("sha256", stored.sha256());
    facts.put("bytes", stored.bytes());
    facts.put("licence", stored.licence());
    facts.put("file", stored.file().toString());
    return facts;
  }

  private static String row(StoredWeights stored) {
    return row(
        stored.backbone().id(),
        stored.official() ? "official" : "own",
        Long.toString(Math.max(1, stored.bytes() >> 20)),
        stored.name(),
        stored.licence());
  }

  private static String row(
      String backbone, String origin, String megabytes, String name, String licence) {
    return "%-20s %-8s %5s  %-44s  %s".formatted(backbone, origin, megabytes, name, licence);
  }
}
