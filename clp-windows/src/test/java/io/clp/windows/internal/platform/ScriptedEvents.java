package io.clp.windows.internal.platform;

import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import io.clp.time.Timeline;
import io.clp.windows.internal.win32.ProcessApi;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Events of Windows, and the waits for them, on a timeline. It knows every event that is open. */
final class ScriptedEvents implements InvocationHandler {
    private static final int WAIT_TIMEOUT = 258;

    final Map<HANDLE, CompletableFuture<Void>> open = new ConcurrentHashMap<>();
    boolean waitsFail;
    private final Timeline timeline;
    private int made;

    ScriptedEvents(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Returns the functions; those that are not about events are not there. */
    ProcessApi api() {
        return (ProcessApi)
                Proxy.newProxyInstance(ProcessApi.class.getClassLoader(), new Class<?>[] {ProcessApi.class}, this);
    }

    @Override
    public Object invoke(Object proxy, Method function, Object[] arguments) throws InterruptedException {
        return switch (function.getName()) {
            case "CreateEvent" -> {
                HANDLE event = new HANDLE(Pointer.createConstant(++made));
                open.put(event, new CompletableFuture<>());
                yield event;
            }
            case "SetEvent" -> {
                event(arguments).complete(null);
                yield true;
            }
            case "WaitForSingleObjectEx" -> waitFor((HANDLE) arguments[0], (int) arguments[1]);
            case "CloseHandle" -> {
                event(arguments);
                open.remove((HANDLE) arguments[0]);
                yield true;
            }
            default -> throw new UnsupportedOperationException(function.getName());
        };
    }

    private int waitFor(HANDLE event, int millis) throws InterruptedException {
        if (waitsFail) {
            return ProcessApi.WAIT_FAILED;
        }
        boolean set = timeline.await(event(event), Duration.ofMillis(millis));
        open.replace(event, new CompletableFuture<>());
        return set ? ProcessApi.WAIT_OBJECT_0 : WAIT_TIMEOUT;
    }

    private CompletableFuture<Void> event(Object... arguments) {
        CompletableFuture<Void> event = open.get((HANDLE) arguments[0]);
        if (event == null) {
            throw new AssertionError("an event that is not open");
        }
        return event;
    }
}
