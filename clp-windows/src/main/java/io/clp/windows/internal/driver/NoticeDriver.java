package io.clp.windows.internal.driver;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.clp.platform.ServiceState;
import io.clp.windows.internal.win32.ProcessApi;
import io.clp.windows.internal.win32.ServiceApi.Notified;
import io.clp.windows.internal.win32.ServiceApi.SERVICE_NOTIFY;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Has Windows tell of services that change. All but {@link #wake} is for the one thread that made it: Windows calls into that thread while
 * it waits here, and only then.
 */
public final class NoticeDriver implements AutoCloseable {
    /** A notice under way when its service was closed may still be written: so many of the last buffers are kept. */
    private static final int KEPT_BUFFERS = 64;

    private final ProcessApi api;
    private final KernelHandle woken;
    private final Map<Pointer, Notice> armed = new HashMap<>();
    private final Deque<SERVICE_NOTIFY> kept = new ArrayDeque<>();
    /** One for all, kept for as long as Windows may call it. */
    private final Notified callback = this::told;

    private NoticeDriver(ProcessApi api, KernelHandle woken) {
        this.api = api;
        this.woken = woken;
    }

    /** {@return a driver for the calling thread} */
    public static NoticeDriver open(ProcessApi api) throws CallFailedException {
        var event = api.CreateEvent(null, false, false, null);
        if (event == null) {
            throw new CallFailedException("CreateEventW", Native.getLastError());
        }
        return new NoticeDriver(api, new KernelHandle(api, event));
    }

    /**
     * Asks to be told once when a service is in another state.
     *
     * @param service closed with the notice
     * @param seen the state that is no news
     * @param news called in this thread, from {@link #await}
     */
    public Notice arm(OpenedService service, ServiceState seen, Runnable news) throws CallFailedException {
        SERVICE_NOTIFY buffer = new SERVICE_NOTIFY();
        buffer.setAutoSynch(false);
        buffer.pfnNotifyCallback = callback;
        Notice notice = new Notice(service, buffer, news);
        armed.put(buffer.getPointer(), notice);
        int code;
        try {
            buffer.write();
            code = service.notifyOfOtherThan(seen, buffer);
        } catch (RuntimeException | Error e) {
            notice.close();
            throw e;
        }
        if (code != 0) {
            notice.close();
            throw new CallFailedException("NotifyServiceStatusChangeW", code);
        }
        return notice;
    }

    /** Waits until there was news, somebody calls {@link #wake}, or the time has passed. */
    public void await(Duration most) throws CallFailedException {
        if (api.WaitForSingleObjectEx(woken.value(), (int) most.toMillis(), true) == ProcessApi.WAIT_FAILED) {
            throw new CallFailedException("WaitForSingleObjectEx", Native.getLastError());
        }
    }

    /** Ends the wait of the thread that waits here, or else its next one. Any thread may call it. */
    public void wake() {
        if (!api.SetEvent(woken.value())) {
            throw new IllegalStateException("SetEvent failed with " + Native.getLastError());
        }
    }

    @Override
    public void close() {
        Map.copyOf(armed).values().forEach(Notice::close);
        woken.close();
    }

    /** Of a notice that was taken back, nothing is told. */
    private void told(Pointer buffer) {
        Notice notice = armed.get(buffer);
        if (notice != null) {
            notice.news.run();
        }
    }

    /** What Windows was asked to tell. */
    public final class Notice implements AutoCloseable {
        private final OpenedService service;
        private final SERVICE_NOTIFY buffer;
        private final Runnable news;

        private Notice(OpenedService service, SERVICE_NOTIFY buffer, Runnable news) {
            this.service = service;
            this.buffer = buffer;
            this.news = news;
        }

        /** Takes it back, if it was not told yet, and closes the service. Once. */
        @Override
        public void close() {
            if (armed.remove(buffer.getPointer()) != null) {
                service.close();
                kept.add(buffer);
                if (kept.size() > KEPT_BUFFERS) {
                    kept.remove();
                }
            }
        }
    }
}
