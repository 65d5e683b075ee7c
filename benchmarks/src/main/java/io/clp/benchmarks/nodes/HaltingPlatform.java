package io.clp.benchmarks.nodes;

import io.clp.platform.AddressControl;
import io.clp.platform.CommandRunner;
import io.clp.platform.Platform;
import io.clp.platform.ServiceControl;
import io.clp.platform.VolumeControl;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** A platform whose process dies, without a word, before or after a call that changes or asks something. Thread-safe. */
final class HaltingPlatform {
    /** With these it says where it dies. */
    static final String LAST_WORDS = "dying ";

    /** What a process killed by a signal gives on Unix. */
    private static final int KILLED = 137;

    private static final int NEVER = -1;

    private final AtomicInteger calls = new AtomicInteger();
    private final Platform platform;
    private volatile int at = NEVER;
    private volatile boolean before;

    HaltingPlatform(Platform real) {
        ServiceControl services = halting(ServiceControl.class, real.services());
        AddressControl addresses = halting(AddressControl.class, real.addresses());
        VolumeControl volumes = halting(VolumeControl.class, real.volumes());
        CommandRunner commands = halting(CommandRunner.class, real.commands());
        platform = proxy(Platform.class, real, (method, call) -> switch (method) {
            case "services" -> services;
            case "addresses" -> addresses;
            case "volumes" -> volumes;
            case "commands" -> commands;
            default -> call.run();
        });
    }

    /** Returns the platform that halts. */
    Platform platform() {
        return platform;
    }

    /** Returns how many calls there were since the process began, or since {@link #haltAt}. */
    int calls() {
        return calls.get();
    }

    /** Counts from zero again and halts at the Nth call, from 1. */
    void haltAt(int call, boolean beforeIt) {
        calls.set(0);
        before = beforeIt;
        at = call;
    }

    private <T> T halting(Class<T> type, T real) {
        return proxy(type, real, (method, call) -> {
            boolean here = calls.incrementAndGet() == at;
            if (here && before) {
                die("before " + type.getSimpleName() + "." + method);
            }
            Object result = call.run();
            if (here) {
                die("after " + type.getSimpleName() + "." + method);
            }
            return result;
        });
    }

    private static void die(String where) {
        System.out.println(LAST_WORDS + where);
        System.out.flush();
        Runtime.getRuntime().halt(KILLED);
    }

    private interface Call {
        Object run() throws Throwable;
    }

    private interface Around {
        Object invoke(String method, Call call) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T real, Around around) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> around.invoke(method.getName(), () -> {
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                })));
    }
}
