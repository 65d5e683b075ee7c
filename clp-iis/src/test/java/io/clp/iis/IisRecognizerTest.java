package io.clp.iis;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.resource.Resource;
import io.clp.resource.ResourceRecognizer;
import io.clp.resource.ResourceRecognizer.Offer;
import io.clp.resource.ResourceRecognizer.Run;
import io.clp.resource.ResourceRecognizer.Script;
import io.clp.resource.ResourceRecognizer.Scripts;
import io.clp.resource.ServiceResource;
import io.clp.watch.WatchPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts run, as an interpreter would tell it, is IIS or not. Commands are written with blanks, joined by " + ". */
class IisRecognizerTest {
    private static final String LOADS = "armload WWWService /S W3SVC + armload FTPService /S MSFTPSVC";
    private static final String KILLS = "armkill FTPService + armkill WWWService";
    private static final Predicate<Run> WITH_DISK = run ->
            List.of("START", "FAILOVER").contains(run.event()) && run.disk().equals("SUCCESS");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one-way, by ARMLOAD, with WWW and FTP | " + LOADS + " | " + KILLS,
                "two-way, by ARMLOAD, with WWW and FTP | " + KILLS + " + " + LOADS + " | " + KILLS + " + " + LOADS,
                "one-way, by ARMLOAD, with WWW | armload wwwservice /s w3svc | armkill WWWSERVICE",
                "one-way, by net start, with WWW and FTP | net start W3SVC + net start ftpsvc | net stop ftpsvc + net stop W3SVC",
                "two-way, by net start, with WWW | net stop W3SVC + net start W3SVC | net stop W3SVC /y + net start w3svc",
                "one-way, by iisreset, with WWW | iisreset | iisreset /stop",
                "two-way, by iisreset, with WWW | iisreset /restart | iisreset /RESTART",
            })
    void theGuidesScriptsAreRecognised(String what, String start, String stop) {
        Optional<Offer> offer = recognized(start, stop);

        assertThat(offer).map(Offer::what).contains("IIS in " + what.replace("way,", "way standby,"));
        assertThat(offer.orElseThrow().resource().id().value()).isEqualTo("script");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing starts                     | armbcast /MSG a /A                    | iisreset /stop",
                "nothing stops                      | " + LOADS + "                         | armbcast /MSG a /A",
                "half of it stops                   | " + LOADS + "                         | armkill WWWService",
                "stops in the order of the start    | " + LOADS
                        + "                         | armkill WWWService + armkill FTPService",
                "starts FTP first                   | net start ftpsvc + net start W3SVC    | net stop ftpsvc + net stop W3SVC",
                "one way there, two ways back       | " + LOADS + "                         | " + KILLS + " + " + LOADS,
                "two ways there, one way back       | " + KILLS + " + " + LOADS + "         | " + KILLS,
                "another watch id                   | armload Web /S W3SVC                  | armkill Web",
                "two names of FTP                   | net start W3SVC + net start ftpsvc    | net stop MSFTPSVC + net stop W3SVC",
                "FTP alone                          | net start ftpsvc                      | net stop ftpsvc",
                "another service                    | net start W3SVC + net start App       | net stop W3SVC",
                "SMTP                               | net start W3SVC + net start SMTPSVC   | net stop SMTPSVC + net stop W3SVC",
                "NNTP under a watch                 | " + LOADS + " + armload N /S NNTPSVC  | " + KILLS,
                "the Indexing Service               | net start W3SVC + net start CISVC     | net stop CISVC + net stop W3SVC",
                "appcmd                             | net start W3SVC + appcmd start site a | net stop W3SVC",
                "sc                                 | sc start W3SVC                        | sc stop W3SVC",
                "a program that waits               | net start W3SVC + timeout 5           | net stop W3SVC",
                "two strategies                     | net start W3SVC                       | iisreset /stop",
                "an option of iisreset              | iisreset /restart /noforce            | iisreset /stop",
                "restarts by the script             | armload WWWService /S /R 3 /SCR W3SVC | armkill WWWService",
                "an option without a known meaning  | armload WWWService /S /INT 3 W3SVC    | armkill WWWService",
                "too many restarts                  | armload WWWService /S /R 10 W3SVC     | armkill WWWService",
                "a time limit of a kill             | armload WWWService /S W3SVC           | armkill WWWService /T 0",
                "a program under a watch            | armload WWWService /W W3SVC           | armkill WWWService",
                "no service under a watch           | armload WWWService /S                 | armkill WWWService",
                "a watch without an id              | armload + net start W3SVC             | net stop W3SVC",
                "different watches                  | armload WWWService /S /R 2 W3SVC + armload FTPService /S ftpsvc | "
                        + KILLS,
            })
    void whatIsNotTheGuidesIsNot(String why, String start, String stop) {
        assertThat(recognized(start, stop)).as(why).isEmpty();
    }

    @Test
    void messagesDoNotMatter() {
        assertThat(recognized(
                        "armbcast /MSG a /A + net start W3SVC + armlog started + clplogcmd -m started",
                        "armlog stopping + net stop W3SVC + echo done"))
                .isPresent();
        assertThat(recognized(
                        new Script(runs("net start W3SVC", WITH_DISK), List.of(List.of("armlog", "failed")), List.of()),
                        script("net stop W3SVC")))
                .isPresent();
    }

    @Test
    void whatDependsOnSomethingElseIsNotCertain() {
        List<Run> starts = runs("net start W3SVC", WITH_DISK);

        assertThat(recognized(new Script(starts, List.of(List.of("iisreset")), List.of()), script("net stop W3SVC")))
                .as("a command that runs where another one failed")
                .isEmpty();
        assertThat(recognized(new Script(starts, List.of(), List.of("line 3: FOR /F")), script("net stop W3SVC")))
                .as("a line that is not understood")
                .isEmpty();
        assertThat(recognized(new Script(List.of(), List.of(), List.of()), script("net stop W3SVC")))
                .as("no run")
                .isEmpty();
    }

    @Test
    void everySituationCounts() {
        Script stop = script("net stop W3SVC");

        for (Predicate<Run> where : List.<Predicate<Run>>of(
                WITH_DISK.and(it -> it.server().equals("HOME")),
                WITH_DISK.and(it -> it.event().equals("START")),
                WITH_DISK.or(it -> it.event().equals("RECOVER")),
                WITH_DISK.or(it -> it.event().isEmpty()),
                it -> List.of("START", "FAILOVER").contains(it.event()))) {
            assertThat(recognized(new Script(runs("net start W3SVC", where), List.of(), List.of()), stop))
                    .isEmpty();
        }
    }

    @Test
    void withoutItsDiskAStopMayStopOrNot() {
        Predicate<Run> always = it -> List.of("START", "FAILOVER").contains(it.event());
        Script stop = new Script(runs("net stop W3SVC", always), List.of(), List.of());

        assertThat(recognized(script("net start W3SVC"), stop)).isPresent();
    }

    @Test
    void optionsOfAWatchAreKept() {
        Offer offer = recognized("armload WWWService /S /A /R 5 /H 2 W3SVC", "armkill WWWService")
                .orElseThrow();

        IisResource same = IisResource.builder("script")
                .services(IisService.WWW)
                .control(IisControl.armLoad(WatchPolicy.builder()
                        .restarts(5)
                        .resetAfter(Duration.ofHours(2))
                        .build()))
                .standby(Standby.ONE_WAY)
                .build();
        assertThat(offer.resource()).usingRecursiveComparison().isEqualTo(same);
        assertThat(offer.java()).contains("restarts(5).resetAfter(java.time.Duration.ofHours(2))");
    }

    @Test
    void aServiceResourceForW3svcIsOneWay() {
        IisResource same = IisResource.builder("web")
                .services(IisService.WWW)
                .control(IisControl.netStart())
                .standby(Standby.ONE_WAY)
                .build();

        Offer offer = recognizedService("w3svc").orElseThrow();

        assertThat(offer.what()).isEqualTo("IIS in one-way standby, by net start, with WWW");
        assertThat(offer.resource()).usingRecursiveComparison().isEqualTo(same);
        assertThat(recognizedService("ftpsvc")).isEmpty();
        assertThat(recognizedService("SMTPSVC")).isEmpty();
    }

    @Test
    void twoWayStandbyNeedsTwoNodes() {
        Resource resource = ServiceResource.builder("script").service("Other").build();
        FailoverGroup three = FailoverGroup.builder("group")
                .nodes("SV1", "SV2", "SV3")
                .resource(resource)
                .build();
        Scripts twoWay = new Scripts(script("iisreset /restart"), script("iisreset /restart"));

        assertThat(new IisRecognizer().recognize(three, resource, Optional.of(twoWay)))
                .isEmpty();
    }

    @Test
    void aServiceLoaderFindsIt() {
        assertThat(ServiceLoader.load(ResourceRecognizer.class)).hasAtLeastOneElementOfType(IisRecognizer.class);
    }

    private static Optional<Offer> recognizedService(String service) {
        Resource resource = ServiceResource.builder("web").service(service).build();
        return new IisRecognizer().recognize(group(resource), resource, Optional.empty());
    }

    private static Optional<Offer> recognized(String start, String stop) {
        return recognized(script(start), script(stop));
    }

    private static Optional<Offer> recognized(Script start, Script stop) {
        Resource resource = ServiceResource.builder("script").service("Other").build();
        return new IisRecognizer().recognize(group(resource), resource, Optional.of(new Scripts(start, stop)));
    }

    private static FailoverGroup group(Resource resource) {
        return FailoverGroup.builder("group")
                .nodes("SV1", "SV2")
                .resource(resource)
                .build();
    }

    /** A script that runs the commands where there is work and a disk, and nothing else. */
    private static Script script(String commands) {
        return new Script(runs(commands, WITH_DISK), List.of(), List.of());
    }

    private static List<Run> runs(String commands, Predicate<Run> where) {
        List<List<String>> words = List.of(commands.split(" \\+ ")).stream()
                .map(it -> List.of(it.strip().split(" ")))
                .toList();
        List<Run> runs = new ArrayList<>();
        for (String event : List.of("START", "FAILOVER", "RECOVER", "")) {
            for (String disk : List.of("SUCCESS", "FAILURE")) {
                for (String server : List.of("HOME", "OTHER")) {
                    Run run = new Run(event, disk, server, words);
                    runs.add(where.test(run) ? run : new Run(event, disk, server, List.of()));
                }
            }
        }
        return runs;
    }
}
