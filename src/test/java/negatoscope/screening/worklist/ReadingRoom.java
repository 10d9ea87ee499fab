package negatoscope.screening.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * A simulated reading room. Twenty days of one reader, five minutes a film: films come by chance,
 * more by day than can be read, fewer at night; a fifth is urgent, and the network is right of four
 * in five.
 */
final class ReadingRoom {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Duration READING = Duration.ofMinutes(5);

  /** Hours waited: mean of all films, mean of the urgent ones, worst of all. */
  record Waits(double mean, double urgentMean, double worst) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "mean %.2f, urgent %.2f, worst %.2f", mean, urgentMean, worst);
    }
  }

  /** A film that comes. */
  private record Case(Instant arrival, boolean urgent, Claim claim) {}

  private final List<Case> cases = new ArrayList<>();

  ReadingRoom(long seed) {
    Random random = new Random(seed);
    double hour = 0;
    while (hour < 20 * 24) {
      double rate = hour % 24 >= 8 && hour % 24 < 18 ? 15.5 : 7;
      hour += -Math.log(1 - random.nextDouble()) / rate;
      boolean urgent = random.nextDouble() < 0.2;
      double centre = random.nextDouble() < 0.8 == urgent ? 0.8 : 0.2;
      double urgency = Math.min(1, Math.max(0, centre + 0.15 * random.nextGaussian()));
      Instant arrival = START.plusMillis(Math.round(hour * 3.6e6));
      String label = "%06d".formatted(cases.size());
      cases.add(
          new Case(arrival, urgent, new Claim(false, false, urgency, Optional.of(arrival), label)));
    }
  }

  int films() {
    return cases.size();
  }

  Waits inOrderOfArrival() {
    return read(now -> Comparator.comparing(Claim::label));
  }

  Waits byUrgencyAlone() {
    return read(
        now ->
            Comparator.comparingDouble((Claim claim) -> -claim.urgency())
                .thenComparing(Claim::label));
  }

  Waits by(Duration overdue) {
    return read(now -> new ReadingOrder(overdue, now));
  }

  /** Whenever the reader is free, what a rule puts first is read. */
  private Waits read(Function<Instant, Comparator<Claim>> rule) {
    List<Case> waiting = new ArrayList<>();
    List<Double> all = new ArrayList<>();
    List<Double> urgent = new ArrayList<>();
    Instant now = START;
    int next = 0;
    while (all.size() < cases.size()) {
      if (waiting.isEmpty() && cases.get(next).arrival().isAfter(now)) {
        now = cases.get(next).arrival();
      }
      while (next < cases.size() && !cases.get(next).arrival().isAfter(now)) {
        waiting.add(cases.get(next++));
      }
      Case first =
          waiting.stream().min(Comparator.comparing(Case::claim, rule.apply(now))).orElseThrow();
      waiting.remove(first);
      double hours = Duration.between(first.arrival(), now).toMillis() / 3.6e6;
      all.add(hours);
      if (first.urgent()) {
        urgent.add(hours);
      }
      now = now.plus(READING);
    }
    return new Waits(mean(all), mean(urgent), all.stream().mapToDouble(x -> x).max().orElseThrow());
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(x -> x).average().orElseThrow();
  }
}
