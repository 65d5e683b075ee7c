package io.clp.internal.decide;

import java.util.List;

/**
 * What a turn came to.
 *
 * @param view what is known now
 * @param actions what is to be done, in order
 */
public record Decision(View view, List<Action> actions) {}
