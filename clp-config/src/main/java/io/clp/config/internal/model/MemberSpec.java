package io.clp.config.internal.model;

import io.clp.resource.ResourcePolicy;
import io.clp.resource.ResourceSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource in its group.
 *
 * @param resource the resource
 * @param dependsOn what it depends on, or null for the default
 * @param policy its deadlines and retries
 */
public record MemberSpec(ResourceSpec resource, @Nullable List<String> dependsOn, ResourcePolicy policy) {
    private static final String INDENT = "        ";

    void settings(ResourceSettings settings) {
        if (dependsOn != null) {
            settings.dependsOn(dependsOn.toArray(new String[0]));
        }
        settings.policy(policy);
    }

    String java() {
        boolean own = !policy.equals(ResourcePolicy.defaults());
        if (dependsOn == null && !own) {
            return resource.java().toString();
        }
        String text = "settings -> settings";
        if (dependsOn != null) {
            text += new JavaCalls(".dependsOn", dependsOn.toArray());
        }
        if (own) {
            text += new JavaCalls(
                    ".policy", new JavaCalls.Code(PolicyJava.of(policy).toString()));
        }
        return resource.java() + ",\n" + INDENT + text.replace("\n", "\n" + INDENT);
    }
}
