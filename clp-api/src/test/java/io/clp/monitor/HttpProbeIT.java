package io.clp.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.internal.script.Piece;
import io.clp.resource.Probe;
import io.clp.resource.ResourceTier;
import io.clp.time.Task;
import io.clp.time.Timeline;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking a real web server over the loopback. */
class HttpProbeIT {
    private static final Duration QUICK = Duration.ofMillis(700);

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final AtomicReference<String> asked = new AtomicReference<>("");
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/good", exchange -> answer(exchange, 200, "all is well"));
        server.createContext("/none", exchange -> answer(exchange, 503, "all is well"));
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().add("Location", "/good");
            answer(exchange, 302, "");
        });
        server.createContext("/slow", exchange -> over.join());
        server.createContext("/stuck", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            over.join();
        });
        server.createContext("/endless", HttpProbeIT::answerForEver);
        server.createContext("/broken", HttpExchange::close);
        server.start();
    }

    @AfterEach
    void end() {
        over.complete(null);
        server.stop(0);
        workers.shutdownNow();
    }

    @Test
    void takesAnAnswerWithAGoodStatusForOnline() throws Exception {
        assertThat(probe(HttpProbe.get(uri("/good")))).isEqualTo(Probe.online());
        assertThat(asked).hasValue("GET");
        assertThat(probe(HttpProbe.builder(uri("/good")).head().build())).isEqualTo(Probe.online());
        assertThat(asked).hasValue("HEAD");
        assertThat(probe(HttpProbe.builder(uri("/none")).expect(200, 503).build()))
                .isEqualTo(Probe.online());
    }

    @Test
    void takesAnotherStatusForAFailure() throws Exception {
        assertFailed(HttpProbe.get(uri("/none")), "status 503, expected 200 to 299");
        assertFailed(HttpProbe.builder(uri("/good")).expect(404, 403).build(), "status 200, expected [403, 404]");
    }

    @Test
    void looksForATextInWhatItReads() throws Exception {
        HttpProbe.Builder good = HttpProbe.builder(uri("/good")).containing("well");
        assertThat(probe(good.build())).isEqualTo(Probe.online());
        assertFailed(good.readAtMost(10).build(), "is not in the first 10 bytes");
        assertThat(probe(good.readAtMost(11).build())).isEqualTo(Probe.online());
        assertFailed(good.containing("bad").build(), "\"bad\" is not in the first 11 bytes");
    }

    @Test
    void readsNoMoreThanItMay() throws Exception {
        assertThat(probe(HttpProbe.get(uri("/endless")))).as("no text, no body").isEqualTo(Probe.online());
        assertFailed(
                HttpProbe.builder(uri("/endless"))
                        .containing("end")
                        .readAtMost(100_000)
                        .build(),
                "is not in the first 100000 bytes");
    }

    @Test
    void followsARedirectOnlyWhereItIsTold() throws Exception {
        assertFailed(HttpProbe.get(uri("/away")), "status 302");
        assertThat(probe(HttpProbe.builder(uri("/away")).followRedirects().build()))
                .isEqualTo(Probe.online());
    }

    @Test
    void givesUpOnAServerThatDoesNotAnswerInTime() throws Exception {
        assertFailed(HttpProbe.builder(uri("/slow")).timeout(QUICK).build(), "no answer within PT0.7S");
    }

    @Test
    void givesUpOnAnAnswerThatDoesNotEnd() throws Exception {
        assertFailed(
                HttpProbe.builder(uri("/stuck"))
                        .containing("well")
                        .timeout(QUICK)
                        .build(),
                "no answer within PT0.7S");
    }

    @Test
    void takesARefusedAndABrokenConnectionForFailures() throws Exception {
        assertFailed(HttpProbe.get(uri("/broken")), "IOException");
        int free;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = nobody.getLocalPort();
        }
        assertFailed(HttpProbe.get("http://localhost:" + free + "/"), "ConnectException");
    }

    @Test
    void takesANameThatNobodyKnowsForUnknown() throws Exception {
        Probe probe = probe(HttpProbe.get("http://no-such-host.invalid/"));
        assertThat(probe.state()).isEqualTo(Probe.State.UNKNOWN);
        assertThat(probe.detail()).contains("cannot resolve");
    }

    @Test
    void letsGoWhenItIsInterrupted() {
        Context context = context(HttpProbe.get(uri("/slow")));
        Task<Probe> task = Timeline.system()
                .fork("probe", () -> context.monitor().probe().orElseThrow().probe(context));
        task.interrupt();
        assertThat(catchThrowable(() -> task.join(Duration.ofSeconds(3))))
                .isInstanceOfAny(ExecutionException.class)
                .cause()
                .isInstanceOfAny(InterruptedException.class, java.util.concurrent.CancellationException.class);
    }

    @Test
    void mayBeUsedAgainAfterAFailure() throws Exception {
        HttpProbe slow = HttpProbe.builder(uri("/endless"))
                .containing("end")
                .readAtMost(1_000)
                .build();
        for (int i = 0; i < 5; i++) {
            assertFailed(slow, "is not in the first 1000 bytes");
        }
    }

    private void assertFailed(HttpProbe probe, String why) throws Exception {
        Probe found = probe(probe);
        assertThat(found.state()).isEqualTo(Probe.State.FAILED);
        assertThat(found.detail()).contains(why);
    }

    private static Probe probe(HttpProbe probe) throws Exception {
        return probe.probe(context(probe));
    }

    private static Context context(HttpProbe probe) {
        Monitor monitor = Monitor.builder("site").watches("app").probe(probe).build();
        return new Context(
                NodeId.of("SV1"),
                FailoverGroup.builder("web")
                        .nodes("SV1")
                        .resource(Piece.of("app", ResourceTier.APPLICATION))
                        .monitor(monitor)
                        .build(),
                monitor,
                Timeline.system(),
                monitor.timeout());
    }

    private String uri(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        asked.set(exchange.getRequestMethod());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean none = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, none ? -1 : bytes.length);
        if (!none) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static void answerForEver(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i < 1_000_000; i++) {
                body.write(new byte[1_000]);
            }
        }
    }

    private record Context(NodeId nodeId, FailoverGroup group, Monitor monitor, Timeline timeline, Duration remaining)
            implements MonitorContext {}
}
