package io.clp.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.Outcome;
import io.clp.config.ClusterDefinition;
import io.clp.config.ResourceOffer;
import io.clp.iis.IisResource;
import io.clp.iis.Standby;
import io.clp.platform.ServiceState;
import io.clp.testkit.FakeCluster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a configuration and its scripts to IIS in a group: reader, interpreter, recogniser and resource together. */
class RecognisedIisTest {
    private static final Path GUIDE = Path.of("../clp-config/src/test/resources/io/clp/script/guide");
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final String SCRIPT = "<script name=\"web\"><depend name=\"sd1\"/></script>";
    private static final String CONF = """
            <root>
             <all><charset>SJIS</charset><serveros>windows</serveros><encode>SJIS</encode></all>
             <cluster><name>c</name></cluster>
             <server name="SV1"><priority>0</priority><device id="0"><type>lan</type><info>10.1.1.11</info></device></server>
             <server name="SV2"><priority>1</priority><device id="0"><type>lan</type><info>10.1.1.12</info></device></server>
             <group name="g"><resource name="sd@sd1"/><resource name="TYPE@web"/></group>
             <resource>
              <types name="sd"/><types name="TYPE"/>
              <sd name="sd1"><parameters><volumemountpoint>E:</volumemountpoint></parameters>
               <server name="SV1"><parameters><volumeguid>33333333-3333-4333-8333-333333333301</volumeguid></parameters></server>
               <server name="SV2"><parameters><volumeguid>33333333-3333-4333-8333-333333333302</volumeguid></parameters></server>
              </sd>
              WEB
             </resource>
            </root>
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "oneway/armload,  'IIS in one-way standby, by ARMLOAD, with WWW and FTP'",
        "oneway/netstart, 'IIS in one-way standby, by net start, with WWW and FTP'",
        "oneway/iisreset, 'IIS in one-way standby, by iisreset, with WWW'",
        "twoway/armload,  'IIS in two-way standby, by ARMLOAD, with WWW and FTP'",
        "twoway/netstart, 'IIS in two-way standby, by net start, with WWW and FTP'",
        "twoway/iisreset, 'IIS in two-way standby, by iisreset, with WWW'",
        "japanese,        'IIS in one-way standby, by ARMLOAD, with WWW and FTP'",
    })
    void theGuidesScriptsAreIisWhichMoves(String scripts, String what) throws Exception {
        ClusterDefinition read = read(scripts, it -> it, it -> it);

        assertThat(read.offers()).extracting(ResourceOffer::toString).containsExactly("group g, resource web: " + what);
        ClusterDefinition taken = read.taking(read.offers().get(0));
        assertThat(taken.scripts()).isEmpty();
        moves(taken.group("g"));
        theCodeBuildsTheSame(taken);
    }

    private static void moves(FailoverGroup group) {
        IisResource iis = (IisResource) group.resource("web");
        try (FakeCluster cluster =
                FakeCluster.builder().nodes("SV1", "SV2").iisVersion("6.0").build()) {
            cluster.start(group);
            assertThat(cluster.node("SV1").services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);

            assertThat(cluster.move(group, "SV2").outcome()).isEqualTo(Outcome.DONE);

            assertThat(cluster.ownerOf(group)).contains(NodeId.of("SV2"));
            assertThat(cluster.node("SV2").services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
            assertThat(cluster.node("SV1").services().state("W3SVC"))
                    .isEqualTo(iis.standby() == Standby.TWO_WAY ? ServiceState.RUNNING : ServiceState.STOPPED);
        }
    }

    private void theCodeBuildsTheSame(ClusterDefinition cluster) throws Exception {
        Path source = Files.writeString(folder.resolve("ClusterGroups.java"), cluster.toJava());
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"), source.toString());
        assertThat(failed).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, FailoverGroup.class.getClassLoader())) {
            Method all = loader.loadClass("ClusterGroups").getDeclaredMethod("all");
            all.setAccessible(true);
            assertThat(all.invoke(null)).usingRecursiveComparison().isEqualTo(cluster.groups());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "appcmd beside it                   ; GOTO EXIT                         ; appcmd start site a",
                "another service beside it          ; ARMLOAD FTPService /S MSFTPSVC    ; ARMLOAD FTPService /S MSFTPSVC & net start App",
                "SMTP                               ; ARMLOAD FTPService /S MSFTPSVC    ; ARMLOAD SMTPService /S SMTPSVC",
                "another script                     ; ARMLOAD WWWService /S W3SVC       ; call other.bat",
                "a line that is not understood      ; ARMLOAD WWWService /S W3SVC       ; for /F %%s in (services.txt) do ARMLOAD WWWService /S %%s",
                "a repair that runs after a failure ; ARMLOAD WWWService /S W3SVC       ; ARMLOAD WWWService /S W3SVC || iisreset",
                "only on one server                 ; IF \"%CLP_DISK%\" == \"FAILURE\"  ; IF \"%COMPUTERNAME%\" == \"SV2\"",
                "starts when the server returns     ; :RECOVER                          ; :RECOVER ARMLOAD WWWService /S W3SVC",
                "starts without its disk            ; :ERROR_DISK                       ; :ERROR_DISK net start W3SVC",
            })
    void whatDiffersFromTheGuidesIsNot(String why, String piece, String other) throws IOException {
        UnaryOperator<String> edit = it -> {
            assertThat(it).contains(piece);
            return it.replace(piece, other.replaceFirst("^(:\\w+) ", "$1\r\n"));
        };

        assertThat(read("oneway/armload", edit, it -> it).offers()).as(why).isEmpty();
    }

    @Test
    void aStopThatDoesMoreIsNot() throws IOException {
        assertThat(read("oneway/armload", it -> it, it -> "net stop App\r\n" + it)
                        .offers())
                .isEmpty();
        assertThat(read("oneway/armload", it -> it, it -> "ARMLOG stopping\r\n" + it)
                        .offers())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "World Wide Web Publishing Service, 1",
        "W3SVC, 1",
        "FTP Publishing Service, 0",
        "App, 0",
    })
    void aServiceResourceIsIisByEitherName(String name, int offers) throws IOException {
        ClusterDefinition read = ClusterDefinition.read(conf(
                "service",
                "<service name=\"web\"><parameters><name>" + name + "</name></parameters><depend name=\"sd1\"/>"
                        + "</service>"));

        assertThat(read.offers()).hasSize(offers);
        read.offers().forEach(it -> assertThat(it.offer().what())
                .isEqualTo("IIS in one-way standby, by net start, with WWW"));
        if (offers == 1) {
            moves(read.taking(read.offers().get(0)).group("g"));
        }
    }

    @Test
    void theCommandSaysWhatItRecognisedAndRehearsesItOnRequest() throws IOException {
        read("oneway/armload", it -> it, it -> it);
        String conf = folder.resolve("clp.conf").toString();

        assertThat(rehearsed(conf, "--iis", "7.0"))
                .contains("recognised, and rehearsed so with --take-offers:")
                .contains("  group g, resource web: IIS in one-way standby, by ARMLOAD, with WWW and FTP")
                .contains("start.bat CLP_EVENT=START");
        assertThat(rehearsed(conf, "--take-offers"))
                .contains("recognised, and rehearsed as such:")
                .contains("    IIS web ([WWW, FTP], armLoad, ONE_WAY), after sd1")
                .doesNotContain("start.bat CLP_EVENT");
        assertThat(rehearsed(conf, "--take-offers", "--java")).contains("io.clp.iis.IisResource.builder(\"web\")");
    }

    private static String rehearsed(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Rehearse.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(exitCode).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private ClusterDefinition read(String scripts, UnaryOperator<String> start, UnaryOperator<String> stop)
            throws IOException {
        Path target = Files.createDirectories(folder.resolve("scripts/g/web"));
        Path source = GUIDE.resolve(scripts);
        Files.writeString(
                target.resolve("start.bat"),
                start.apply(Files.readString(source.resolve("START.BAT"), SHIFT_JIS)),
                SHIFT_JIS);
        Files.writeString(
                target.resolve("stop.bat"),
                stop.apply(Files.readString(source.resolve("STOP.BAT"), SHIFT_JIS)),
                SHIFT_JIS);
        return ClusterDefinition.read(conf("script", SCRIPT));
    }

    private Path conf(String type, String web) throws IOException {
        return Files.writeString(
                folder.resolve("clp.conf"),
                CONF.replace("TYPE", type).replace("WEB", web).strip());
    }
}
