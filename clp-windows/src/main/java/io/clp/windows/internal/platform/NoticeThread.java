package io.clp.windows.internal.platform;

import io.clp.ClpException;
import io.clp.platform.ServiceState;
import io.clp.time.Timeline;
import io.clp.windows.internal.driver.CallFailedException;
import io.clp.windows.internal.driver.NoticeDriver;
import io.clp.windows.internal.driver.NoticeDriver.Notice;
import io.clp.windows.internal.driver.OpenedService;
import io.clp.windows.internal.win32.ProcessApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notices of the Service Control Manager. Windows tells them to the thread that asked, and only while it waits in Windows for that: so
 * one task asks for all, waits for all, and ends when nobody wants to be told any more. Thread-safe.
 */
final class NoticeThread implements StateNotices {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeThread.class);

    /** What nobody has asked for again in this time is taken back. Longer than the longest interval between two looks. */
    private static final Duration LINGER = Duration.ofSeconds(2);

    /** A handle is closed within a millisecond; where it is not, nobody waits for that. */
    private static final Duration CLOSING = Duration.ofMillis(200);

    private final ProcessApi api;
    private final Function<String, Optional<OpenedService>> services;
    private final Timeline timeline;

    /** By service; under this object's lock, as what follows. */
    private final Map<String, Wish> wanted = new HashMap<>();

    private @Nullable Task task;

    /** The one that serves what is wanted. Its driver is present while it waits or is about to, and is no longer used once it is over. */
    private static final class Task {
        @Nullable
        NoticeDriver driver;
    }

    /** To be told once when a service leaves a state. The notice and whether it was asked for are the task's alone. */
    private static final class Wish {
        final String service;
        final ServiceState seen;
        final CompletableFuture<Void> left = new CompletableFuture<>();
        final CompletableFuture<Void> closed = new CompletableFuture<>();
        long lastWanted;
        boolean asked;

        @Nullable
        Notice notice;

        Wish(String service, ServiceState seen) {
            this.service = service;
            this.seen = seen;
        }

        void close() {
            if (notice != null) {
                notice.close();
            }
            closed.complete(null);
        }
    }

    /**
     * Makes one; nothing runs before it is asked.
     *
     * @param services opens a service to query its status; empty where there is none
     */
    NoticeThread(ProcessApi api, Function<String, Optional<OpenedService>> services, Timeline timeline) {
        this.api = api;
        this.services = services;
        this.timeline = timeline;
    }

    @Override
    public synchronized CompletableFuture<?> leaving(String service, ServiceState seen) {
        Wish wish = wanted.get(key(service));
        if (wish == null || wish.seen != seen || wish.left.isDone()) {
            wish = new Wish(service, seen);
            wanted.put(key(service), wish);
            wake();
        }
        wish.lastWanted = timeline.nanos();
        if (task == null) {
            Task begun = new Task();
            timeline.fork("notices of services", () -> run(begun));
            task = begun;
        }
        return wish.left;
    }

    @Override
    public void settled(String service) throws InterruptedException {
        Wish wish;
        synchronized (this) {
            wish = wanted.remove(key(service));
            if (wish == null || task == null) {
                return;
            }
            wake();
        }
        timeline.await(wish.closed, CLOSING);
    }

    @Override
    public synchronized void close() {
        wanted.clear();
        wake();
    }

    private @Nullable Void run(Task mine) {
        try (NoticeDriver opened = NoticeDriver.open(api)) {
            run(mine, opened);
        } catch (CallFailedException e) {
            LOG.info(
                    "The Service Control Manager tells of no change; services are looked at now and then. {}",
                    e.getMessage());
        } finally {
            over(mine);
        }
        return null;
    }

    private void run(Task mine, NoticeDriver opened) throws CallFailedException {
        List<Wish> open = new ArrayList<>();
        try {
            while (serve(mine, opened, open)) {
                opened.await(LINGER);
            }
        } finally {
            // Before the driver is closed, so that nobody wakes it then.
            over(mine);
            open.forEach(Wish::close);
        }
    }

    /** Another task may have begun since this one found nothing to do: that one stays. */
    private synchronized void over(Task mine) {
        if (task == mine) {
            task = null;
            wanted.clear();
        }
    }

    /** Closes what is not wanted any more and asks for what is new; returns whether there is anything to wait for. */
    private boolean serve(Task mine, NoticeDriver opened, List<Wish> open) {
        List<Wish> now = wishes(mine, opened);
        open.removeIf(it -> {
            boolean over = it.left.isDone() || !now.contains(it);
            if (over) {
                it.close();
            }
            return over;
        });
        for (Wish wish : now) {
            if (!wish.asked) {
                wish.asked = true;
                ask(opened, wish);
                open.add(wish);
            }
        }
        return !now.isEmpty();
    }

    /** Returns what is wanted; where that is nothing, the task is over. */
    private synchronized List<Wish> wishes(Task mine, NoticeDriver opened) {
        long nanos = timeline.nanos();
        wanted.values().removeIf(it -> nanos - it.lastWanted > LINGER.toNanos());
        mine.driver = opened;
        if (wanted.isEmpty()) {
            over(mine);
        }
        return List.copyOf(wanted.values());
    }

    private void ask(NoticeDriver opened, Wish wish) {
        try {
            Optional<OpenedService> service = services.apply(wish.service);
            if (service.isEmpty()) {
                wish.left.complete(null);
                return;
            }
            wish.notice = opened.arm(service.get(), wish.seen, () -> wish.left.complete(null));
        } catch (CallFailedException | ClpException e) {
            LOG.debug("No notice of {}; it is looked at now and then.", wish.service, e);
        }
    }

    private void wake() {
        NoticeDriver waiting = task == null ? null : task.driver;
        if (waiting != null) {
            waiting.wake();
        }
    }

    private static String key(String service) {
        return service.toLowerCase(Locale.ROOT);
    }
}
