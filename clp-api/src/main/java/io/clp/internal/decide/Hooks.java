package io.clp.internal.decide;

import io.clp.ResourceId;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;

/**
 * Which of the optional methods a resource's class has, so that no operation is run for one it has not.
 *
 * @param blocked {@link Resource#onlineBlocked}
 * @param released {@link Resource#released}
 * @param recovered {@link Resource#recovered}
 */
public record Hooks(boolean blocked, boolean released, boolean recovered) {
    private static final ClassValue<Hooks> KNOWN = new ClassValue<>() {
        @Override
        protected Hooks computeValue(Class<?> type) {
            return new Hooks(
                    overrides(type, "onlineBlocked", ResourceContext.class, ResourceId.class),
                    overrides(type, "released", ResourceContext.class),
                    overrides(type, "recovered", ResourceContext.class));
        }
    };

    static Hooks of(Resource resource) {
        return KNOWN.get(resource.getClass());
    }

    private static boolean overrides(Class<?> type, String method, Class<?>... parameters) {
        try {
            return type.getMethod(method, parameters).getDeclaringClass() != Resource.class;
        } catch (NoSuchMethodException e) {
            throw new AssertionError("Resource." + method + " is public", e);
        }
    }
}
