package io.clp.testkit;

import java.time.Duration;

/**
 * The link between one node and the quorum of a fake cluster: what goes wrong on it. Settings hold until they are set anew or the link is
 * {@linkplain #heal healed}, over restarts of the node too. Thread-safe.
 */
public interface FakeLink {
    /**
     * Lets nothing pass.
     *
     * @return this
     */
    FakeLink cut();

    /**
     * Loses what the node sends: it is neither heard nor answered.
     *
     * @return this
     */
    FakeLink cutRequests();

    /**
     * Loses what the quorum sends: the node counts as alive, and what it asks is done, but it hears nothing.
     *
     * @return this
     */
    FakeLink cutAnswers();

    /**
     * Sets how long an answer takes. One that takes longer than the node waits is as good as lost; what was asked is done.
     *
     * @param roundTrip not negative
     * @return this
     */
    FakeLink slow(Duration roundTrip);

    /**
     * Loses the next requests, each once: what is asked is not done. Nothing else is lost.
     *
     * @param next how many
     * @return this
     */
    FakeLink loseRequests(int next);

    /**
     * Loses the answers to the next requests: what is asked is done, and the node does not know.
     *
     * @param next how many
     * @return this
     */
    FakeLink loseAnswers(int next);

    /**
     * Delays the answers to the next requests by chance, some beyond what the node waits.
     *
     * @param next how many
     * @return this
     */
    FakeLink delayAnswers(int next);

    /**
     * Delivers the next requests twice; the node is told the second answer.
     *
     * @param next how many
     * @return this
     */
    FakeLink doubleRequests(int next);

    /**
     * Loses, delays and doubles by chance, drawn from the seed.
     *
     * @param perThousand how many of a thousand requests meet something, 0 to 1,000
     * @return this
     */
    FakeLink unreliable(int perThousand);

    /**
     * Repairs everything.
     *
     * @return this
     */
    FakeLink heal();
}
