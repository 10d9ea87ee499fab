package negatoscope.command;

import java.util.LinkedHashMap;
import java.util.Map;
import negatoscope.library.CardFile;
import negatoscope.library.CardTest;
import negatoscope.library.Library;
import negatoscope.library.ModelCard;
import negatoscope.library.Shelf;

/** The models at hand, for reading. */
final class ModelShelf {
  private final Console console;
  private final Library library;

  ModelShelf(Surroundings around) {
    this.console = around.console();
    this.library = around.workbench().library();
  }

  /** One line a model; damaged ones are named on standard error. */
  int list(Format format) {
    Shelf shelf = library.list();
    FactWriter writer = new FactWriter(console.out());
    if (format == Format.TEXT && !shelf.cards().isEmpty()) {
      console.out().println(row("NAME", "BACKBONE", "ACCURACY", "MACRO AUC", "CLASSES"));
    }
    for (ModelCard card : shelf.cards()) {
      if (format == Format.JSON) {
        writer.write(facts(card), format);
      } else {
        CardTest test = card.test();
        console
            .out()
            .println(
                row(
                    card.name(),
                    card.backbone(),
                    test == null ? "-" : CardText.figure(test.accuracy()),
                    test == null ? "-" : CardText.figure(test.macroAuc()),
                    String.join(", ", card.classes())));
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

  private static Map<String, Object> facts(ModelCard card) {
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
    return facts;
  }

  private static String row(
      String name, String backbone, String accuracy, String auc, String classes) {
    return "%-24s %-20s %-9s %-9s %s".formatted(name, backbone, accuracy, auc, classes);
  }
}
