package negatoscope.training.judging;

import negatoscope.evaluation.Interval;

/**
 * How well two classes are told apart inside one collection, where the source does not give them
 * away.
 *
 * @param collection its name
 * @param positive number of the class that should score higher
 * @param negative number of the class against it
 * @param films of both
 * @param rocAuc with its interval
 */
public record InsideCollection(
    String collection, int positive, int negative, int films, Interval rocAuc) {}
