package io.clp.testkit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A kind of fault at a method of the platform SPI.
 *
 * @param method where
 * @param kind which
 */
public record FaultPoint(SpiMethod method, FaultKind kind) implements Comparable<FaultPoint> {
    private static final List<FaultPoint> ALL = Arrays.stream(SpiMethod.values())
            .flatMap(method -> method.faults().stream().map(kind -> new FaultPoint(method, kind)))
            .toList();

    /**
     * Checks that they go together.
     *
     * @param method where
     * @param kind one of {@link SpiMethod#faults}
     * @throws IllegalArgumentException the method cannot meet this fault
     */
    public FaultPoint {
        if (!method.faults().contains(kind)) {
            throw new IllegalArgumentException(method + " cannot be " + kind + ", only " + method.faults());
        }
    }

    /** {@return all there are, in order: a test can demand that it met each} */
    public static List<FaultPoint> all() {
        return ALL;
    }

    @Override
    public int compareTo(FaultPoint other) {
        return Comparator.comparing(FaultPoint::method)
                .thenComparing(FaultPoint::kind)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return method + " " + kind;
    }
}
