package negatoscope.training.report;

import java.util.List;
import negatoscope.library.card.ModelCard;
import negatoscope.training.judging.HeatFigures;
import negatoscope.training.judging.Judgement;
import negatoscope.training.judging.ProbeFigures;
import negatoscope.training.judging.SanityFigure;

/**
 * All that was found out about one model.
 *
 * @param card of the model
 * @param judgement its figures
 * @param probes what it answers when part of each film is blacked out; empty if not asked
 * @param heat where its heat maps lie
 * @param sanity whether heat maps depend on what it learnt; empty if not asked
 * @param epochs the course of its training; empty if not known
 */
public record ModelVerdict(
    ModelCard card,
    Judgement judgement,
    List<ProbeFigures> probes,
    HeatFigures heat,
    List<SanityFigure> sanity,
    List<EpochPoint> epochs) {
  /** Copies the lists. */
  public ModelVerdict {
    probes = List.copyOf(probes);
    sanity = List.copyOf(sanity);
    epochs = List.copyOf(epochs);
  }

  ModelVerdict withCard(ModelCard changed) {
    return new ModelVerdict(changed, judgement, probes, heat, sanity, epochs);
  }
}
