package io.clp.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.resource.Probe;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whoever is written against a controller can be given another one: one that only pretends, or one that goes before the real one. */
class OtherControllersTest {
    private final FailoverGroup web = Lab.group("web", new Piece("app"));

    @Test
    void maybeOnlyPretended() {
        GroupController mock = controller((method, arguments) -> switch (method.getName()) {
            case "groups" -> List.of(web);
            case "probeAsync" -> CompletableFuture.completedFuture(Probe.failed("as the test says"));
            default -> throw new UnsupportedOperationException(method.getName());
        });
        assertThat(mock.groups()).containsExactly(web);
        assertThat(mock.probeAsync(web, ResourceId.of("app")).join().detail()).isEqualTo("as the test says");
    }

    @Test
    void mayGoBeforeTheRealOne() {
        List<String> asked = new ArrayList<>();
        try (Lab lab = Lab.of(web)) {
            GroupController before = controller((method, arguments) -> {
                asked.add(method.getName());
                return method.invoke(lab.node, arguments);
            });
            assertThat(before.start(web, StartCause.START).outcome()).isEqualTo(Outcome.DONE);
            before.suspendSupervision();
            before.resumeSupervision();
            before.reportFailure(web, ResourceId.of("app"), "as the test says");
            assertThat(before.view(web).state()).isEqualTo(GroupState.ONLINE_FAILURE);
        }
        assertThat(asked).containsExactly("start", "suspendSupervision", "resumeSupervision", "reportFailure", "view");
    }

    private static GroupController controller(Answer answer) {
        return (GroupController) Proxy.newProxyInstance(
                OtherControllersTest.class.getClassLoader(),
                new Class<?>[] {GroupController.class},
                (proxy, method, arguments) -> {
                    try {
                        return answer.to(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** What another controller does when it is called. */
    @FunctionalInterface
    private interface Answer {
        Object to(Method method, Object[] arguments) throws ReflectiveOperationException;
    }
}
