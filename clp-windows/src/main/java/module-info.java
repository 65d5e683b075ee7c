/** The platform SPI on Windows, over JNA. */
module io.clp.windows {
    requires transitive io.clp;
    requires com.sun.jna;
    requires com.sun.jna.platform;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.clp.windows;

    // JNA implements the declarations by proxies and reads the fields of structures.
    opens io.clp.windows.internal.win32 to
            com.sun.jna;
}
