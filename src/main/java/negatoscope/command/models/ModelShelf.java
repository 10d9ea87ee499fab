package negatoscope.command.models;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import negatoscope.command.conventions.Exit;
import negatoscope.command.conventions.FactWriter;
import negatoscope.command.conventions.Format;
import negatoscope.command.surroundings.Console;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.library.Library;
import negatoscope.library.Shelf;
import negatoscope.library.card.CardFile;
import negatoscope.library.card.CardTest;
import negatoscope.library.card.ModelCard;

/** The models at hand, for reading. */
final class ModelShelf {
  private final Console console;
  private final Library library;

  ModelShelf(Surroundings around) {
    this.console = around.console();
    this.library = around.workbench().library();
  }

  /** One line a model, the default with a star; damaged ones are named on standard error. */
  int list(Format format) {
    Shelf shelf = library.list();
    FactWriter writer = new FactWriter(console.out());
    if (format == Format.TEXT && !shelf.models().isEmpty()) {
      console
          .out()
          .println(row("", "NAME", "ORIGIN", "BACKBONE", "MB", "ACCURACY", "MACRO AUC", "CLASSES"));
    }
    for (Shelf.Entry model : shelf.models()) {
      if (format == Format.JSON) {
        writer.write(facts(model), format);
      } else {
        console.out().println(row(model));
      }
    }
    shelf
        .damaged()
        .forEach(
            damaged ->
                console
                    .err()
                    .println(damaged.failure().code() + ": " + damaged.failure().getMessage()));
    return shelf.damaged().isEmpty() ? Exit.WELL : Exit.FAILED;
  }

  /** The card of one model. */
  int show(String model, Format format) {
    ModelCard card = library.find(model).card();
    console
        .out()
        .println(format == Format.JSON ? CardFile.format(card) : CardText.of(card).stripTrailing());
    return Exit.WELL;
  }

  private static Map<String, Object> facts(Shelf.Entry model) {
    ModelCard card = model.card();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", card.name());
    facts.put("id", card.id());
    facts.put("version", card.version());
    facts.put("created", card.created());
    facts.put("backbone", card.backbone());
    facts.put("classes", card.classes());
    CardTest test = card.test();
    if (test != null) {
      facts.put("accuracy", test.accuracy());
      facts.put("macroAuc", test.macroAuc());
    }
    facts.put("default", model.preferred());
    facts.put("bundled", model.bundled());
    facts.put("bytes", model.bytes());
    return facts;
  }

  private static String row(Shelf.Entry model) {
    ModelCard card = model.card();
    CardTest test = card.test();
    return row(
        model.preferred() ? "*" : "",
        card.name(),
        model.bundled() ? "bundled" : "own",
        card.backbone(),
        megabytes(model.bytes()),
        test == null ? "-" : CardText.figure(test.accuracy()),
        test == null ? "-" : CardText.figure(test.macroAuc()),
        String.join(", ", card.classes()));
  }

  private static String row(
      String mark,
      String name,
      String origin,
      String backbone,
      String megabytes,
      String accuracy,
      String auc,
      String classes) {
    return "%-1s %-24s %-7s  %-20s %6s  %-9s %-9s %s"
        .formatted(mark, name, origin, backbone, megabytes, accuracy, auc, classes);
  }

  /** A size as people read it. */
  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / (double) (1 << 20));
  }
}
