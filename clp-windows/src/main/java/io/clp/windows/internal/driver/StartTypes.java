package io.clp.windows.internal.driver;

import io.clp.platform.ServiceStartType;

/** The start types by their codes in winnt.h. */
final class StartTypes {
    private static final ServiceStartType[] TYPES = {
        ServiceStartType.BOOT,
        ServiceStartType.SYSTEM,
        ServiceStartType.AUTOMATIC,
        ServiceStartType.MANUAL,
        ServiceStartType.DISABLED
    };

    private StartTypes() {}

    static ServiceStartType of(int code) {
        if (code < 0 || code >= TYPES.length) {
            throw new IllegalArgumentException("no start type of a service: " + code);
        }
        return TYPES[code];
    }

    static int code(ServiceStartType type) {
        return switch (type) {
            case BOOT -> 0;
            case SYSTEM -> 1;
            case AUTOMATIC -> 2;
            case MANUAL -> 3;
            case DISABLED -> 4;
        };
    }
}
