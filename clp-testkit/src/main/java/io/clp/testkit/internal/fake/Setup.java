package io.clp.testkit.internal.fake;

import io.clp.FailoverGroup;
import io.clp.testkit.Latencies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What machines are built from. */
final class Setup {
    final List<FailoverGroup> groups = new ArrayList<>();
    final List<String> services = new ArrayList<>();
    final Map<String, List<String>> interfaces = new LinkedHashMap<>();
    Latencies latencies = Latencies.none();
    String iisVersion = "10.0";
    String windowsVersion = "10.0.20348";
    boolean elevated = true;
    long seed = 1;
    boolean realTime;
    boolean invariants = true;

    /** Returns the network interfaces by alias, with their subnets. */
    Map<String, List<String>> interfacesOrDefault() {
        return interfaces.isEmpty() ? Map.of("Ethernet", List.of("10.0.0.0/16", "fd00::/64")) : interfaces;
    }
}
