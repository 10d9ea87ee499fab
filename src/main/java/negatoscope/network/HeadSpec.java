package negatoscope.network;

/** The recurrent head that reads the feature map as a sequence. */
public sealed interface HeadSpec {
  /** Units of each LSTM layer and direction. */
  int units();

  /** Share of the last dense layer's input dropped in training, 0 to below 1. */
  double dropout();

  /** How many values the last dense layer reads. */
  int embeddingSize();

  /** What of the last LSTM layer's states the dense layer reads. */
  enum Pooling {
    LAST,
    MEAN
  }

  /** One LSTM layer, its last state, dropout 0.5. */
  static Compact compact(int units) {
    return new Compact(units, 1, 0.5, false, Pooling.LAST);
  }

  /**
   * LSTM → last state or mean over time → dropout → dense.
   *
   * @param units units of each LSTM layer and direction
   * @param layers how many LSTM layers, 1 to 3
   * @param dropout share of the last dense layer's input dropped in training, 0 to below 1
   * @param bidirectional whether each layer also reads the sequence backwards
   * @param pooling what of the last layer's states goes on
   */
  record Compact(int units, int layers, double dropout, boolean bidirectional, Pooling pooling)
      implements HeadSpec {
    /** Checks the ranges. */
    public Compact {
      if (units < 1 || layers < 1 || layers > 3 || !(dropout >= 0 && dropout < 1)) {
        throw new IllegalArgumentException(
            "a compact head has 1 unit at least, 1 to 3 layers, and drops less than all");
      }
    }

    @Override
    public int embeddingSize() {
      return bidirectional ? 2 * units : units;
    }
  }

  /**
   * What the paper's authors released: LSTM with ReLU that returns the sequence → batch norm →
   * flatten → dense, ReLU, batch norm, twice → dense.
   *
   * @param units of the LSTM; 512, or 1024 for DenseNet121
   * @param dense units of each of the two dense layers; 4096
   * @param dropout share of the last dense layer's input dropped in training, 0 to below 1; what
   *     was released has none, the paper speaks of it
   */
  record Published(int units, int dense, double dropout) implements HeadSpec {
    /** Checks the ranges. */
    public Published {
      if (units < 1 || dense < 1 || !(dropout >= 0 && dropout < 1)) {
        throw new IllegalArgumentException(
            "a published head has 1 unit at least, in every layer, and drops less than all");
      }
    }

    /** A head without dropout, as it was released. */
    public Published(int units, int dense) {
      this(units, dense, 0);
    }

    /** The released sizes for a backbone. */
    public static Published of(Backbone backbone) {
      return new Published(backbone == Backbone.DENSENET121 ? 1024 : 512, 4096);
    }

    @Override
    public int embeddingSize() {
      return dense;
    }
  }
}
