package io.clp.iis;

import io.clp.FailoverGroup;
import io.clp.platform.NodeThing;
import io.clp.resource.Resource;
import io.clp.resource.ResourceRecognizer;
import io.clp.resource.ServiceResource;
import java.util.Optional;

/**
 * Recognises IIS in the scripts of an existing cluster that start and stop it as the guide's do, and in a service resource for W3SVC. A
 * {@link java.util.ServiceLoader} finds it.
 *
 * <p>Scripts are recognised where they run exactly what an {@link IisControl} of this module would: START.BAT when the group starts
 * or fails over with its disk, STOP.BAT when it stops with its disk, and nothing otherwise. Messages and the log do not matter; any other
 * command, a watch id that is not the guide's, or an option without an equal here does. What differs then is what an {@link IisResource}
 * always does: in two-way standby it stops IIS before the disk is released and starts it afterwards; it stops IIS also where the
 * disk was lost; a service that runs already is taken over; the node says which FTP service it has.
 *
 * <p>A service resource becomes a one-way standby by {@code net}. Immutable and thread-safe.
 */
public final class IisRecognizer implements ResourceRecognizer {
    private static final String WWW = "W3SVC";

    /** Makes one that knows the guide's ways. */
    public IisRecognizer() {}

    @Override
    public Optional<Offer> recognize(FailoverGroup group, Resource resource, Optional<Scripts> scripts) {
        return (scripts.isPresent() ? ScriptedIis.in(scripts.get()) : byService(resource))
                .flatMap(it -> offer(group, resource.id().value(), it));
    }

    private static Optional<Recipe> byService(Resource resource) {
        boolean isWww =
                resource instanceof ServiceResource && resource.uses().stream().allMatch(IisRecognizer::isWww);
        return isWww ? Optional.of(Recipe.OF_A_SERVICE) : Optional.empty();
    }

    private static boolean isWww(NodeThing thing) {
        return thing.kind() == NodeThing.Kind.SERVICE && thing.name().equalsIgnoreCase(WWW);
    }

    /** None where the group cannot have it: two-way standby needs two nodes. */
    private static Optional<Offer> offer(FailoverGroup group, String id, Recipe recipe) {
        IisResource built = recipe.build(id);
        return built.validate(group).isEmpty()
                ? Optional.of(new Offer(recipe.words(), built, recipe.java(id)))
                : Optional.empty();
    }
}
