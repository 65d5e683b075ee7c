package io.clp.config;

import io.clp.GroupId;
import io.clp.ResourceId;
import io.clp.resource.ResourceRecognizer.Offer;

/**
 * What was recognised in a resource of a configuration. Nothing is changed by it until {@link ClusterDefinition#taking} is called.
 *
 * @param group the group of the resource
 * @param resource the resource
 * @param offer what could stand in its place
 */
public record ResourceOffer(GroupId group, ResourceId resource, Offer offer) {
    @Override
    public String toString() {
        return "group " + group + ", resource " + resource + ": " + offer.what();
    }
}
