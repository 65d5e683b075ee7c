package io.clp.testkit.simulation;

/**
 * A broken rule.
 *
 * @param rule which
 * @param what in words, with the line of the trace
 */
record Finding(Rule rule, String what) {
    @Override
    public String toString() {
        return rule + " (" + rule.words() + "): " + what;
    }
}
