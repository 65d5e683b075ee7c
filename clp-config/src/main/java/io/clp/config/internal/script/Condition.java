package io.clp.config.internal.script;

/** The condition of an IF; {@code kind} is a keyword, "==" or a comparison, {@code left} is empty for a keyword. */
public record Condition(boolean negated, boolean ignoresCase, String kind, String left, String right) {}
