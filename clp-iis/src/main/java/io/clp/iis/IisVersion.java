package io.clp.iis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of IIS, oldest first. */
public enum IisVersion {
    /** Windows Server 2003. */
    IIS_6_0(6, 0),
    /** Windows Server 2008. */
    IIS_7_0(7, 0),
    /** Windows Server 2008 R2. */
    IIS_7_5(7, 5),
    /** Windows Server 2012. */
    IIS_8_0(8, 0),
    /** Windows Server 2012 R2. */
    IIS_8_5(8, 5),
    /** Windows Server 2016 and later. */
    IIS_10(10, 0);

    private static final String OLD_FTP = "MSFTPSVC";
    private static final String NEW_FTP = "ftpsvc";
    private static final Pattern MAJOR_MINOR = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

    private final int major;
    private final int minor;

    IisVersion(int major, int minor) {
        this.major = major;
        this.minor = minor;
    }

    /**
     * Returns the version that a node names.
     *
     * @param majorMinor as {@link io.clp.platform.NodeInfo#iisVersion()} gives it, "7.5"
     * @return the newest version here that is not newer; empty for one older than all, and for a text of another form
     */
    public static Optional<IisVersion> parse(String majorMinor) {
        Matcher numbers = MAJOR_MINOR.matcher(majorMinor);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        int wantedMajor = Integer.parseInt(numbers.group(1));
        int wantedMinor = Integer.parseInt(numbers.group(2));
        Optional<IisVersion> found = Optional.empty();
        for (IisVersion each : values()) {
            if (each.major < wantedMajor || (each.major == wantedMajor && each.minor <= wantedMinor)) {
                found = Optional.of(each);
            }
        }
        return found;
    }

    /**
     * Returns the short names that the FTP service can have in this version. Where there are two, the one that exists decides; where
     * neither does, the last is meant.
     *
     * @return one or two names
     */
    public List<String> ftpServices() {
        return switch (this) {
            case IIS_6_0 -> List.of(OLD_FTP);
            case IIS_7_0 -> List.of(NEW_FTP, OLD_FTP);
            case IIS_7_5, IIS_8_0, IIS_8_5, IIS_10 -> List.of(NEW_FTP);
        };
    }
}
