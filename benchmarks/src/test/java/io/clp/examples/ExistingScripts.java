package io.clp.examples;

import static java.time.Duration.ofMinutes;

import io.clp.FailoverGroup;
import io.clp.resource.ArmCommands;
import io.clp.resource.FloatingIp;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ScriptResource;
import io.clp.resource.SwitchablePartition;
import java.nio.charset.Charset;
import java.util.Map;

/** The START.BAT and STOP.BAT of a cluster that exists already, unchanged. */
public final class ExistingScripts {
    public static final String SCRIPTS = "C:\\Program Files\\EXPRESSCLUSTER\\scripts\\web\\script-iis";

    public static FailoverGroup web() {
        return FailoverGroup.builder("web")
                .nodes("SV1", "SV2")
                .resource(SwitchablePartition.builder("content")
                        .volume(OneWayStandby.CONTENT_VOLUME)
                        .mountAt("E:\\")
                        .build())
                .resource(FloatingIp.builder("fip").address("10.0.0.10/24").build())
                .resource(
                        ScriptResource.builder("script-iis")
                                .directory(SCRIPTS) // START.BAT, STOP.BAT
                                .startNormalReturn(0)
                                .anyStopReturn() // the guide's STOP.BAT jumps to a label that is not there
                                .armCommands(ArmCommands.PROVIDED) // ARMLOAD and its like, served by this node
                                .outputCharset(Charset.forName("windows-31j"))
                                .environment(Map.of("SITE", "sales"))
                                .build(),
                        it -> it.policy(ResourcePolicy.builder()
                                .online(ofMinutes(30), 0)
                                .offline(ofMinutes(30), 0)
                                .build()))
                .build();
    }

    private ExistingScripts() {}
}
