package io.clp.benchmarks;

import io.clp.config.ClusterDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files of a cluster of two with so many groups, each with a partition, an address, and a script resource whose scripts are there and
 * are like those of no other group; and with two monitors.
 */
final class ConfigurationOfGroups implements AutoCloseable {
    private static final int LOW_BYTE = 256;

    private static final String HEAD = """
            <?xml version="1.0" encoding="ASCII"?>
            <root>
            \t<all><charset>ASCII</charset><serveros>windows</serveros><encode>UTF-8</encode></all>
            \t<cluster><name>large</name></cluster>
            \t<server name="SV1"><priority>0</priority><device id="0"><type>lan</type><info>10.0.0.1</info></device></server>
            \t<server name="SV2"><priority>1</priority><device id="0"><type>lan</type><info>10.0.0.2</info></device></server>
            """;

    private static final String GROUP = """
            \t<group name="group%1$d">
            \t\t<comment> </comment>
            \t\t<policy name="SV1"><order>0</order></policy>
            \t\t<policy name="SV2"><order>1</order></policy>
            \t\t<resource name="sd@sd%1$d"/>
            \t\t<resource name="fip@fip%1$d"/>
            \t\t<resource name="script@script%1$d"/>
            \t</group>
            """;

    private static final String RESOURCES = """
            \t\t<sd name="sd%1$d">
            \t\t\t<parameters><volumemountpoint>E:\\m%1$d\\</volumemountpoint></parameters>
            \t\t\t<server name="SV1"><parameters><volumeguid>11111111-1111-4111-8111-%1$012x</volumeguid></parameters></server>
            \t\t\t<server name="SV2"><parameters><volumeguid>22222222-2222-4222-8222-%1$012x</volumeguid></parameters></server>
            \t\t</sd>
            \t\t<fip name="fip%1$d"><parameters><ip>10.0.%2$d.%3$d</ip></parameters></fip>
            \t\t<script name="script%1$d">
            \t\t\t<depend name="sd%1$d"/>
            \t\t\t<depend name="fip%1$d"/>
            \t\t\t<act><timeout>600</timeout><retry>1</retry></act>
            \t\t\t<deact><timeout>600</timeout></deact>
            \t\t</script>
            """;

    private static final String MONITORS = """
            \t\t<sdw name="sdw%1$d">
            \t\t\t<parameters><object>sd%1$d</object></parameters>
            \t\t\t<relation><type>rsc</type><name>sd%1$d</name></relation>
            \t\t\t<polling><interval>60</interval><timeout>60</timeout></polling>
            \t\t</sdw>
            \t\t<fipw name="fipw%1$d">
            \t\t\t<target>fip%1$d</target>
            \t\t\t<relation><type>rsc</type><name>fip%1$d</name></relation>
            \t\t\t<polling><interval>60</interval><timeout>30</timeout></polling>
            \t\t</fipw>
            """;

    private final Path folder;
    private final Path conf;

    ConfigurationOfGroups(int groups) throws IOException {
        folder = Files.createTempDirectory("groups");
        conf = folder.resolve("clp.conf");
        StringBuilder text = new StringBuilder(HEAD);
        add(text, GROUP, groups);
        text.append("\t<resource>\n\t\t<types name=\"sd\"/><types name=\"fip\"/><types name=\"script\"/>\n");
        add(text, RESOURCES, groups);
        text.append("\t</resource>\n\t<monitor>\n\t\t<types name=\"sdw\"/><types name=\"fipw\"/>\n");
        add(text, MONITORS, groups);
        text.append("\t</monitor>\n</root>\n");
        Files.writeString(conf, text, StandardCharsets.US_ASCII);
        for (int i = 1; i <= groups; i++) {
            Path scripts = Files.createDirectories(folder.resolve("scripts/group" + i + "/script" + i));
            Files.writeString(scripts.resolve("start.bat"), GuideScripts.start("group" + i));
            Files.writeString(scripts.resolve("stop.bat"), GuideScripts.stop("group" + i));
        }
    }

    /** Addresses begin at 10.0.1.0, behind those of the servers. */
    private static void add(StringBuilder text, String each, int groups) {
        for (int i = 1; i <= groups; i++) {
            text.append(String.format(Locale.ROOT, each, i, 1 + i / LOW_BYTE, i % LOW_BYTE));
        }
    }

    ClusterDefinition read() {
        return ClusterDefinition.read(conf);
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(ConfigurationOfGroups::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
