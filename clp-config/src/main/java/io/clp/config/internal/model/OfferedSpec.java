package io.clp.config.internal.model;

import io.clp.resource.Resource;
import io.clp.resource.ResourceRecognizer.Offer;

/**
 * What was recognised in a resource and stands in its place.
 *
 * @param offer what
 */
public record OfferedSpec(Offer offer) implements ResourceSpec {
    @Override
    public String id() {
        return offer.resource().id().value();
    }

    @Override
    public Resource build() {
        return offer.resource();
    }

    @Override
    public JavaCalls java() {
        return JavaCalls.ofCode(offer.java());
    }
}
