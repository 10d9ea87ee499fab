package negatoscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the rooms of the program and the directions between them. */
class RoomsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("negatoscope");

  /** A room and the rooms that it may use. */
  private static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

  static {
    room("task");
    room("evaluation");
    room("film", "task");
    room("codec", "task");
    room("dicom", "task", "film", "codec");
    room("intake", "task", "film", "dicom");
    room("rendering", "film");
    room("tensor", "film", "rendering");
    room("network", "task");
    room("library", "task", "tensor", "network");
    room(
        "classification",
        "task",
        "evaluation",
        "film",
        "rendering",
        "tensor",
        "network",
        "library");
    room(
        "training",
        "task evaluation film intake rendering tensor network library classification".split(" "));
    room(
        "screening",
        "task evaluation film dicom intake rendering tensor network library classification"
            .split(" "));
    room(
        "workstation",
        ("task evaluation film dicom intake rendering tensor network library classification"
                + " training screening")
            .split(" "));
    room(
        "command",
        ("task evaluation film dicom intake rendering tensor network library classification"
                + " training screening")
            .split(" "));
  }

  private static void room(String name, String... others) {
    MAY_USE.put(name, Set.of(others));
  }

  private static ArchRule named(String why, ArchRule rule) {
    return rule.because(why).allowEmptyShould(true);
  }

  @TestFactory
  Stream<DynamicTest> everyRoomUsesOnlyTheRoomsOfItsRow() {
    return MAY_USE.entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getKey(),
                    () -> {
                      Set<String> forbidden = new TreeSet<>(MAY_USE.keySet());
                      forbidden.removeAll(row.getValue());
                      forbidden.remove(row.getKey());
                      String[] packages =
                          forbidden.stream()
                              .map(room -> "negatoscope." + room + "..")
                              .toArray(String[]::new);
                      named(
                              "data flows one way",
                              noClasses()
                                  .that()
                                  .resideInAPackage("negatoscope." + row.getKey() + "..")
                                  .should()
                                  .dependOnClassesThat()
                                  .resideInAnyPackage(packages))
                          .check(CLASSES);
                    }));
  }

  @Test
  void everyRoomHasARow() {
    Set<String> unknown = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      String[] parts = type.getPackageName().split("\\.");
      if (parts.length > 1 && !MAY_USE.containsKey(parts[1])) {
        unknown.add(parts[1]);
      }
    }
    org.assertj.core.api.Assertions.assertThat(unknown).isEmpty();
  }

  @Test
  void roomsHaveNoCycle() {
    slices().matching("negatoscope.(*)..").should().beFreeOfCycles().check(CLASSES);
    slices()
        .matching("negatoscope.workstation.(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
    slices().matching("negatoscope.training.(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("negatoscope.screening.(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("negatoscope.command.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void commandsDoNotKnowTheProgramThatRunsThem() {
    named(
            "each command can be read alone",
            noClasses()
                .that()
                .resideInAPackage("negatoscope.command.(*)..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("negatoscope.command"))
        .check(CLASSES);
  }

  @Test
  void aCardStandsAlone() {
    named(
            "a card is read without a library",
            noClasses()
                .that()
                .resideInAPackage("negatoscope.library.card")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    "negatoscope.library",
                    "negatoscope.library.files",
                    "negatoscope.library.download"))
        .check(CLASSES);
  }

  @Test
  void javaFxStaysInTheWindow() {
    onlyIn("the rest runs without a display", "javafx..", "negatoscope.workstation..");
  }

  @Test
  void tensorFlowStaysBehindTheNetwork() {
    onlyIn(
        "the engine can be exchanged",
        "org.tensorflow..",
        "negatoscope.network..",
        "negatoscope.classification..");
    onlyIn(
        "the engine can be exchanged",
        "ai.djl..",
        "negatoscope.network..",
        "negatoscope.classification..");
  }

  @Test
  void picocliStaysInTheCommandLine() {
    onlyIn("work is tested without a parser", "picocli..", "negatoscope.command..");
  }

  @Test
  void awtAndImageIoStayWherePicturesAreReadAndDrawn() {
    String[] homes = {"negatoscope.intake..", "negatoscope.codec..", "negatoscope.rendering.."};
    onlyIn("pixels travel as arrays", "java.awt..", homes);
    onlyIn("pixels travel as arrays", "javax.imageio..", homes);
  }

  @Test
  void sqliteStaysInTheJournal() {
    onlyIn("rows come by the journal alone", "org.sqlite..", "negatoscope.screening.journal..");
    onlyIn("rows come by the journal alone", "java.sql..", "negatoscope.screening.journal..");
  }

  @Test
  void dcm4cheStaysInItsToolkit() {
    onlyIn("the default build works without it", "org.dcm4che3..", "negatoscope.dicom.dcm4che..");
  }

  @Test
  void standardStreamsAreUsedOnlyByTheCommandLine() {
    named(
            "results go to standard output, talk to standard error",
            noClasses()
                .that()
                .resideOutsideOfPackages("negatoscope.command..")
                .should(
                    ArchConditions.accessField(System.class, "out")
                        .or(ArchConditions.accessField(System.class, "err"))))
        .check(CLASSES);
  }

  @Test
  void onlyTheMainClassEndsTheProcess() {
    named(
            "everything else returns or throws",
            noClasses()
                .that()
                .doNotHaveFullyQualifiedName("negatoscope.Negatoscope")
                .should()
                .callMethod(System.class, "exit", int.class))
        .check(CLASSES);
  }

  @Test
  void viewModelsKnowNoScene() {
    named(
            "a view model is tested without a window",
            noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx.scene.."))
        .check(CLASSES);
  }

  @Test
  void onlyTheTensorRoomTurnsAFilmIntoFloats() {
    named(
            "training, classifying and screening see the same picture",
            noClasses()
                .that()
                .resideInAnyPackage("negatoscope.network..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("negatoscope.film..", "negatoscope.tensor.."))
        .check(CLASSES);
  }

  private static void onlyIn(String why, String library, String... homes) {
    named(
            why,
            ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .and()
                .resideInAPackage("negatoscope..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library))
        .check(CLASSES);
  }
}
