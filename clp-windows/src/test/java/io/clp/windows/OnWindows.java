package io.clp.windows;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** An integration test that calls Windows: it runs on Wine and, unchanged, on a Windows Server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledOnOs(value = OS.WINDOWS, disabledReason = "needs Windows or Wine, see clp-windows/wine/README.md")
public @interface OnWindows {}
