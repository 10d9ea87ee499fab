package negatoscope.training.judging;

import negatoscope.classification.SanityCheck;

/**
 * Whether one film's heat map depends on what the network has learnt.
 *
 * @param film its name
 * @param className of the heat map
 * @param check what came of it
 */
public record SanityFigure(String film, String className, SanityCheck check) {}
