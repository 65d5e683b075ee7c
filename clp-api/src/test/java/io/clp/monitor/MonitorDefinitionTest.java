package io.clp.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.DefinitionException;
import io.clp.FailoverGroup;
import io.clp.internal.script.Piece;
import io.clp.resource.Probe;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ResourceTier;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Monitors are refused with everything that is wrong with them. */
class MonitorDefinitionTest {
    @Test
    void refusesWhatCannotWorkWithAllItsProblems() {
        assertThat(problems(() -> Monitor.builder("/")
                        .every(Duration.ZERO)
                        .timeout(Duration.ofDays(2))
                        .failures(0)
                        .unknowns(100)
                        .startDelay(Duration.ofSeconds(-1))
                        .build()))
                .extracting(it -> it.field() + "=" + it.value())
                .containsExactly(
                        "id=/",
                        "watches=null",
                        "interval=PT0S",
                        "timeout=PT48H",
                        "timeout=PT48H",
                        "failures=0",
                        "unknowns=100",
                        "start delay=PT-1S",
                        "probe=");
    }

    @Test
    void refusesATimeoutAboveTheIntervalAndSaysTheFormula() {
        assertThat(problems(() -> monitor("site")
                        .every(Duration.ofSeconds(5))
                        .timeout(Duration.ofSeconds(6))
                        .build()))
                .singleElement()
                .satisfies(it -> assertThat(it.toString()).contains("timeout <= interval, which is PT5S"));
        assertThat(problems(() -> new ResourcePolicy(
                        Duration.ofSeconds(1),
                        0,
                        Duration.ofSeconds(1),
                        0,
                        Duration.ofSeconds(11),
                        Duration.ofSeconds(10),
                        3)))
                .singleElement()
                .satisfies(
                        it -> assertThat(it.toString()).contains("probe deadline <= monitor interval, which is PT10S"));
    }

    @Test
    void takesTimesThatGoTogetherWhereNothingIsSaid() {
        Monitor usual = monitor("site").build();
        assertThat(usual.interval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(usual.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(usual.unknowns()).isEqualTo(usual.failures()).isEqualTo(3);
        assertThat(usual.timing()).isEqualTo(Monitor.Timing.WHILE_ONLINE);
        Monitor quick = monitor("site").every(Duration.ofSeconds(1)).failures(7).build();
        assertThat(quick.timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(quick.unknowns()).isEqualTo(7);
        ResourcePolicy slow =
                ResourcePolicy.builder().probe(Duration.ofSeconds(30)).build();
        assertThat(slow.monitorEvery()).as("grows with the probe").isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void letsTheProbeSayWhatIsWrong() {
        MonitorProbe never = new MonitorProbe() {
            @Override
            public Probe probe(MonitorContext context) {
                return Probe.online();
            }

            @Override
            public List<String> validate(Monitor monitor) {
                return List.of("port \"0\": not for " + monitor.id());
            }
        };
        assertThat(problems(() -> monitor("site").probe(never).build()))
                .singleElement()
                .satisfies(it -> assertThat(it.toString()).contains("not for site"));
    }

    @Test
    void givesEachResourceAMonitorByItsPolicy() {
        FailoverGroup group = FailoverGroup.builder("web")
                .nodes("SV1")
                .resource(
                        Piece.of("disk", ResourceTier.PARTITION),
                        it -> it.policy(ResourcePolicy.builder()
                                .probe(Duration.ofSeconds(2))
                                .monitor(Duration.ofSeconds(7), 4)
                                .build()))
                .resource(Piece.of("app", ResourceTier.APPLICATION))
                .monitor(monitor("site").build())
                .build();
        assertThat(group.monitors()).extracting(it -> it.id().value()).containsExactly("disk", "app", "site");
        assertThat(group.monitors().get(0)).satisfies(it -> {
            assertThat(it.watches().value()).isEqualTo("disk");
            assertThat(it.interval()).isEqualTo(Duration.ofSeconds(7));
            assertThat(it.timeout()).isEqualTo(Duration.ofSeconds(2));
            assertThat(it.failures()).isEqualTo(4);
            assertThat(it.unknowns()).isEqualTo(4);
            assertThat(it.probe()).isEmpty();
        });
        assertThat(group.monitors().get(2).probe()).isPresent();
    }

    @Test
    void refusesAGroupWithAMonitorOfNothingOrTwoOfOneName() {
        assertThat(problems(() -> FailoverGroup.builder("web")
                        .nodes("SV1")
                        .resource(Piece.of("app", ResourceTier.APPLICATION))
                        .monitor(monitor("site").build())
                        .monitor(monitor("site").watches("none").build())
                        .monitor(monitor("app").build())
                        .build()))
                .extracting(it -> it.field() + "=" + it.value())
                .containsExactly("monitor=site", "monitor site watches=none", "monitor=app");
    }

    @Test
    void refusesAnHttpProbeThatCannotWorkWithAllItsProblems() {
        assertThat(problems(() -> HttpProbe.builder("ftp://10.0.0.10/")
                        .head()
                        .expect(200, 99, 600)
                        .containing("")
                        .readAtMost(0)
                        .timeout(Duration.ZERO)
                        .build()))
                .extracting(it -> it.field() + "=" + it.value())
                .containsExactly(
                        "uri=ftp://10.0.0.10/",
                        "expect=99",
                        "expect=600",
                        "containing=",
                        "containing=",
                        "readAtMost=0",
                        "timeout=PT0S");
        for (String uri : List.of("10.0.0.10", "http:///path", "http://user@host/", "http://a b/", "")) {
            assertThat(problems(() -> HttpProbe.get(uri)))
                    .extracting(DefinitionException.Problem::field)
                    .containsExactly("uri");
        }
        assertThat(HttpProbe.get("https://[fd00::10]:8443/health")).hasToString("GET https://[fd00::10]:8443/health");
    }

    @Test
    void refusesAnHttpProbeThatTakesAsLongAsItsMonitor() {
        HttpProbe slow = HttpProbe.builder("http://10.0.0.10/")
                .timeout(Duration.ofSeconds(5))
                .build();
        assertThat(problems(() -> monitor("site").probe(slow).build()))
                .singleElement()
                .satisfies(it -> assertThat(it.toString()).contains("timeout < timeout of the monitor"));
        assertThat(monitor("site")
                        .timeout(Duration.ofSeconds(6))
                        .probe(slow)
                        .build()
                        .probe())
                .containsSame(slow);
    }

    private static Monitor.Builder monitor(String id) {
        return Monitor.builder(id).watches("app").probe(context -> Probe.online());
    }

    private static List<DefinitionException.Problem> problems(ThrowingCallable build) {
        DefinitionException refused = catchThrowableOfType(DefinitionException.class, build);
        assertThat(refused).isNotNull();
        return refused.problems();
    }
}
