package io.clp.rehearse;

/** What {@code --help} prints. */
final class Usage {
    static final String TEXT = """
            usage: java -jar clp-rehearse.jar CLP_CONF [options]

            Reads the configuration of a cluster and its scripts, prints what was understood, and rehearses a failover of each group
            from its first server to the next on fake machines in virtual time. Nothing of the real cluster is touched.

              --scripts DIR    where GROUP\\RESOURCE\\start.bat and stop.bat are; the folder scripts beside the file without it
              --group G        only this group fails over; repeat it for more
              --fail WHAT      what fails: a server's name (its power), disk, or service (or service:NAME); repeat it for more.
                               Without it: the power of the first server of each group
              --iis V          the version of IIS on the servers: 6.0, 7.0, 7.5, 8.0, 8.5 or 10
              --prefix N       the prefix length of the addresses, which the file does not have
              --seed N         which run; the same seed is the same run
              --lint           looks through the scripts: what would go wrong at run time, and what to write instead
              --take-offers    puts what was recognised (IIS in its scripts, say) in the place of the resources it was recognised in
              --html FILE      writes the same as one page for a browser, with the time bars as a drawing
              --report         lists every element of the file, also what means the same here
              --java           prints the groups as Java code, and rehearses nothing
              --help           prints this

            Times are simulated: a Windows server's as the test kit assumes them, not measured ones.
            Exit codes: 0 done, 1 a group did not start or did not come up again, 2 the command line was not understood, 3 the
            configuration cannot be read.
            """;

    private Usage() {}
}
