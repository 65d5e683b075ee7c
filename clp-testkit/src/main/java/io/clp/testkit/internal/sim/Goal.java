package io.clp.testkit.internal.sim;

/** What the test waits for: whether the clock may go on when nothing else can. */
sealed interface Goal permits Waiting, Advancing, Settling {
    /**
     * Asked when nothing can run at this time.
     *
     * @return true to move the clock to the next alarm, of which there must be one; false to give the test the word
     * @throws AssertionError the goal can never be reached
     */
    boolean goOn();
}
