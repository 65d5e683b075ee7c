package io.clp.iis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The services of a node that an {@link IisResource} has to do with, by their short names there. Immutable.
 *
 * @param www the Web service, where it was asked for
 * @param ftp the FTP service, where it was asked for
 * @param indexing the Indexing Service, where it was asked for
 */
public record IisServices(Optional<String> www, Optional<String> ftp, Optional<String> indexing) {
    /**
     * A service and the watch id under which it is loaded.
     *
     * @param watchId the watch id, the same in every group
     * @param service the short name
     */
    public record Named(String watchId, String service) {}

    /** {@return the services of IIS itself in the order in which they start: Web, FTP} */
    public List<Named> iis() {
        List<Named> found = new ArrayList<>();
        www.ifPresent(it -> found.add(new Named("WWWService", it)));
        ftp.ifPresent(it -> found.add(new Named("FTPService", it)));
        return List.copyOf(found);
    }

    /** {@return all services in the order in which they start: Web, FTP, the Indexing Service} */
    public List<Named> inStartOrder() {
        List<Named> found = new ArrayList<>(iis());
        indexing.ifPresent(it -> found.add(new Named("IndexingService", it)));
        return List.copyOf(found);
    }

    /** {@return all services in the order in which they stop: the reverse of the other} */
    public List<Named> inStopOrder() {
        List<Named> found = new ArrayList<>(inStartOrder());
        Collections.reverse(found);
        return List.copyOf(found);
    }
}
