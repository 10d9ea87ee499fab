package negatoscope.dicom.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Who objects are, and which film they speak of. */
class SubjectTest {
  private static final Explanation HOW = ObjectSamples.SHOWN;

  @Property(tries = 300)
  void identifiersAreValidDistinctAndAlwaysTheSame(
      @ForAll @StringLength(max = 20) String path,
      @ForAll @IntRange(min = 1, max = 999) int frame,
      @ForAll @StringLength(max = 20) String model) {
    List<String> uids = identifiers(path, frame, model);
    assertThat(uids).allSatisfy(uid -> assertThat(uid).matches("2\\.25\\.(0|[1-9][0-9]{0,38})"));
    assertThat(new HashSet<>(uids)).hasSameSizeAs(uids);
    assertThat(identifiers(path, frame, model)).isEqualTo(uids);
    assertThat(identifiers(path + "x", frame, model)).doesNotContainAnyElementsOf(uids);
    assertThat(ofInstances(path, frame + 1, model)).doesNotContainAnyElementsOf(uids);
    assertThat(ofInstances(path, frame, model + "x"))
        .doesNotContainAnyElementsOf(uids.subList(0, 2));
  }

  /** Report, overlay and class first, which depend on the model; then the copy and the study. */
  private static List<String> identifiers(String path, int frame, String model) {
    Subject film = picture(path, frame);
    List<String> uids = new ArrayList<>(ofInstances(path, frame, model));
    uids.add(film.film().sopInstance());
    uids.add(film.report(model(model)).series());
    uids.add(film.overlay(model(model), HOW).series());
    uids.add(film.film().series());
    uids.add(film.study());
    return uids;
  }

  private static List<String> ofInstances(String path, int frame, String model) {
    Subject film = picture(path, frame);
    return List.of(
        film.report(model(model)).sopInstance(),
        film.overlay(model(model), HOW).sopInstance(),
        film.trackingUid(model(model), "covid-19"));
  }

  private static Subject picture(String path, int frame) {
    return Subject.ofPicture("ab", path, frame, Optional.empty());
  }

  private static Answer.Model model(String id) {
    return new Answer.Model("name", "1", id);
  }

  @Test
  void theFileDoesNotMatterWhereTheFilmHasAnIdentifierOfItsOwn() {
    DataSet header = header("1.2.3", "1.2.3.3", "1.2.3.4");
    Subject here = Subject.ofDicom(header, 1, 1, "ab", "a.dcm");
    Subject there = Subject.ofDicom(header, 1, 1, "cd", "ward/b.dcm");
    assertThat(here.report(model("m"))).isEqualTo(there.report(model("m")));
    assertThat(here.needsCopy()).isFalse();
    assertThat(here.film())
        .isEqualTo(new Reference("1.2.840.10008.5.1.4.1.1.1", "1.2.3.4", "1.2.3.3", 0));
    assertThat(here.study()).isEqualTo("1.2.3");
  }

  @Test
  void aFrameOfSeveralIsReferredToByItsNumber() {
    DataSet header = header("1.2.3", "1.2.3.3", "1.2.3.4");
    assertThat(Subject.ofDicom(header, 2, 3, "ab", "a.dcm").film().frame()).isEqualTo(2);
  }

  @Test
  void aFilmThatCannotBeReferredToIsCopiedIntoItsStudy() {
    Subject noSeries = Subject.ofDicom(header("1.2.3", "", "1.2.3.4"), 1, 1, "ab", "a.dcm");
    assertThat(noSeries.needsCopy()).isTrue();
    assertThat(noSeries.study()).isEqualTo("1.2.3");
    assertThat(noSeries.film().sopInstance()).startsWith("2.25.");
    Subject noStudy = Subject.ofDicom(header("", "1.2.3.3", "1.2.3.4"), 1, 1, "ab", "a.dcm");
    assertThat(noStudy.needsCopy()).isTrue();
    assertThat(noStudy.study()).startsWith("2.25.");
    Subject words = Subject.ofDicom(header("1.2.3", "1.2.3.3", "one"), 1, 1, "ab", "a.dcm");
    assertThat(words.needsCopy()).isTrue();
    assertThat(words.film()).isNotEqualTo(noSeries.film());
  }

  private static DataSet header(String study, String series, String instance) {
    return DataSet.builder()
        .text(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.1")
        .text(Tag.STUDY_INSTANCE_UID, study)
        .text(Tag.SERIES_INSTANCE_UID, series)
        .text(Tag.SOP_INSTANCE_UID, instance)
        .build();
  }
}
