package negatoscope.training.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import negatoscope.tensor.FilmFingerprint;
import negatoscope.tensor.Turn;

/**
 * The films of which no earlier one has the same content.
 *
 * @param rows of the data set
 * @param sha256s of these films
 * @param fingerprints of these films
 * @param exact every later film of the same content, with the first one
 */
record Originals(
    int[] rows, List<String> sha256s, List<FilmFingerprint> fingerprints, List<CopyPair> exact) {
  static Originals of(List<ScannedFilm> films) {
    Map<String, Integer> first = new HashMap<>();
    List<Integer> rows = new ArrayList<>();
    List<String> sha256s = new ArrayList<>();
    List<FilmFingerprint> fingerprints = new ArrayList<>();
    List<CopyPair> exact = new ArrayList<>();
    for (int row = 0; row < films.size(); row++) {
      FilmFacts facts = films.get(row).facts().orElse(null);
      if (facts == null) {
        continue;
      }
      Integer other = first.putIfAbsent(facts.sha256(), row);
      if (other == null) {
        rows.add(row);
        sha256s.add(facts.sha256());
        fingerprints.add(facts.fingerprint());
      } else {
        exact.add(new CopyPair(other, row, true, Turn.UPRIGHT, 1));
      }
    }
    return new Originals(
        rows.stream().mapToInt(Integer::intValue).toArray(), sha256s, fingerprints, exact);
  }
}
