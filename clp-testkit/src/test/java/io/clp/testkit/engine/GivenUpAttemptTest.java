package io.clp.testkit.engine;

import static io.clp.testkit.engine.Lab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.clp.FailoverGroup;
import io.clp.resource.AbandonedException;
import io.clp.resource.ResourceContext;
import io.clp.time.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An attempt acts through its context until it is given up, and not a moment longer; so does the work it forks. */
class GivenUpAttemptTest {
    private final Piece app = new Piece("app");
    private final FailoverGroup web = Lab.group("web", app);
    private final Lab lab = Lab.of(web);
    private final List<Throwable> met = new ArrayList<>();

    @BeforeEach
    void install() {
        lab.platform.install("W3SVC");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void refusesEveryActOfAnAttemptThatWasGivenUp() {
        List<Function<ResourceContext, Callable<?>>> acts = List.of(
                it -> () -> it.platform().services().start("W3SVC"),
                it -> () -> it.platform().services().stop("W3SVC"),
                it -> () -> it.platform().addresses().add("10.0.0.10/24", null),
                it -> () -> it.platform().volumes().online("v", "E:\\"),
                it -> () -> it.platform().commands().run(List.of("net"), java.util.Map.of(), SECOND),
                it -> () -> it.timeline().fork("more", () -> 1),
                it -> () -> it.timeline().after(SECOND, () -> {}),
                it -> () -> {
                    it.timeline().sleep(SECOND);
                    return 0;
                },
                it -> () -> {
                    it.service("W3SVC").start();
                    return 0;
                },
                it -> () -> {
                    it.watches().load("WWW", "W3SVC");
                    return 0;
                });
        app.online(context -> {
            overstay(context);
            acts.forEach(it -> met.add(catchThrowable(() -> it.apply(context).call())));
        });

        lab.startFails(web);

        assertThat(met).hasSize(acts.size()).allSatisfy(it -> assertThat(it).isInstanceOf(AbandonedException.class));
        assertThat(lab.platform.acts()).isEmpty();
    }

    @Test
    void refusesTheActsOfForkedWorkToo() {
        app.online(context -> {
            Task<?> child = context.timeline().fork("child", () -> {
                lab.platform.timeline().sleep(SECOND.multipliedBy(20));
                met.add(catchThrowable(() -> context.platform().services().start("W3SVC")));
                return 0;
            });
            overstay(context);
            throw new IllegalStateException(child.name());
        });

        lab.startFails(web);
        lab.platform.settle();

        assertThat(met).singleElement().isInstanceOf(AbandonedException.class);
        assertThat(lab.platform.acts()).isEmpty();
    }

    @Test
    void lastsAsLongAsTheLongestOfTheWorkThatItForks() {
        app.online(context -> {
            Task<Integer> one = context.timeline().fork("one", () -> nap(context, 2));
            Task<Integer> other = context.timeline().fork("other", () -> nap(context, 3));
            one.join(context.remaining());
            other.join(context.remaining());
        });
        assertThat(lab.start(web).duration()).isEqualTo(SECOND.multipliedBy(3));
    }

    /** Waits past the deadline and comes back from the interrupt. */
    private static void overstay(ResourceContext context) {
        try {
            context.timeline().sleep(Duration.ofHours(1));
        } catch (InterruptedException e) {
            // code that goes on after its interrupt
        }
    }

    private static int nap(ResourceContext context, int seconds) throws InterruptedException {
        context.timeline().sleep(SECOND.multipliedBy(seconds));
        return seconds;
    }
}
