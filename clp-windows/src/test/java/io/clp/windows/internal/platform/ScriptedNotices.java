package io.clp.windows.internal.platform;

import io.clp.platform.ServiceState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Notices that come when a test says so, and else never, as where Windows tells nothing. */
final class ScriptedNotices implements StateNotices {
    final List<String> asked = new ArrayList<>();
    final List<String> settled = new ArrayList<>();
    private CompletableFuture<Void> next = new CompletableFuture<>();

    /** Tells whoever waits. */
    void tell() {
        next.complete(null);
        next = new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<?> leaving(String service, ServiceState seen) {
        asked.add(service + " " + seen);
        return next;
    }

    @Override
    public void settled(String service) {
        settled.add(service);
    }

    @Override
    public void close() {
        asked.clear();
    }
}
