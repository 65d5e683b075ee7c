package io.clp.resource;

/**
 * An act was refused because the attempt it belongs to is past its deadline and given up. Only code that goes on after its interrupt sees
 * this; it should end.
 */
public final class AbandonedException extends ResourceException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param act what was refused
     */
    public AbandonedException(String act) {
        super(act + " was refused: the attempt it belongs to was given up", Facts.of(act), Retry.USELESS, null);
    }

    @Override
    public boolean indeterminate() {
        return true;
    }
}
