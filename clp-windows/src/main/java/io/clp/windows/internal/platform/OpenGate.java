package io.clp.windows.internal.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Lets calls through to the parts of a platform until it is closed. Thread-safe. A call that is under way then comes to its end. */
public final class OpenGate {
    private volatile boolean closed;

    /** Makes a gate that is open. */
    public OpenGate() {}

    /**
     * Puts a part behind the gate.
     *
     * @param type an interface of the SPI
     * @param part what is called while the gate is open
     * @param <T> the interface
     * @return throws {@link IllegalStateException} once the gate is closed
     */
    public <T> T guard(Class<T> type, T part) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() != Object.class) {
                        requireOpen();
                    }
                    try {
                        return method.invoke(part, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }

    /**
     * Closes the gate.
     *
     * @return whether it was open
     */
    public synchronized boolean close() {
        boolean wasOpen = !closed;
        closed = true;
        return wasOpen;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The Windows platform was closed.");
        }
    }
}
