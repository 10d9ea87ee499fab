package negatoscope.training.run;

import negatoscope.network.Update;

/** What an epoch's updates have said so far. */
final class Tally {
  /** The ledger's clock at the epoch's start, in seconds. */
  final double start;

  int films;
  double rate;
  private double sum;
  private int right;

  Tally(double start) {
    this.start = start;
  }

  void add(TrainingBatch batch, Update update, double learningRate) {
    films += batch.count();
    rate = learningRate;
    sum += update.loss() * batch.count();
    for (int i = 0; i < batch.count(); i++) {
      float[] logits = update.logits()[i];
      int first = i * logits.length;
      right += top(logits, 0, logits.length) == top(batch.targets(), first, logits.length) ? 1 : 0;
    }
  }

  private static int top(float[] values, int from, int count) {
    int top = 0;
    for (int k = 1; k < count; k++) {
      top = values[from + k] > values[from + top] ? k : top;
    }
    return top;
  }

  /** Mean over the films, each before its update. */
  double loss() {
    return sum / films;
  }

  double accuracy() {
    return (double) right / films;
  }
}
