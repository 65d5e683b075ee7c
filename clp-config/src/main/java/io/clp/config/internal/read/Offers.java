package io.clp.config.internal.read;

import io.clp.config.ResourceOffer;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Offers that are looked for when somebody asks: all scripts are run for them, which takes longer than to read the file. Thread-safe. */
public final class Offers {
    private final Supplier<List<ResourceOffer>> search;
    private @Nullable List<ResourceOffer> found;

    Offers(Supplier<List<ResourceOffer>> search) {
        this.search = search;
    }

    /** {@return the offers, always the same} */
    public synchronized List<ResourceOffer> all() {
        List<ResourceOffer> all = found;
        if (all == null) {
            all = List.copyOf(search.get());
            found = all;
        }
        return all;
    }
}
