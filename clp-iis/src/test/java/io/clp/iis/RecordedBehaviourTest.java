package io.clp.iis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clp.DiskStatus;
import io.clp.NodeRank;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.platform.ServiceState;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The resource against what the guide's one-way scripts did under a real command interpreter, row by row. */
class RecordedBehaviourTest {
    private static final String WINDOWS_2003 = "6.0";

    @ParameterizedTest
    @MethodSource("reachable")
    void doesWhatTheScriptDid(Row row) throws Exception {
        assertThat(run(row).commands()).isEqualTo(row.deviation().isPresent() ? row.ordered() : row.recorded());
    }

    /** Nothing else deviates or is left out, and each for its reason. */
    @Test
    void deviatesOnlyWhereItWasOrdered() throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        for (Row row : rows().toList()) {
            String kind = row.unreachable().or(row::deviation).orElse("as recorded");
            counts.merge(kind, 1, Integer::sum);
            if (row.deviation().isPresent()) {
                assertThat(row.ordered()).as("%s deviates", row).isNotEqualTo(row.recorded());
            }
        }
        assertThat(counts).isEqualTo(Map.of("as recorded", 48, Row.RECOVERY_STOPS_NOTHING, 8, Row.OUTLIVES_NO_DISK, 8));
    }

    @ParameterizedTest
    @MethodSource("reachable")
    void theServicesEndUpAsTheCommandsSay(Row row) throws Exception {
        try (Iis web = web(row)) {
            boolean before = row.script().equals("STOP");
            call(web, row);

            boolean acts = row.event().filter(it -> !it.equals("RECOVER")).isPresent()
                    && (before || row.disk() == DiskStatus.SUCCESS);
            ServiceState expected = before != acts ? ServiceState.RUNNING : ServiceState.STOPPED;
            assertThat(web.state("W3SVC")).isEqualTo(expected);
            assertThat(web.state("MSFTPSVC")).isEqualTo(expected);
        }
    }

    @Test
    void saysWhatTheScriptsSaid() throws Exception {
        Properties texts = texts();
        assertThat(texts).hasSize(11);
        try (Iis web = Iis.of(Standby.ONE_WAY, IisControl.armLoad())) {
            for (String text : texts.stringPropertyNames()) {
                String english = web.iis.messages().text(key(texts.getProperty(text)), Locale.ENGLISH, List.of());
                assertThat(english).isEqualTo(text.substring(text.indexOf('/') + 1));
            }
        }
    }

    private static Recorder run(Row row) throws Exception {
        try (Iis web = web(row)) {
            call(web, row);
            return web.recorder;
        }
    }

    private static Iis web(Row row) throws Exception {
        IisControl control = row.strategy().equals("armload") ? IisControl.armLoad() : IisControl.iisReset();
        Iis web = Iis.of(Standby.ONE_WAY, control, WINDOWS_2003, it -> it);
        if (row.script().equals("STOP")) {
            web.iis.online(web.started().build());
        }
        return web;
    }

    private static void call(Iis web, Row row) throws Exception {
        ResourceContext.Builder builder = web.node
                .context(web.group, "iis")
                .watches(web.node.watches())
                .diskStatus(row.disk())
                .nodeRank(row.rank());
        row.event().filter(it -> !it.equals("RECOVER")).ifPresent(it -> builder.startCause(StartCause.valueOf(it)));
        if (row.script().equals("STOP")) {
            web.iis.offline(
                    web.recorder.of(builder.stopCause(StopCause.GROUP_STOP).build()));
        } else if (row.event().equals(Optional.of("RECOVER"))) {
            web.iis.recovered(web.recorder.of(builder.build()));
        } else {
            try {
                web.iis.online(web.recorder.of(builder.build()));
            } catch (ResourceException e) {
                assertThat(row.disk())
                        .as("a start fails by the disk only: %s", e)
                        .isEqualTo(DiskStatus.FAILURE);
                assertThat(e.retry()).isEqualTo(ResourceException.Retry.USELESS);
            }
        }
    }

    static Stream<Row> reachable() throws Exception {
        return rows().filter(it -> it.unreachable().isEmpty());
    }

    private static Stream<Row> rows() throws Exception {
        Properties texts = texts();
        List<Row> rows = new ArrayList<>();
        try (InputStream in = RecordedBehaviourTest.class.getResourceAsStream("guide-traces-oneway.json")) {
            for (JsonNode row : new ObjectMapper().readTree(in).get("rows")) {
                rows.add(Row.of(row, texts));
            }
        }
        assertThat(rows).hasSize(64);
        return rows.stream();
    }

    private static Properties texts() throws IOException {
        Properties texts = new Properties();
        try (InputStream in = RecordedBehaviourTest.class.getResourceAsStream("recorded-messages.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static String key(String constant) throws ReflectiveOperationException {
        return (String) IisMessages.class.getField(constant).get(null);
    }

    /** One recorded run of a script. */
    record Row(
            String script,
            String strategy,
            Optional<String> event,
            DiskStatus disk,
            NodeRank rank,
            List<String> recorded) {
        static final String RECOVERY_STOPS_NOTHING =
                "a group is not stopped because a node came back: RECOVER is no start cause, only scripts see it";
        static final String OUTLIVES_NO_DISK =
                "the script jumps to a label it does not define; a web server must not outlive its disk, so it is"
                        + " stopped";

        static Row of(JsonNode row, Properties texts) throws ReflectiveOperationException {
            String script = row.get("script").asText();
            List<String> commands = new ArrayList<>();
            for (JsonNode command : row.get("commands")) {
                List<String> words = new ArrayList<>();
                command.get("args").forEach(it -> words.add(it.asText()));
                commands.add(
                        switch (command.get("cmd").asText()) {
                            case "ARMBCAST" -> "ARMBCAST " + key(texts.getProperty(script + "/" + words.get(1)));
                            case "IISRESET" -> "iisreset " + words.get(0);
                            default -> command.get("cmd").asText() + " " + String.join(" ", words);
                        });
            }
            return new Row(
                    script,
                    row.get("strategy").asText(),
                    row.get("event").isNull()
                            ? Optional.empty()
                            : Optional.of(row.get("event").asText()),
                    DiskStatus.valueOf(row.get("disk").asText()),
                    NodeRank.valueOf(row.get("server").asText()),
                    commands);
        }

        Optional<String> unreachable() {
            return script.equals("STOP") && event.equals(Optional.of("RECOVER"))
                    ? Optional.of(RECOVERY_STOPS_NOTHING)
                    : Optional.empty();
        }

        Optional<String> deviation() {
            return script.equals("STOP")
                            && event.isPresent()
                            && disk == DiskStatus.FAILURE
                            && unreachable().isEmpty()
                    ? Optional.of(OUTLIVES_NO_DISK)
                    : Optional.empty();
        }

        /** What a deviating row does instead: what the script does where the disk is there. */
        List<String> ordered() {
            String message = "iis.stopping." + rank.name().toLowerCase(Locale.ROOT)
                    + (event.equals(Optional.of("FAILOVER")) ? ".after-failover" : "");
            return strategy.equals("armload")
                    ? List.of("ARMBCAST " + message, "ARMKILL FTPService", "ARMKILL WWWService")
                    : List.of("ARMBCAST " + message, "iisreset /stop");
        }
    }
}
