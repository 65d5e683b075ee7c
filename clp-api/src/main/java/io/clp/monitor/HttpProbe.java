package io.clp.monitor;

import io.clp.internal.definition.Problems;
import io.clp.resource.Probe;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a web server once, as a client does: through the group's virtual IP address, or a name that leads there.
 *
 * <p>Failed is what does not answer in time, refuses the connection or breaks it, answers with another status than expected, or without
 * the text that is looked for. Unknown is only a host name that this node cannot resolve.
 *
 * <p>Uses the JDK's client, with HTTP/1.1, no proxy and the JVM's trusted certificates. That client waits on threads of its own, and real
 * sockets do not obey virtual time: in a test of failover logic put another {@link MonitorProbe} in its place. Immutable and thread-safe.
 */
public final class HttpProbe implements MonitorProbe {
    private static final int READ_AT_MOST = 65_536;
    private static final int READ_LIMIT = 16 * 1_048_576;

    private final URI uri;
    private final Method method;
    private final Set<Integer> expected;
    private final @Nullable String text;
    private final int readAtMost;
    private final boolean followsRedirects;
    private final @Nullable Duration timeout;
    private @Nullable HttpClient client;

    /** The methods that change nothing. */
    private enum Method {
        GET,
        HEAD
    }

    private HttpProbe(Builder builder, URI uri) {
        this.uri = uri;
        method = builder.method;
        expected = Set.copyOf(builder.expected);
        text = builder.text;
        readAtMost = builder.text == null ? 0 : builder.readAtMost;
        followsRedirects = builder.followsRedirects;
        timeout = builder.timeout;
    }

    /**
     * Returns a builder.
     *
     * @param uri {@code http} or {@code https}, with the host; checked when the probe is built. The host is also what the server is told
     *     ({@code Host}), so a site bound to a host name is asked by that name
     * @return a builder of a GET that expects a status of 200 to 299
     */
    public static Builder builder(String uri) {
        return new Builder(uri);
    }

    /**
     * Returns a probe that expects a status of 200 to 299.
     *
     * @param uri as for {@link #builder}
     * @return the probe
     * @throws io.clp.DefinitionException it is not such a URI
     */
    public static HttpProbe get(String uri) {
        return builder(uri).build();
    }

    /** {@return what it asks} */
    public URI uri() {
        return uri;
    }

    @Override
    public List<String> validate(Monitor monitor) {
        return timeout != null && timeout.compareTo(monitor.timeout()) >= 0
                ? List.of("timeout \"" + timeout + "\": must be such that timeout < timeout of the monitor, which is "
                        + monitor.timeout())
                : List.of();
    }

