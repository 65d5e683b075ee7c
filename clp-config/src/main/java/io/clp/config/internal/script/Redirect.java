package io.clp.config.internal.script;

/** Where a handle goes; {@code target} is "&amp;1" for another handle. */
public record Redirect(int handle, boolean input, String target) {
    static final int OUT = 1;
    static final int ERROR = 2;

    boolean toHandle() {
        return target.startsWith("&");
    }
}
