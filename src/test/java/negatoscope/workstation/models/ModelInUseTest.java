package negatoscope.workstation.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import negatoscope.classification.Classifier;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.workstation.fakes.Cards;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.HeldRunner;
import org.junit.jupiter.api.Test;

class ModelInUseTest {
  private final Map<String, FakeClassifier> classifiers = new HashMap<>();
  private final List<String> opened = new ArrayList<>();
  private final HeldRunner held = new HeldRunner();
  private final OpenModels models = new OpenModels(this::open, held);
  private final ModelInUse inUse = new ModelInUse(() -> Cards.named("first"), models, held);

  private Classifier open(String name) {
    opened.add(name);
    if (name.equals("damaged")) {
      throw new Failure(ErrorCode.BAD_MODEL, "The model damaged is damaged.", "Import it again.");
    }
    FakeClassifier classifier = FakeClassifier.named(name, 0);
    classifiers.put(name, classifier);
    return classifier;
  }

  private boolean isClosed(String name) {
    FakeClassifier classifier = classifiers.get(name);
    return classifier != null && classifier.isClosed();
  }

  private void openFirst() {
    held.doAll();
    assertThat(inUse.lease().orElseThrow().classifier()).isNotNull();
  }

  @Test
  void anotherModelTakesThePlaceOnceItWasOpenedAndTheFormerIsClosed() {
    openFirst();
    inUse.use("second");
    assertThat(inUse.openingProperty().get()).isEqualTo("second");
    assertThat(inUse.name()).contains("first");
    held.doOne(0);
    assertThat(inUse.openingProperty().get()).isNull();
    assertThat(inUse.cardProperty().get().name()).isEqualTo("second");
    assertThat(inUse.name()).contains("second");
    assertThat(isClosed("first")).isFalse();
    assertThat(held.titles()).containsExactly("Closing the model first");
    held.doAll();
    assertThat(isClosed("first")).isTrue();
    assertThat(isClosed("second")).isFalse();
  }

  @Test
  void aModelThatCannotBeOpenedLeavesTheFormerInUse() {
    openFirst();
    inUse.use("damaged");
    held.doAll();
    assertThat(inUse.name()).contains("first");
    assertThat(inUse.cardProperty().get().name()).isEqualTo("first");
    assertThat(inUse.refusalProperty().get().sentence()).contains("damaged");
    assertThat(isClosed("first")).isFalse();
    inUse.use("second");
    assertThat(inUse.refusalProperty().get()).isNull();
  }

  @Test
  void aWishThatIsFollowedByAnotherIsForgotten() {
    openFirst();
    inUse.use("second");
    inUse.use("third");
    held.doAll();
    assertThat(inUse.name()).contains("third");
    assertThat(isClosed("first")).isTrue();
    assertThat(opened).containsExactly("first", "third");
  }

  @Test
  void anOpeningThatIsStoppedIsClosedAgainAndTheFormerStays() {
    openFirst();
    inUse.use("second");
    inUse.stopOpening();
    assertThat(inUse.openingProperty().get()).isNull();
    held.doAll();
    assertThat(inUse.name()).contains("first");
    assertThat(opened).containsExactly("first");
    assertThat(isClosed("first")).isFalse();
  }

  @Test
  void aModelThatIsHeldTwiceIsOpenedOnceAndClosedWithTheLastRelease() {
    OpenModels.Lease one = models.lease("shared");
    OpenModels.Lease other = models.lease("shared");
    assertThat(one.classifier()).isSameAs(other.classifier());
    one.release();
    one.release();
    held.doAll();
    assertThat(isClosed("shared")).isFalse();
    other.release();
    assertThat(models.lease("shared").classifier()).isNotSameAs(classifiers.get("first"));
    held.doAll();
    assertThat(opened).containsExactly("shared", "shared");
  }

  @Test
  void theEndOfTheProgramClosesWhatIsOpen() {
    openFirst();
    models.close();
    assertThat(isClosed("first")).isTrue();
  }
}