    @Override
    public Probe probe(MonitorContext context) throws InterruptedException {
        Duration limit = limitIn(context.monitor());
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method.name(), HttpRequest.BodyPublishers.noBody())
                .timeout(limit)
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client(limit).sendAsync(request, head -> new BoundedBody(readAtMost));
        boolean answered = false;
        try {
            answered = context.timeline().await(answer, limit);
            return answered ? judge(answer.get()) : Probe.failed(method + " " + uri + ": no answer within " + limit);
        } catch (ExecutionException e) {
            return judge(e.getCause() == null ? e : e.getCause(), limit);
        } finally {
            if (!answered) {
                answer.cancel(true);
            }
        }
    }

    /** A fifth of the monitor's time is left to tell of it. */
    private Duration limitIn(Monitor monitor) {
        return timeout == null ? monitor.timeout().multipliedBy(4).dividedBy(5) : timeout;
    }

    private synchronized HttpClient client(Duration connectTimeout) {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(connectTimeout)
                    .followRedirects(followsRedirects ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build();
        }
        return client;
    }

    private Probe judge(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        boolean good = expected.isEmpty() ? status >= 200 && status <= 299 : expected.contains(status);
        if (!good) {
            return Probe.failed(method + " " + uri + ": status " + status + ", expected "
                    + (expected.isEmpty() ? "200 to 299" : new TreeSet<>(expected)));
        }
        if (text != null && !new String(response.body(), StandardCharsets.UTF_8).contains(text)) {
            return Probe.failed(method + " " + uri + ": \"" + text + "\" is not in the first " + response.body().length
                    + " bytes of the answer");
        }
        return Probe.online();
    }

    private Probe judge(Throwable failure, Duration limit) {
        if (failure instanceof HttpTimeoutException) {
            return Probe.failed(method + " " + uri + ": no answer within " + limit);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return Probe.unknown(method + " " + uri + ": this node cannot resolve the host's name");
            }
        }
        return Probe.failed(method + " " + uri + ": " + failure);
    }

    @Override
    public String toString() {
        return method + " " + uri;
    }

    /** Builds a probe. Not thread-safe. */
    public static final class Builder {
        private final String uri;
        private Method method = Method.GET;
        private final Set<Integer> expected = new TreeSet<>();
        private @Nullable String text;
        private int readAtMost = READ_AT_MOST;
        private boolean followsRedirects;
        private @Nullable Duration timeout;

        private Builder(String uri) {
            this.uri = uri;
        }

        /**
         * Asks with HEAD instead of GET.
         *
         * @return this
         */
        public Builder head() {
            method = Method.HEAD;
            return this;
        }

        /**
         * Names the status codes that are good. Called again it adds further ones.
         *
         * @param codes each 100 to 599; 200 to 299 where none is named
         * @return this
         */
        public Builder expect(int... codes) {
            Arrays.stream(codes).forEach(expected::add);
            return this;
        }

        /**
         * Looks for a text in the answer's body.
         *
         * @param what compared exactly, the body taken for UTF-8; not empty
         * @return this
         */
        public Builder containing(String what) {
            text = Objects.requireNonNull(what, "what");
            return this;
        }

        /**
         * Sets how much of the body is read; without a text to look for, none is.
         *
         * @param bytes 1 to 16,777,216; 65,536 where this is not called
         * @return this
         */
        public Builder readAtMost(int bytes) {
            readAtMost = bytes;
            return this;
        }

        /**
         * Follows redirects, but none from {@code https} to {@code http}; without it a redirect is an answer like any other, and no good
         * one.
         *
         * @return this
         */
        public Builder followRedirects() {
            followsRedirects = true;
            return this;
        }

        /**
         * Sets how long it may take until the connection stands, and until the answer is there.
         *
         * @param time positive, less than the monitor's timeout; four fifths of that where this is not called
         * @return this
         */
        public Builder timeout(Duration time) {
            timeout = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * Builds the probe.
         *
         * @return an immutable probe
         * @throws io.clp.DefinitionException it cannot work; all problems are named
         */
        public HttpProbe build() {
            Problems problems = new Problems("HTTP probe of " + uri);
            URI parsed = parse(uri);
            problems.addIf("uri", uri, problem(parsed));
            expected.stream()
                    .filter(it -> it < 100 || it > 599)
                    .forEach(it -> problems.add("expect", it, "a status is 100 to 599"));
            if (text != null && text.isEmpty()) {
                problems.add("containing", text, "every answer contains nothing");
            }
            if (text != null && method == Method.HEAD) {
                problems.add("containing", text, "the answer to HEAD has no body");
            }
            problems.range("readAtMost", readAtMost, 1, READ_LIMIT);
            if (timeout != null) {
                problems.duration("timeout", timeout, Duration.ofDays(1));
            }
            problems.throwIfAny();
            return new HttpProbe(this, Objects.requireNonNull(parsed));
        }

        private static @Nullable URI parse(@Nullable String value) {
            try {
                return value == null ? null : new URI(value);
            } catch (URISyntaxException e) {
                return null; // told as a problem
            }
        }

        private static @Nullable String problem(@Nullable URI uri) {
            boolean good = uri != null
                    && uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getUserInfo() == null;
            return good ? null : "http:// or https://, with a host, without a user";
        }
    }
}
