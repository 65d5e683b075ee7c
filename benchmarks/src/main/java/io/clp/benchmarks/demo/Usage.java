package io.clp.benchmarks.demo;

/** What {@code --help} prints. */
final class Usage {
    static final String TEXT = """
            usage: mvn -q -pl benchmarks -am compile exec:java -Dexec.args="[options]"

            Builds the figures of the guide as a fake cluster in virtual time, starts the groups, takes the active node away and prints
            what happened. Without options: all figures, ARMLOAD, IIS 10, English, seed 1, power-off.

              --figure N       1 to 6; repeat it, or give a list: 2,4,6
              --strategy S     armload, net, iisreset, or all
              --iis V          6.0, 7.0, 7.5, 8.0, 8.5 or 10
              --language L     en or ja: the language of the messages
              --seed N         which run; the same seed is the same run
              --seeds N        runs N seeds from --seed on and prints percentiles instead of tables
              --planned        moves the group instead of powering the node off
              --help           prints this

            Times are simulated: a Windows server's as the test kit assumes them, not measured ones.
            Exit codes: 0 done, 1 a group did not start or stop, 2 the command line was not understood.
            """;

    private Usage() {}
}
