package io.clp.testkit.engine;

import static io.clp.testkit.engine.Lab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.clp.CallRefusedException;
import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StopCause;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An operation that calls its own group is refused, and neither waits for itself nor breaks anything. */
class CallsFromInsideTest {
    private final Piece app = new Piece("app");
    private final Piece queue = new Piece("queue");
    private final FailoverGroup web = Lab.group("web", app);
    private final FailoverGroup mq = Lab.group("mq", queue);
    private final Lab lab = Lab.of(web, mq);
    private final List<Throwable> met = new ArrayList<>();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void refusesEveryCallOnTheGroupOfTheOperation() {
        List<ThrowingCallable> calls = List.of(
                () -> lab.start(web),
                () -> lab.node.start(web, StartCause.START, 7),
                () -> lab.stop(web),
                () -> lab.node.restart(web, ResourceId.of("app")),
                () -> lab.node.recover(web),
                () -> lab.node.startAsync(web, StartCause.START),
                () -> lab.node.stopAsync(web, StopCause.GROUP_STOP));
        app.online(context -> calls.forEach(it -> met.add(catchThrowable(it))));

        assertThat(lab.start(web).outcome()).isEqualTo(Outcome.DONE);

        assertThat(met).hasSize(calls.size()).allSatisfy(it -> assertThat(it)
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("inside an operation of the same group"));
        assertThat(app.calls).containsExactly("online");
    }

    @Test
    void refusesThemFromProbesAndStopsAndForkedWorkToo() {
        app.probe(context -> {
            met.add(catchThrowable(() -> lab.start(web)));
            return app.up() ? io.clp.resource.Probe.online() : io.clp.resource.Probe.offline();
        });
        app.online(context -> context.timeline()
                .fork("child", () -> met.add(catchThrowable(() -> lab.stop(web))))
                .join(SECOND));
        app.offline(context -> met.add(catchThrowable(() -> lab.stop(web))));
        lab.start(web);
        lab.stop(web);
        assertThat(met).hasSize(4).allSatisfy(it -> assertThat(it).isInstanceOf(CallRefusedException.class));
    }

    @Test
    void stillRefusesThemAfterTheOperationHasWaited() {
        app.online(context -> {
            context.timeline().sleep(SECOND);
            met.add(catchThrowable(() -> lab.stop(web)));
        });
        lab.start(web);
        assertThat(met).singleElement().isInstanceOf(CallRefusedException.class);
    }

    @Test
    void allowsCallsOnAnotherGroup() {
        app.online(context -> lab.start(mq));
        app.offline(context -> lab.node.stopAsync(mq, StopCause.GROUP_STOP));
        lab.start(web);
        assertThat(lab.state(mq)).isEqualTo(GroupState.ONLINE);
        lab.stop(web);
        lab.platform.settle();
        assertThat(lab.state(mq)).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void allowsAListenerToCall() {
        lab.node.on(io.clp.GroupChanged.class, event -> {
            if (event.group().equals(web.id()) && event.to() == GroupState.ONLINE) {
                lab.start(mq);
            }
        });
        lab.start(web);
        lab.platform.settle();
        assertThat(lab.state(mq)).isEqualTo(GroupState.ONLINE);
    }
}
