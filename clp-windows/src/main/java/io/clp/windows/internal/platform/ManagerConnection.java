package io.clp.windows.internal.platform;

import io.clp.windows.internal.driver.ServiceCodes;
import io.clp.windows.internal.driver.ServiceManager;
import io.clp.windows.internal.driver.ServiceManager.Connecting;
import io.clp.windows.internal.driver.ServiceManager.Opening;
import io.clp.windows.internal.win32.ServiceApi;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The one connection to the Service Control Manager, kept from the first use until it is closed, and made anew where the Service Control
 * Manager does not know it any more. Thread-safe: it is never replaced under a call.
 */
final class ManagerConnection implements AutoCloseable {
    private final ServiceApi api;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private @Nullable ServiceManager manager;
    private boolean closed;

    ManagerConnection(ServiceApi api) {
        this.api = api;
    }

    /** Opens a service, with a new connection if need be. */
    Opening open(String service, int rights) {
        Try first = tryOpen(service, rights);
        if (first.opening != null && !ServiceCodes.disconnected(first.opening.code())) {
            return first.opening;
        }
        int failure = connectInsteadOf(first.used);
        if (failure != 0) {
            return new Opening(null, failure);
        }
        Opening second = tryOpen(service, rights).opening;
        return second == null ? closedMeanwhile() : second;
    }

    /** Gives the connection back; services that are open stay so. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            closed = true;
            drop();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private Try tryOpen(String service, int rights) {
        lock.readLock().lock();
        try {
            ServiceManager used = manager;
            return new Try(used, used == null ? null : used.open(service, rights));
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Connects, unless another thread has done so since a connection was used; returns the code of Windows. */
    private int connectInsteadOf(@Nullable ServiceManager used) {
        lock.writeLock().lock();
        try {
            if (closed) {
                closedMeanwhile();
            }
            if (manager != used) {
                return 0;
            }
            drop();
            Connecting connecting = ServiceManager.connect(api);
            manager = connecting.manager();
            return connecting.code();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void drop() {
        ServiceManager old = manager;
        manager = null;
        if (old != null) {
            old.close();
        }
    }

    private static Opening closedMeanwhile() {
        throw new IllegalStateException("the platform is closed");
    }

    /** One attempt: the connection it used, and what came of it where there was one. */
    private record Try(
            @Nullable ServiceManager used, @Nullable Opening opening) {}
}
