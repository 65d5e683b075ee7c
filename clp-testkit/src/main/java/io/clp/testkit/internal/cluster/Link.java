package io.clp.testkit.internal.cluster;

import io.clp.NodeId;
import io.clp.testkit.FakeLink;
import io.clp.testkit.internal.fake.Dice;
import java.time.Duration;

/** One node's link to the quorum. Guarded by the world's lock. */
final class Link implements FakeLink {
    private static final int ALL = 1_000;

    private final Quorum quorum;
    private final NodeId node;
    private final Dice dice;
    private boolean partitioned;
    private boolean requestsCut;
    private boolean answersCut;
    private Duration oneWay = Duration.ZERO;
    private int requestsToLose;
    private int answersToLose;
    private int answersToDelay;
    private int requestsToDouble;
    private int perThousand;

    Link(Quorum quorum, NodeId node, long seed) {
        this.quorum = quorum;
        this.node = node;
        dice = new Dice(seed);
    }

    /** What becomes of one request: how often it is done, and whether and how late it is answered. */
    record Passage(int done, boolean answered, Duration there, Duration back) {
        boolean atOnce() {
            return answered && there.isZero() && back.isZero();
        }
    }

    boolean hears() {
        return !partitioned && !requestsCut;
    }

    boolean answers() {
        return hears() && !answersCut;
    }

    Duration oneWay() {
        return oneWay;
    }

    /** Decides what becomes of the next request. Under the lock. */
    Passage pass(boolean heard) {
        if (!heard || requestsToLose > 0) {
            requestsToLose -= heard ? 1 : 0;
            return new Passage(0, false, oneWay, oneWay);
        }
        if (answersCut || answersToLose > 0) {
            answersToLose -= answersCut ? 0 : 1;
            return new Passage(1, false, oneWay, oneWay);
        }
        if (answersToDelay > 0) {
            answersToDelay--;
            return new Passage(1, true, oneWay, late());
        }
        if (requestsToDouble > 0) {
            requestsToDouble--;
            return new Passage(2, true, oneWay, oneWay);
        }
        return perThousand > 0 && dice.below(ALL) < perThousand ? byChance() : new Passage(1, true, oneWay, oneWay);
    }

    private Passage byChance() {
        return switch (dice.below(4)) {
            case 0 -> new Passage(0, false, oneWay, oneWay);
            case 1 -> new Passage(1, false, oneWay, oneWay);
            case 2 -> new Passage(1, true, oneWay, late());
            default -> new Passage(2, true, oneWay, oneWay);
        };
    }

    /** Between nothing and twice what the node waits. */
    private Duration late() {
        return oneWay.plus(
                quorum.answerLimit().multipliedBy(dice.below(ALL) + 1L).dividedBy(ALL / 2));
    }

    @Override
    public FakeLink cut() {
        return set("cut", () -> {
            requestsCut = true;
            answersCut = true;
        });
    }

    @Override
    public FakeLink cutRequests() {
        return set("what it sends is lost", () -> requestsCut = true);
    }

    @Override
    public FakeLink cutAnswers() {
        return set("what it is sent is lost", () -> answersCut = true);
    }

    @Override
    public FakeLink slow(Duration roundTrip) {
        if (roundTrip.isNegative()) {
            throw new IllegalArgumentException("not negative: " + roundTrip);
        }
        return set("an answer takes " + roundTrip, () -> oneWay = roundTrip.dividedBy(2));
    }

    @Override
    public FakeLink loseRequests(int next) {
        return set(next + " requests to be lost", () -> requestsToLose = next);
    }

    @Override
    public FakeLink loseAnswers(int next) {
        return set(next + " answers to be lost", () -> answersToLose = next);
    }

    @Override
    public FakeLink delayAnswers(int next) {
        return set(next + " answers to be delayed", () -> answersToDelay = next);
    }

    @Override
    public FakeLink doubleRequests(int next) {
        return set(next + " requests to be doubled", () -> requestsToDouble = next);
    }

    @Override
    public FakeLink unreliable(int rate) {
        if (rate < 0 || rate > ALL) {
            throw new IllegalArgumentException("of a thousand requests, not " + rate);
        }
        return set(rate + " of 1000 requests meet something", () -> perThousand = rate);
    }

    @Override
    public FakeLink heal() {
        return set("whole again", this::repair);
    }

    /** Under the lock. */
    private void repair() {
        partitioned = false;
        requestsCut = false;
        answersCut = false;
        oneWay = Duration.ZERO;
        requestsToLose = 0;
        answersToLose = 0;
        answersToDelay = 0;
        requestsToDouble = 0;
        perThousand = 0;
    }

    /** Puts the node on a side of a partition. */
    void partition(boolean cutOff) {
        if (partitioned != cutOff) {
            set(cutOff ? "cut off by a partition" : "no longer cut off", () -> partitioned = cutOff);
        }
    }

    private FakeLink set(String what, Runnable change) {
        quorum.changeLink(node, what, change);
        return this;
    }
}
