/** The platform SPI on Windows. Exports nothing before the backend is there. */
module io.clp.windows {
    requires static org.jspecify;
}
