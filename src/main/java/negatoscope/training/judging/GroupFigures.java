package negatoscope.training.judging;

import negatoscope.evaluation.Interval;

/**
 * The films of one collection, or of one view.
 *
 * @param name of the collection or view; empty where nothing is stated
 * @param films how many
 * @param patients how many
 * @param support films of each class
 * @param accuracy with its interval
 * @param macroAuc with its interval; NaN where only one class is there
 */
public record GroupFigures(
    String name, int films, int patients, int[] support, Interval accuracy, Interval macroAuc) {}
