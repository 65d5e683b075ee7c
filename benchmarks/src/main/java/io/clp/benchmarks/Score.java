package io.clp.benchmarks;

import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What was measured of one competitor in one job.
 *
 * @param job the class of the benchmark
 * @param peer who competed, or what else tells one run of the job from another; empty where there is one only
 * @param value the score
 * @param low the lower end of its 99.9 % interval
 * @param high the upper end
 * @param unit of all three
 * @param bytes what an operation allocates; not a number where that was not measured
 */
record Score(String job, String peer, double value, double low, double high, String unit, double bytes) {
    static Score of(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String type = benchmark.substring(0, benchmark.lastIndexOf('.'));
        Result<?> primary = result.getPrimaryResult();
        double[] interval = primary.getStatistics().getConfidenceIntervalAt(0.999);
        return new Score(
                type.substring(type.lastIndexOf('.') + 1),
                parameter(result, "peer")
                        + parameter(result, "time")
                        + parameter(result, "groups")
                        + parameter(result, "event"),
                primary.getScore(),
                interval[0],
                interval[1],
                primary.getScoreUnit(),
                bytes(result));
    }

    private static String parameter(RunResult result, String name) {
        return result.getParams().getParamsKeys().contains(name)
                ? result.getParams().getParam(name)
                : "";
    }

    private static double bytes(RunResult result) {
        for (String measured : result.getSecondaryResults().keySet()) {
            if (measured.endsWith("gc.alloc.rate.norm")) {
                return result.getSecondaryResults().get(measured).getScore();
            }
        }
        return Double.NaN;
    }
}
